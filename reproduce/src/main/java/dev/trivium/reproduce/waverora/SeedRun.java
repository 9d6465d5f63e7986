package dev.trivium.reproduce.waverora;

import dev.trivium.reproduce.record.Origin;

/**
 * One training of WaveRoRA in a published setting, scored on the test windows.
 *
 * @param setting data set and horizon
 * @param seed of initial parameters, data order and dropout
 * @param windows what was scored
 * @param all score over all test windows
 * @param kept score over the windows that the authors' code keeps
 * @param simple scores of simple methods over all test windows
 * @param fit how the training went
 * @param origin what made the figures
 */
record SeedRun(Setting setting, long seed, Windows windows, Score all, Score kept, Simple simple, Fit fit, Origin origin) {

    /** Batch of the authors' test loader, which drops what does not fill one. */
    static final int BATCH = 32;

    /**
     * Test windows.
     *
     * @param all every window of the test rows
     * @param kept the first ones, in whole batches of {@value SeedRun#BATCH}
     */
    record Windows(int all, int kept) {

        static Windows of(int all) {
            return new Windows(all, all - all % BATCH);
        }
    }

    /**
     * Methods that see the same look-back.
     *
     * @param lastValue repeats the last value
     * @param seasonal repeats the last day
     * @param linear a linear map per series, fitted in closed form
     */
    record Simple(Score lastValue, Score seasonal, Score linear) {}

    /**
     * A training.
     *
     * @param epochs epochs run
     * @param bestEpoch the one with the lowest validation error, whose parameters were scored; from 1
     * @param seconds training and validation
     */
    record Fit(int epochs, int bestEpoch, double seconds) {}
}
