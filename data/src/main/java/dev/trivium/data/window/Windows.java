package dev.trivium.data.window;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.View;
import java.util.Arrays;

/**
 * All windows of a view, in time order. Window {@code i} has an origin {@code o = origin(i)}: inputs are the rows {@code [o - L, o)} and
 * targets the rows {@code [o, o + H)} of {@link #series}, with look-back {@code L} and horizon {@code H}. Origins run over
 * {@code [max(from, L), to - H]} by the stride, so that every target lies in the view while inputs may reach back before it. No window is
 * dropped to fill a batch. A view of several runs of rows, as a split by months makes them, is refused.
 */
public final class Windows {

    private final SeriesSet series;
    private final int lookback;
    private final int horizon;
    private final int[] origins;
    private final int excluded;
    private final long filled;
    private final long unfilled;

    private Windows(SeriesSet series, int lookback, int horizon, int[] origins, int excluded, GapCount gaps) {
        this.series = series;
        this.lookback = lookback;
        this.horizon = horizon;
        this.origins = origins;
        this.excluded = excluded;
        long missing = 0;
        long leading = 0;
        int covered = 0;
        for (int origin : origins) { // look-backs overlap: count each cell once
            int from = Math.max(covered, origin - lookback);
            missing += gaps.missing(from, origin);
            leading += gaps.leading(from, origin);
            covered = origin;
        }
        this.filled = missing - leading;
        this.unfilled = leading;
    }

    /** {@return all windows of the view, whatever is missing in them; none if the view is too short} */
    public static Windows over(View view, int lookback, int horizon, int stride) {
        view.requireOneRun("windows");
        check(lookback, horizon, stride);
        int[] origins = origins(view, lookback, horizon, stride);
        return new Windows(view.series(), lookback, horizon, origins, 0, new GapCount(view.series()));
    }

    /**
     * {@return the windows of the view that are worth using; the others are counted in {@link #excluded}}
     *
     * @param maxMissingShare in [0, 1]: a window is left out if more than this share of its look-back cells is missing, or if all of its
     *                        targets are
     */
    public static Windows over(View view, int lookback, int horizon, int stride, double maxMissingShare) {
        view.requireOneRun("windows");
        check(lookback, horizon, stride);
        if (!(maxMissingShare >= 0 && maxMissingShare <= 1)) {
            throw new IllegalArgumentException("maxMissingShare must be in [0, 1], got " + maxMissingShare);
        }
        SeriesSet series = view.series();
        GapCount gaps = new GapCount(series);
        int[] all = origins(view, lookback, horizon, stride);
        long cells = (long) lookback * series.width();
        long targets = (long) horizon * series.width();
        int[] kept = new int[all.length];
        int count = 0;
        for (int origin : all) {
            if (gaps.missing(origin - lookback, origin) <= maxMissingShare * cells
                    && gaps.missing(origin, origin + horizon) < targets) {
                kept[count++] = origin;
            }
        }
        return new Windows(series, lookback, horizon, Arrays.copyOf(kept, count), all.length - count, gaps);
    }

    private static int[] origins(View view, int lookback, int horizon, int stride) {
        int first = Math.max(view.from(), lookback);
        int last = view.to() - horizon;
        int[] origins = new int[last < first ? 0 : (last - first) / stride + 1];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = first + i * stride;
        }
        return origins;
    }

    private static void check(int lookback, int horizon, int stride) {
        if (lookback < 1 || horizon < 1 || stride < 1) {
            throw new IllegalArgumentException("lookback, horizon and stride must be at least 1, got "
                    + lookback + ", " + horizon + " and " + stride);
        }
    }

    /** {@return the number of windows} */
    public int count() {
        return origins.length;
    }

    /** {@return the row of the first target of window {@code i}} */
    public int origin(int i) {
        if (i < 0 || i >= origins.length) {
            throw new IllegalArgumentException("window must be in [0, " + origins.length + "), got " + i);
        }
        return origins[i];
    }

    /** {@return how many windows were left out for what is missing in them} */
    public int excluded() {
        return excluded;
    }

    /** {@return missing look-back cells, each counted once, that {@link PastFill} fills} */
    public long filled() {
        return filled;
    }

    /** {@return missing look-back cells, each counted once, with nothing observed before them: they stay missing} */
    public long unfilled() {
        return unfilled;
    }

    /** {@return the series that the rows refer to; it ends with the view} */
    public SeriesSet series() {
        return series;
    }

    /** {@return the number of input rows, L} */
    public int lookback() {
        return lookback;
    }

    /** {@return the number of target rows, H} */
    public int horizon() {
        return horizon;
    }

    /** Copies the inputs of window {@code i}, shape (L, series), out of a matrix with the shape of {@link #series}, row-major. */
    public void copyInputs(int i, float[] matrix, float[] target, int offset) {
        checkMatrix(matrix.length);
        System.arraycopy(matrix, (origin(i) - lookback) * series.width(), target, offset, lookback * series.width());
    }

    /** Copies the inputs of window {@code i}, shape (L, series), out of a matrix with the shape of {@link #series}, row-major. */
    public void copyInputs(int i, double[] matrix, double[] target, int offset) {
        checkMatrix(matrix.length);
        System.arraycopy(matrix, (origin(i) - lookback) * series.width(), target, offset, lookback * series.width());
    }

    /** Copies the targets of window {@code i}, shape (H, series), out of a matrix with the shape of {@link #series}, row-major. */
    public void copyTargets(int i, float[] matrix, float[] target, int offset) {
        checkMatrix(matrix.length);
        System.arraycopy(matrix, origin(i) * series.width(), target, offset, horizon * series.width());
    }

    /** Copies the targets of window {@code i}, shape (H, series), out of a matrix with the shape of {@link #series}, row-major. */
    public void copyTargets(int i, double[] matrix, double[] target, int offset) {
        checkMatrix(matrix.length);
        System.arraycopy(matrix, origin(i) * series.width(), target, offset, horizon * series.width());
    }

    private void checkMatrix(int length) {
        if (length != series.length() * series.width()) {
            throw new IllegalArgumentException("matrix must have shape (time=" + series.length() + ", series=" + series.width()
                    + "), got " + length + " numbers");
        }
    }

    @Override
    public String toString() {
        return count() + " windows of " + lookback + " → " + horizon + " rows";
    }
}
