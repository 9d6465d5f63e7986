package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImputeExamplesTest {

    private static final String NUMBER = "-?\\d+\\.\\d\\d";

    @Test
    void filledValuesComeWithIntervalsAndAVerdict() throws IOException {
        List<String> lines = Printed.by(E06_Impute::main);
        assertTrue(lines.subList(0, 5).stream().allMatch(line -> line.matches("minute \\d+, mote\\d\\.\\w+: " + NUMBER + " in \\[" + NUMBER + ", "
                + NUMBER + "], was " + NUMBER)), lines.toString());
        assertTrue(lines.size() > 5, lines.toString());
    }

    @Test
    void aStreamIsFilledGoesOnAfterARestartAndTakesALateValue() throws IOException {
        List<String> lines = Printed.by(E07_Stream::main);
        assertEquals(5, lines.size(), lines.toString());
        assertTrue(lines.get(3).startsWith("after a late value, minute 352 is filled anew"), lines.toString());
    }

    @Test
    void aHistoryWithGapsIsFilledAndForecast() throws IOException {
        List<String> lines = Printed.by(E08_ImputeThenForecast::main);
        assertEquals(7, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("\\d+ values of the look-back were filled before the forecast"), lines.toString());
    }
}
