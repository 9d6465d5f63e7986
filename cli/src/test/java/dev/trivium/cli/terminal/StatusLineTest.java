package dev.trivium.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private static final long SECOND = 1_000_000_000L;
    private final StringWriter text = new StringWriter();
    private long now;

    private StatusLine line(boolean terminal) {
        return new StatusLine(new PrintWriter(text, true), terminal, () -> now);
    }

    @Test
    void aTerminalRewritesTheLineAtMostTenTimesASecond() {
        StatusLine line = line(true);
        for (int i = 0; i < 100; i++) {
            now += SECOND / 50;
            int step = i;
            line.show(() -> "step " + step);
        }
        assertEquals(20, text.toString().chars().filter(c -> c == '\r').count());
        assertEquals(0, text.toString().lines().filter(String::isBlank).filter(l -> l.length() > 60).count());
    }

    @Test
    void aShorterTextLeavesNothingOfALongerOne() {
        StatusLine line = line(true);
        line.now("a long text");
        line.now("short");
        assertEquals("\ra long text\rshort      ", text.toString());
    }

    @Test
    void aLineThatStaysTakesTheStatusAway() {
        StatusLine line = line(true);
        line.now("status");
        line.print("stays");
        assertEquals("\rstatus\r      \rstays" + System.lineSeparator(), text.toString());
    }

    @Test
    void aLogGetsALineEveryHalfMinute() {
        StatusLine line = line(false);
        for (int i = 1; i <= 70; i++) {
            now += SECOND;
            int second = i;
            line.show(() -> "at " + second);
        }
        line.now("not in a log");
        line.clear();
        assertEquals(String.join(System.lineSeparator(), "at 30", "at 60", ""), text.toString());
    }

    @Test
    void aTerminalOfEightyColumnsIsNotOverrun() {
        line(true).now("x".repeat(200));
        assertEquals(1 + 78, text.toString().length());
    }
}
