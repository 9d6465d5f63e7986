package dev.trivium.nn.training;

import dev.trivium.nn.average.WeightAverage;
import dev.trivium.nn.optimizer.Adam;
import dev.trivium.nn.optimizer.Optimizer;
import dev.trivium.nn.parameter.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What changes with every step: parameters, moments, and their average if there is one.
 *
 * @param parameters owned by the model, not closed here
 */
record Learner(Parameters parameters, Optimizer optimizer, @Nullable WeightAverage average) implements AutoCloseable {

    static Learner of(Parameters parameters, TrainingPlan plan) {
        return new Learner(parameters, new Adam(parameters, plan.optimizer()),
                plan.averaging().map(a -> a.start(parameters)).orElse(null));
    }

    void afterStep() {
        if (average != null) {
            average.afterStep();
        }
    }

    void afterEpoch(long epoch) {
        if (average != null) {
            average.afterEpoch(epoch);
        }
    }

    /** Puts the average into the parameters until closed; does nothing if there is none yet. */
    Averaged averaged() {
        if (average == null || !average.started()) {
            return () -> {};
        }
        return average.swapIn()::close;
    }

    /** The time during which parameters hold their average. */
    interface Averaged extends AutoCloseable {
        @Override
        void close();
    }

    @Override
    public void close() {
        optimizer.close();
        if (average != null) {
            average.close();
        }
    }
}
