package dev.trivium.imputation.stream;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.imputation.Imputer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * A stream of rows that is filled as it comes.
 *
 * <p>Holds the last rows of the stream and nothing else, so its memory does not grow; {@link #save} and {@link #restore} carry it over a
 * restart, after which it goes on to the same bits. For one thread; the imputer may be shared and is not closed by the stream.
 *
 * <pre>{@code
 * GapStream stream = GapStream.start(imputer, 24, TimeAxis.every(Duration.ofMinutes(1), start, zone, 1));
 * FilledSeries now = stream.update(row);   // NaN where a value is missing
 * }</pre>
 */
public final class GapStream {

    private static final int LONGEST = 1_000_000;
    /** Windows; a row that is later than this is one of a wrong clock, and would have all forgotten that is known. */
    private static final int PAUSE = 1000;

    private final Imputer imputer;
    private final int window;
    private final int width;
    private TimeAxis time;
    private double[] values;

    private GapStream(Imputer imputer, int window, TimeAxis time, double[] values) {
        requireWindow(window);
        this.imputer = imputer;
        this.window = window;
        this.width = imputer.variables().size();
        this.time = time;
        this.values = values;
    }

    static void requireWindow(long window) {
        if (window < 1 || window > LONGEST) {
            throw new IllegalArgumentException("window must be between 1 and " + LONGEST + ", got " + window);
        }
    }

    /**
     * Starts a stream.
     *
     * @param imputer fills the rows
     * @param window rows that are kept, the newest among them; for FGATT the window of its architecture
     * @param first its first stamp is that of the first row to come; its step is the stream's, and must be the one the imputer was fitted at
     */
    public static GapStream start(Imputer imputer, int window, TimeAxis first) {
        return new GapStream(imputer, window, first.slice(0, 0), new double[0]);
    }

    /**
     * Goes on with a stream that {@link #save} wrote.
     *
     * @param imputer the one that the stream had
     * @throws IOException if the file cannot be read, is not a stream's or belongs to another imputer; the message names the file
     */
    public static GapStream restore(Path file, Imputer imputer) throws IOException {
        StreamState state = StreamState.read(file, imputer);
        return new GapStream(imputer, state.window(), state.time(), state.values());
    }

    /**
     * Writes the state to a file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        new StreamState(window, time, values).write(file, imputer);
    }

    /** {@return the rows that are kept, oldest first; empty before the first one} */
    public TimeAxis kept() {
        return time;
    }

    /**
     * Takes the next row and fills it.
     *
     * @param row (series), in the order of the imputer's variables; NaN where a value is missing
     * @return this row
     * @throws IllegalArgumentException if it has another length or an infinite value; the stream is then as it was
     */
    public FilledSeries update(double[] row) {
        add(row);
        return filled(time.length() - 1);
    }

    /** As {@link #update(double[])}, without filling it: for the rows before a stream begins. */
    public void add(double[] row) {
        check(row);
        append(1);
        put(time.length() - 1, row);
    }

    /**
     * Takes the row of a moment. One after the newest row leaves the rows between missing; one within the kept rows is late: what it knows
     * takes its place there.
     *
     * @param at a stamp of the stream's axis
     * @param row (series), NaN where a value is missing or not known yet
     * @return the rows from this one to the newest, as they are filled now
     * @throws IllegalArgumentException if no stamp of the axis is {@code at}, it is older than the kept rows or
     *     more than a thousand windows after the newest; the stream is then as it was
     */
    public FilledSeries update(Instant at, double[] row) {
        return update(Stamps.position(time, at), at.toString(), row);
    }

    /** As {@link #update(Instant, double[])}, for a stream whose axis counts. */
    public FilledSeries update(long index, double[] row) {
        return update(Stamps.position(time, index), Long.toString(index), row);
    }

    private FilledSeries update(long position, String at, double[] row) {
        check(row);
        if (position < 0) {
            throw new IllegalArgumentException("time must not be before the kept rows, which begin at " + time.slice(0, 0).after(1).label(0)
                    + ", got " + at); // before the first row too, where none is kept
        }
        long newer = position - time.length() + 1;
        if (newer > (long) PAUSE * window) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "time must be within %,d steps (%,d windows) of the newest row, got %s,"
                    + " %,d steps later", (long) PAUSE * window, PAUSE, at, newer));
        }
        if (newer > 0) {
            append((int) newer);
        }
        int place = newer > 0 ? time.length() - 1 : (int) position;
        put(place, row);
        return filled(place);
    }

    private void check(double[] row) {
        if (row.length != width) {
            throw new IllegalArgumentException("row must have a value for each of " + width + " series, got " + row.length);
        }
        for (int s = 0; s < width; s++) {
            if (Double.isInfinite(row[s])) {
                throw new IllegalArgumentException("row must be finite or NaN, got " + row[s] + " for " + imputer.variables().get(s).name());
            }
        }
    }

    /** Goes on by some steps, all of them missing so far. */
    private void append(int steps) {
        long length = (long) time.length() + steps;
        int kept = (int) Math.min(window, length);
        int gone = (int) (length - kept);
        double[] next = new double[kept * width];
        Arrays.fill(next, Double.NaN);
        int stay = Math.max(0, time.length() - gone);
        System.arraycopy(values, (time.length() - stay) * width, next, 0, stay * width);
        time = later(time, gone, kept);
        values = next;
    }

    private static TimeAxis later(TimeAxis time, int steps, int length) {
        TimeAxis endless = time.slice(0, 0).after(Integer.MAX_VALUE);
        return endless.slice(steps, steps + length);
    }

    private void put(int place, double[] row) {
        for (int s = 0; s < width; s++) {
            if (!Double.isNaN(row[s])) {
                values[place * width + s] = row[s];
            }
        }
    }

    private FilledSeries filled(int from) {
        return imputer.fill(SeriesSet.of(time, imputer.variables(), values), from, time.length());
    }
}
