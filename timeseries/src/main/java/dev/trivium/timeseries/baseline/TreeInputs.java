package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import java.time.ZonedDateTime;

/** Writes down, row by row, what the trees see of a series set. Holds it standardised; for many threads. */
final class TreeInputs {

    private static final int FIELDS = 4; // of the calendar

    private final TreeLayout layout;
    private final int[] lags;
    private final int width;
    private final float[] values;       // (time, column), standardised
    private final int[] targets;        // columns of the series
    private final int[] known;          // columns
    private final float[] calendar;     // (time, 4)

    /** @throws IllegalArgumentException if the layout has a calendar and the rows have none */
    TreeInputs(TreeLayout layout, FilledRows rows, TrainedOn trainedOn, int horizon) {
        this.layout = layout;
        lags = layout.lags();
        width = rows.width();
        targets = trainedOn.targetColumns();
        known = trainedOn.knownColumns();
        Standardiser standardiser = trainedOn.standardiser();
        values = new float[rows.length() * width];
        for (int i = 0; i < values.length; i++) {
            int c = i % width;
            values[i] = (float) ((rows.value(i / width, c) - standardiser.mean(c)) / standardiser.deviation(c));
        }
        calendar = layout.calendar() > 0 ? calendar(rows, horizon) : new float[0];
    }

    private static float[] calendar(FilledRows rows, int horizon) {
        ZonedDateTime[] moments = rows.moments(horizon).orElseThrow(() -> new IllegalArgumentException(
                "history must have dates as the training data had, got an integer index"));
        float[] calendar = new float[moments.length * FIELDS];
        for (int t = 0; t < moments.length; t++) {
            calendar[FIELDS * t] = moments[t].toLocalTime().toSecondOfDay() / 3600f;
            calendar[FIELDS * t + 1] = moments[t].getDayOfWeek().getValue();
            calendar[FIELDS * t + 2] = moments[t].getDayOfMonth();
            calendar[FIELDS * t + 3] = moments[t].getDayOfYear();
        }
        return calendar;
    }

    TreeLayout layout() {
        return layout;
    }

    int series() {
        return targets.length;
    }

    private float value(int t, int s) {
        return values[t * width + targets[s]];
    }

    /** {@return a value as the trees learn it: less the mean of its window's look-back} */
    float label(int origin, int s, int h) {
        return value(origin + h, s) - mean(origin, s);
    }

    /** {@return c, the mean of a look-back} */
    float mean(int origin, int s) {
        double sum = 0;
        for (int t = origin - layout.lookback(); t < origin; t++) {
            sum += value(t, s);
        }
        return (float) (sum / layout.lookback());
    }

    /** Writes the inputs of steps {@code [from, to)} of one window of one series, (to - from, count) row-major. */
    void write(int origin, int s, int from, int to, float[] target, int offset) {
        int count = layout.count();
        float c = mean(origin, s);
        int at = offset;
        for (int lag : lags) {
            target[at++] = value(origin - lag, s) - c;
        }
        target[at++] = seasonMean(origin, s) - c;
        target[at++] = deviation(origin, s, c);
        int shared = at - offset;
        for (int h = from; h < to; h++) {
            int row = offset + (h - from) * count;
            if (h > from) {
                System.arraycopy(target, offset, target, row, shared);
            }
            step(origin, s, h, c, target, row + shared);
        }
    }

    private float seasonMean(int origin, int s) {
        double sum = 0;
        for (int t = origin - layout.season(); t < origin; t++) {
            sum += value(t, s);
        }
        return (float) (sum / layout.season());
    }

    private float deviation(int origin, int s, float c) {
        double squares = 0;
        for (int t = origin - layout.lookback(); t < origin; t++) {
            squares += (value(t, s) - c) * (value(t, s) - c);
        }
        return (float) Math.sqrt(squares / layout.lookback());
    }

    private void step(int origin, int s, int h, float c, float[] target, int offset) {
        int at = offset;
        target[at++] = h;
        target[at++] = s;
        int first = origin - layout.lookback();
        int same = origin + h - (h / layout.season() + 1) * layout.season(); // the last row at the same place of the season
        float last = 0;
        for (int k = 0; k < TreeLayout.SEASONS; k++) {
            int t = same - k * layout.season();
            last = t >= first ? value(t, s) - c : last; // beyond the look-back: the oldest once more
            target[at++] = last;
        }
        target[at++] = value(Math.max(first, same - 1), s) - c;
        target[at++] = value(Math.min(origin - 1, same + 1), s) - c;
        double sum = 0;
        int times = 0;
        for (int t = same; t >= first; t -= layout.season()) {
            sum += value(t, s);
            times++;
        }
        target[at++] = (float) (sum / times) - c;
        if (layout.calendar() > 0) {
            System.arraycopy(calendar, (origin + h) * FIELDS, target, at, layout.calendar());
            at += layout.calendar();
        }
        for (int column : known) {
            target[at++] = values[(origin + h) * width + column];
            target[at++] = values[same * width + column];
        }
    }
}
