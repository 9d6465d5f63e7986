package dev.trivium.timeseries.timetracker;

/** A network, as forecasting asks it: numbers in, numbers out. Safe for use by several threads at once. */
interface PatchModel {

    /**
     * Says the patches after the last tokens.
     *
     * @param inputs (groups · channels, patches, 2P) row-major: normalised values with 0 where missing, then 1 observed and 0 missing
     * @param channels series that may see each other; 1 if none do
     * @param patches tokens of each series
     * @param wanted of how many tokens from the end the outputs are wanted
     * @return (groups · channels, wanted, (1 + Q) · P): the mean, then the quantiles level by level
     */
    float[] last(float[] inputs, int channels, int patches, int wanted);
}
