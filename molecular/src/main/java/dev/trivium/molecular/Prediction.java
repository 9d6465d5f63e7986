package dev.trivium.molecular;

import java.util.Optional;

/** The answer to one input row. */
public sealed interface Prediction {

    /** {@return one number per task, in the unit of the labels or as probabilities; NaN throughout if there is no prediction} */
    double[] values();

    /** {@return why there is no prediction; empty if there is one} */
    Optional<String> refusal();

    /**
     * A prediction.
     *
     * @param values one number per task
     * @param spread standard deviation over the members of an ensemble, one number per task; NaN for a single model
     * @param notes what a reader should know of this row, such as an element outside the vocabulary or a dropped fragment; empty if nothing
     */
    record Made(double[] values, double[] spread, java.util.List<String> notes) implements Prediction {

        /** Copies what it is given. */
        public Made {
            values = values.clone();
            spread = spread.clone();
            notes = java.util.List.copyOf(notes);
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public double[] spread() {
            return spread.clone();
        }

        @Override
        public Optional<String> refusal() {
            return Optional.empty();
        }
    }

    /**
     * No prediction.
     *
     * @param tasks  number of tasks
     * @param reason what is wrong with the row
     */
    record Refused(int tasks, String reason) implements Prediction {

        @Override
        public double[] values() {
            double[] none = new double[tasks];
            java.util.Arrays.fill(none, Double.NaN);
            return none;
        }

        @Override
        public Optional<String> refusal() {
            return Optional.of(reason);
        }
    }
}
