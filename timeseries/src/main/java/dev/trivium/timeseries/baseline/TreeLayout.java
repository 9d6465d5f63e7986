package dev.trivium.timeseries.baseline;

import dev.trivium.data.series.TimeAxis;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * What a tree sees of one step of one series, all in standard deviations of the series and, but for the deviation, less the mean of
 * the look-back, which itself is not shown: the trees cannot tell one level from another, so they hold at levels they never saw.
 *
 * <table>
 * <caption>Inputs in order, for step h = 0 … H - 1 after the origin and a season of p steps</caption>
 * <tr><td>lags</td><td>values 1, 2, 3, 4, 6, 8, 12, 16, … steps back, as far as the look-back and 128 reach</td></tr>
 * <tr><td>window</td><td>mean of the last season; deviation of the look-back</td></tr>
 * <tr><td>place</td><td>h, number of the series</td></tr>
 * <tr><td>season</td><td>the last values at the same place of the season, 4 of them, both neighbours of the last, their mean over the
 *     look-back</td></tr>
 * <tr><td>calendar</td><td>hour, weekday, day of the month, day of the year at the step: the first of these whose cycle the training
 *     rows hold at least twice, for what came once cannot be told from chance; none for an integer index</td></tr>
 * <tr><td>known</td><td>each known column at the step, and at the last step at the same place of the season</td></tr>
 * </table>
 *
 * @param lookback L
 * @param season p, at most the look-back; 1 for none
 * @param calendar number of calendar inputs, 0 to 4
 * @param known number of known columns
 */
record TreeLayout(int lookback, int season, int calendar, int known) {

    static final int SEASONS = 4;

    private static final int[] CYCLES = {1, 7, 31, 366}; // days, of the calendar inputs
    private static final int[] LAGS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128};

    /** {@return how many calendar inputs rows of this time can teach} */
    static int calendarOf(TimeAxis time) {
        if (time.zone().isEmpty() || time.length() == 0) {
            return 0;
        }
        long days = Duration.between(time.instant(0).orElseThrow(), time.instant(time.length() - 1).orElseThrow()).toDays();
        return (int) IntStream.of(CYCLES).filter(cycle -> days >= 2L * cycle).count();
    }

    int[] lags() {
        return IntStream.of(LAGS).filter(lag -> lag <= lookback).toArray();
    }

    int count() {
        return lags().length + 2 + 2 + SEASONS + 3 + calendar + 2 * known;
    }
}
