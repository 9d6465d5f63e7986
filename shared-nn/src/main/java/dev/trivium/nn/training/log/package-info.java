/**
 * What is kept of a training while it runs: its epochs for a report, and TensorBoard event files.
 *
 * <p>{@link dev.trivium.nn.training.log.TrainingHistory} and {@link dev.trivium.nn.training.log.EventLog} are
 * {@linkplain dev.trivium.nn.training.TrainingMonitor monitors}; {@link dev.trivium.nn.training.log.Monitors} puts several in
 * the place of one.
 */
@NullMarked
package dev.trivium.nn.training.log;

import org.jspecify.annotations.NullMarked;
