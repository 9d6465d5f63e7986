package dev.trivium.molecular;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.molecular.interval.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer to one input row. */
public sealed interface Prediction {

    /** {@return one number per task, in the unit of the labels or as probabilities; NaN throughout if there is no prediction} */
    double[] values();

    /** {@return why there is no prediction; empty if there is one} */
    Optional<String> refusal();

    /** {@return intervals or sets that hold the truth with a stated share; empty for a model that was not calibrated} */
    default Optional<Ranges> ranges() {
        return Optional.empty();
    }

    /**
     * {@return the interval of a task, in the unit of the labels; empty unless the model was calibrated for this share}
     *
     * @param task  counted from 0
     * @param share of truths inside, such as 0.8
     */
    default Optional<Interval> interval(int task, double share) {
        return ranges().flatMap(ranges -> ranges.interval(task, share));
    }

    /**
     * {@return the labels of a task that the set of this share holds: none, one or both of 0 and 1; empty unless the model was calibrated for it}
     *
     * @param task  counted from 0
     * @param share of truths inside, of either label, such as 0.8
     */
    default Optional<Set<Integer>> labels(int task, double share) {
        return ranges().flatMap(ranges -> ranges.labels(task, share));
    }

    /**
     * {@return what a model says of a row; a refusal that names the task if it says no finite number, as one with numbers out of range may}
     *
     * @param tasks their names
     * @param values one number per task
     * @param spread as for {@link Made}
     * @param notes as for {@link Made}
     */
    static Prediction of(List<String> tasks, double[] values, double[] spread, List<String> notes) {
        for (int t = 0; t < values.length; t++) {
            if (!Double.isFinite(values[t])) {
                return new Refused(values.length, "prediction must be finite, got " + values[t] + " for " + tasks.get(t)
                        + ": the model's numbers are out of range");
            }
        }
        return new Made(values, spread, notes);
    }

    /**
     * A prediction.
     *
     * @param values one number per task
     * @param spread standard deviation over the members of an ensemble, one number per task; NaN for a single model
     * @param notes what a reader should know of this row, such as an element outside the vocabulary or a dropped fragment; empty if nothing
     * @param ranges intervals or sets; empty for a model that was not calibrated
     */
    record Made(double[] values, double[] spread, List<String> notes, Optional<Ranges> ranges) implements Prediction {

        /** A prediction without intervals or sets. */
        public Made(double[] values, double[] spread, List<String> notes) {
            this(values, spread, notes, Optional.empty());
        }

        /** Copies what it is given. */
        public Made {
            values = values.clone();
            spread = spread.clone();
            notes = List.copyOf(notes);
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public double[] spread() {
            return spread.clone();
        }

        /** {@return this prediction with intervals or sets} */
        public Made with(Ranges other) {
            return new Made(values, spread, notes, Optional.of(other));
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
