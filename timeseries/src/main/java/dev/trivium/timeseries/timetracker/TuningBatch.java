package dev.trivium.timeseries.timetracker;

/**
 * Windows laid out for the network.
 *
 * @param inputs what the network is given: (windows · series, patches, 2P), the last ones masked
 * @param targets (windows · series, horizon patches, P): normalised as the inputs, 0 where there is none
 * @param weights of the same shape: the spread of the look-back in units of the training deviation, 0 where there is no target
 * @param observed targets that there are and that count: none of a series that is constant in its look-back
 */
record TuningBatch(PatchInputs inputs, float[] targets, float[] weights, int observed) {

    /**
     * Lays windows out.
     *
     * @param contexts (windows · series, points), NaN where missing
     * @param futures (windows · series, horizon), NaN where missing
     * @param deviations of the series in training
     * @param said patches of the horizon that one pass says
     */
    static TuningBatch of(double[][] contexts, double[][] futures, double[] deviations, int patch, int said) {
        PatchInputs inputs = PatchInputs.of(contexts, 0, patch, said - 1);
        float[] targets = new float[Math.multiplyExact(contexts.length, said * patch)];
        float[] weights = new float[targets.length];
        int observed = 0;
        for (int s = 0; s < contexts.length; s++) {
            SeriesScale scale = inputs.scales()[s];
            double deviation = deviations[s % deviations.length];
            float weight = deviation > 0 ? (float) (scale.spread() / deviation) : 0;
            for (int t = 0; t < Math.min(futures[s].length, said * patch); t++) {
                if (weight > 0 && !Double.isNaN(futures[s][t])) {
                    observed++;
                    targets[s * said * patch + t] = scale.exact(futures[s][t]);
                    weights[s * said * patch + t] = weight;
                }
            }
        }
        return new TuningBatch(inputs, targets, weights, observed);
    }
}
