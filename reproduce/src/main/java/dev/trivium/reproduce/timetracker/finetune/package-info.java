/**
 * Time Tracker fine-tuned on ETTh1 and ETTh2, 96 rows to 96 rows, from the shipped weights and from random ones, with all training windows
 * and with few, beside WaveRoRA.
 *
 * <p>{@link dev.trivium.reproduce.timetracker.finetune.Reproduction} is the program that {@code reproduce/timetracker-finetune/run.sh}
 * starts; {@code expected.csv} there holds one line a training, and the table in the README is made from it.
 */
@NullMarked
package dev.trivium.reproduce.timetracker.finetune;

import org.jspecify.annotations.NullMarked;
