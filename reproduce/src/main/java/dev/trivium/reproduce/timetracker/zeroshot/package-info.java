/**
 * Time Tracker on sets that it was not trained on, beside simple methods, WaveRoRA trained on each set, and itself fine-tuned.
 *
 * <p>{@link dev.trivium.reproduce.timetracker.zeroshot.Reproduction} is the program that {@code reproduce/timetracker-zeroshot/run.sh}
 * starts. {@code settings.csv} fixes what is measured ({@code StudySet}); one line of scores a set and method is kept ({@code Runs}, of
 * which {@code expected.csv} is the one in the repository); the tables in the README are made from {@code expected.csv} alone
 * ({@code ResultTables}).
 */
@NullMarked
package dev.trivium.reproduce.timetracker.zeroshot;

import org.jspecify.annotations.NullMarked;
