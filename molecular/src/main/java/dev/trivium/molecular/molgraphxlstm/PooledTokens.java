package dev.trivium.molecular.molgraphxlstm;

import java.util.Arrays;

/**
 * Tokens of one molecule and the largest value in each channel.
 *
 * @param values (tokens, D) row-major
 * @param width D
 */
record PooledTokens(double[] values, int width) {

    int tokens() {
        return values.length / width;
    }

    double value(int token, int channel) {
        return values[token * width + channel];
    }

    /** {@return the first token whose value in the channel is the largest} */
    int winner(int channel) {
        int best = 0;
        for (int token = 1; token < tokens(); token++) {
            best = value(token, channel) > value(best, channel) ? token : best;
        }
        return best;
    }

    /**
     * {@return (D) by how much the largest value of each channel falls if some tokens leave the pool; it falls to 0 if none stays}
     *
     * @param leaving (tokens)
     */
    double[] loss(boolean[] leaving) {
        double[] losses = new double[width];
        Arrays.setAll(losses, channel -> {
            double rest = Double.NEGATIVE_INFINITY;
            double best = Double.NEGATIVE_INFINITY;
            for (int token = 0; token < leaving.length; token++) {
                best = Math.max(best, value(token, channel));
                rest = leaving[token] ? rest : Math.max(rest, value(token, channel));
            }
            return rest == Double.NEGATIVE_INFINITY ? best : best - rest;
        });
        return losses;
    }
}
