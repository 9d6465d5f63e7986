package dev.trivium.nn.average;

import dev.trivium.nn.parameter.Parameters;

/** A way to average weights: a setting, from which {@link #start} makes the average of one training run. */
public sealed interface Averaging {

    /** Starts averaging. The caller closes the result, before the parameters. */
    WeightAverage start(Parameters parameters);

    /**
     * Exponential moving average, taken after every update: {@code a ← a + (1 − decay) (w − a)}, where the first update sets a to w.
     *
     * @param decay share of the old average that stays, in [0, 1); 0.999 looks back over about 1 000 updates
     */
    record Exponential(double decay) implements Averaging {

        /** Checks the range. */
        public Exponential {
            if (!(decay >= 0 && decay < 1)) {
                throw new IllegalArgumentException("decay must be in [0, 1), got " + decay);
            }
        }

        @Override
        public WeightAverage start(Parameters parameters) {
            return new RunningAverage(parameters, true, epoch -> false, taken -> 1 - decay);
        }
    }

    /**
     * Equal average of the weights at the end of every epoch from a given one on (stochastic weight averaging, SWA: Izmailov et al.
     * 2018), as a running mean: {@code a ← a + (w − a) / (n + 1)}.
     *
     * @param fromEpoch the first epoch that counts, from 0
     */
    record Equal(long fromEpoch) implements Averaging {

        /** Checks the range. */
        public Equal {
            if (fromEpoch < 0) {
                throw new IllegalArgumentException("fromEpoch must be at least 0, got " + fromEpoch);
            }
        }

        @Override
        public WeightAverage start(Parameters parameters) {
            return new RunningAverage(parameters, false, epoch -> epoch >= fromEpoch, taken -> 1.0 / (taken + 1));
        }
    }

    /**
     * Equal average of the weights at the end of the last epochs, at most so many (latest weight averaging, LAWA: Kaddour 2022).
     * Keeps a copy of the weights for each.
     *
     * @param epochs the window's length, k; at least 1
     */
    record Window(int epochs) implements Averaging {

        /** Checks the range. */
        public Window {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
            }
        }

        @Override
        public WeightAverage start(Parameters parameters) {
            return new WindowAverage(parameters, epochs);
        }
    }
}
