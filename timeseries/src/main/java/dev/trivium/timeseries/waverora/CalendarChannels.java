package dev.trivium.timeseries.waverora;

import dev.trivium.data.series.TimeAxis;
import java.time.ZonedDateTime;

/**
 * Hour of day, weekday, day of month and day of year, each scaled to [-0.5, 0.5]: the calendar channels of the published code,
 * {@code [hour/23, weekday/6 (Monday 0), (day-1)/30, (day of year-1)/365] - 0.5}, whatever the sampling step.
 */
final class CalendarChannels {

    /** Number of channels. */
    static final int COUNT = 4;

    private CalendarChannels() {}

    /**
     * Computes the channels of a stretch of time.
     *
     * @return (length, 4) row-major
     * @throws IllegalArgumentException if the axis is an integer index, which has no calendar
     */
    static float[] of(TimeAxis time) {
        float[] channels = new float[time.length() * COUNT];
        for (int t = 0; t < time.length(); t++) {
            ZonedDateTime at = time.dateTime(t).orElseThrow(() -> new IllegalArgumentException(
                    "time must be a calendar axis for calendar channels, got an integer index"));
            channels[COUNT * t] = at.getHour() / 23f - 0.5f;
            channels[COUNT * t + 1] = (at.getDayOfWeek().getValue() - 1) / 6f - 0.5f;
            channels[COUNT * t + 2] = (at.getDayOfMonth() - 1) / 30f - 0.5f;
            channels[COUNT * t + 3] = (at.getDayOfYear() - 1) / 365f - 0.5f;
        }
        return channels;
    }
}
