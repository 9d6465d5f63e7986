package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.window.PastFill;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Values of shape (time, column) without gaps: filled from the past, and with the training mean where nothing was observed before. Their
 * time axis goes on after the last row.
 */
final class FilledRows {

    private final double[] values;
    private final int width;
    private final TimeAxis time;

    private FilledRows(double[] values, int width, TimeAxis time) {
        this.values = values;
        this.width = width;
        this.time = time;
    }

    static FilledRows of(SeriesSet series, Standardiser means) {
        int width = series.width();
        double[] values = series.toArray();
        PastFill.fill(values, width);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                values[i] = means.mean(i % width);
            }
        }
        return new FilledRows(values, width, series.time());
    }

    int length() {
        return values.length / width;
    }

    int width() {
        return width;
    }

    double value(int t, int s) {
        return values[t * width + s];
    }

    void copyRow(int t, double[] target, int offset) {
        System.arraycopy(values, t * width, target, offset, width);
    }

    /** {@return the moments of the rows and of {@code more} steps after them; empty for an integer index} */
    Optional<ZonedDateTime[]> moments(int more) {
        if (time.zone().isEmpty()) {
            return Optional.empty();
        }
        TimeAxis after = time.after(more);
        ZonedDateTime[] moments = new ZonedDateTime[length() + more];
        for (int t = 0; t < moments.length; t++) {
            moments[t] = (t < length() ? time.dateTime(t) : after.dateTime(t - length())).orElseThrow();
        }
        return Optional.of(moments);
    }
}
