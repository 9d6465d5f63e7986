package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.catalog.SplitRule;

/**
 * One data set of the study and how it is measured, a line of {@code settings.csv}.
 *
 * @param name in tables and options
 * @param source where its rows come from and how they are cut
 * @param horizon steps to forecast
 * @param season steps of the seasonal naive forecast, and of the scale of the MASE
 * @param stride rows between test windows
 * @param lengths past rows that the methods see
 * @param epochs most epochs of WaveRoRA
 */
record StudySet(String name, Source source, int horizon, int season, int stride, Lengths lengths, int epochs) {

    /**
     * Rows.
     *
     * @param dataset name in the catalogue
     * @param missing a number that stands for a missing value; NaN if there is none
     */
    record Source(String dataset, SplitRule split, double missing) {}

    /**
     * Most past rows that a method sees.
     *
     * @param context of Time Tracker
     * @param simple of drift, linear, boosted trees and the simple average
     * @param waverora of WaveRoRA
     * @param tuned of Time Tracker fine-tuned
     */
    record Lengths(int context, int simple, int waverora, int tuned) {}
}
