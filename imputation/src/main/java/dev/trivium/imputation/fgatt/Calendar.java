package dev.trivium.imputation.fgatt;

import dev.trivium.data.series.TimeAxis;
import java.time.ZonedDateTime;

/** Sine and cosine of the time of day and of the time of week, in the zone of the axis. */
final class Calendar {

    /** Number of features. */
    static final int COUNT = 4;

    private static final double DAY = 86_400;

    private Calendar() {}

    /**
     * {@return (row, 4), row-major}
     *
     * @throws IllegalArgumentException if the axis is an integer index, which has no calendar
     */
    static float[] of(TimeAxis time) {
        float[] features = new float[time.length() * COUNT];
        for (int t = 0; t < time.length(); t++) {
            ZonedDateTime at = time.dateTime(t).orElseThrow(() -> new IllegalArgumentException(
                    "time must be a calendar axis for calendar features, got an integer index"));
            double day = at.toLocalTime().toSecondOfDay() / DAY;
            double week = (at.getDayOfWeek().getValue() - 1 + day) / 7;
            features[COUNT * t] = (float) Math.sin(2 * Math.PI * day);
            features[COUNT * t + 1] = (float) Math.cos(2 * Math.PI * day);
            features[COUNT * t + 2] = (float) Math.sin(2 * Math.PI * week);
            features[COUNT * t + 3] = (float) Math.cos(2 * Math.PI * week);
        }
        return features;
    }
}
