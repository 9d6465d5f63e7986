/**
 * WaveRoRA trained and scored in the settings of its paper, beside the figures of the paper.
 *
 * <p>{@link dev.trivium.reproduce.waverora.Reproduction} is the program that {@code reproduce/waverora-ett/run.sh} starts. It trains
 * with {@code SettingRunner}, keeps one line per data set, horizon and seed ({@code SeedRuns}, of which {@code expected.csv} is the
 * one in the repository), and puts them beside {@code published.csv} ({@code ResultTables}). The table in the README is made from
 * {@code expected.csv} alone.
 */
@NullMarked
package dev.trivium.reproduce.waverora;

import org.jspecify.annotations.NullMarked;
