package dev.trivium.reproduce.timetracker.finetune;

import dev.trivium.reproduce.record.Origin;

/**
 * One training, scored on all test windows.
 *
 * @param seed of data order, and of the weights of a random start
 * @param mse of standardised values, as papers print it
 * @param mae likewise
 */
record Run(Setting setting, long seed, int windows, double mse, double mae, Fit fit, Origin origin) {

    /**
     * The training.
     *
     * @param best the epoch that was kept; 0 for the start itself
     * @param seconds training and validation
     */
    record Fit(int epochs, int best, double seconds) {}
}
