package dev.trivium.timeseries.timetracker;

/**
 * Draws laid out for the network.
 *
 * @param inputs (batch, 1, patches, 2 · patch): the normalised points, 0 where nothing is shown; then 1 where shown, else 0
 * @param targets (batch, patches, patch): the normalised points of the patch after each token
 * @param weights (batch, patches, patch): of the targets; those of a draw are equal and add up to at most 1, or are all 0
 * @param far (batch, patches): 1 where a token's own patch is masked
 * @param supervised (batch): whether the draw carries any loss
 */
record PretrainingBatch(float[] inputs, float[] targets, float[] weights, float[] far, boolean[] supervised) {

    static PretrainingBatch empty(int size, int patches, int patch) {
        int points = size * patches * patch;
        return new PretrainingBatch(new float[2 * points], new float[points], new float[points], new float[size * patches],
                new boolean[size]);
    }

    int size() {
        return supervised.length;
    }

    /** {@return draws that carry a loss} */
    int supervisedDraws() {
        int count = 0;
        for (boolean each : supervised) {
            count += each ? 1 : 0;
        }
        return count;
    }
}
