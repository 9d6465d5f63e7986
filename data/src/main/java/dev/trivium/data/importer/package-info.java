/**
 * Readers of logs that are no tables: one documented importer a format, from packets and records to a
 * {@link dev.trivium.data.series.SeriesSet} whose gaps are the losses of the log.
 *
 * <p>{@link dev.trivium.data.importer.Importers} lists them. A file that is a table already ({@code time, series, series, …}) needs none:
 * {@link dev.trivium.data.csv.CsvSeries} reads it, and the catalogue ({@code dev.trivium.data.catalog}) says how for AQI-36, the 5G cells of
 * gotsf, the hourly LoRa set of a vineyard and the LTE cells. Where sensors stand, {@link dev.trivium.data.importer.SensorCoordinates} reads.
 *
 * <p>What is dropped, taken for missing or told apart by a rule of ours is counted in {@link dev.trivium.data.importer.Imported#notes}; a line
 * that fits no rule is an error with its path and number.
 */
@NullMarked
package dev.trivium.data.importer;

import org.jspecify.annotations.NullMarked;
