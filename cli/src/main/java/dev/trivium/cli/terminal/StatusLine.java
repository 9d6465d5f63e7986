package dev.trivium.cli.terminal;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The last line of a terminal, rewritten in place; in a log, a line of its own now and then. */
public final class StatusLine {

    private static final int WIDTH = 79;
    private static final long TERMINAL_NANOS = 100_000_000L;
    private static final long LOG_NANOS = 30_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier clock;
    private long shownAt;
    private int length;

    /**
     * @param err where it is written
     * @param terminal whether that is a terminal, on which a line can be rewritten
     * @param clock nanoseconds
     */
    public StatusLine(PrintWriter err, boolean terminal, LongSupplier clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        shownAt = clock.getAsLong();
    }

    /** {@return whether the line is rewritten in place} */
    public boolean terminal() {
        return terminal;
    }

    /** Shows a text: on a terminal at most ten times a second, in a log every half minute; otherwise does not ask for it. */
    public void show(Supplier<String> text) {
        long now = clock.getAsLong();
        if (now - shownAt < (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
            return;
        }
        shownAt = now;
        if (terminal) {
            rewrite(text.get());
        } else {
            err.println(text.get());
        }
    }

    /** Shows a text at once on a terminal; in a log, not at all. */
    public void now(String text) {
        if (terminal) {
            shownAt = clock.getAsLong();
            rewrite(text);
        }
    }

    private void rewrite(String line) {
        String cut = line.length() < WIDTH ? line : line.substring(0, WIDTH - 1);
        err.print("\r" + cut + " ".repeat(Math.max(0, length - cut.length())));
        err.flush();
        length = cut.length();
    }

    /** Prints a line that stays, above the status. */
    public void print(String line) {
        clear();
        err.println(line);
        shownAt = clock.getAsLong();
    }

    /** Takes the status away. */
    public void clear() {
        if (length > 0) {
            err.print("\r" + " ".repeat(length) + "\r");
            err.flush();
            length = 0;
        }
    }
}
