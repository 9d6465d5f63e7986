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

    static Learner of(Trainable model, TrainingPlan plan) {
        Parameters parameters = model.parameters();
        Adam adam = model.groups().isEmpty() ? new Adam(parameters, plan.optimizer()) : new Adam(parameters, plan.optimizer(), model.groups());
        return new Learner(parameters, adam,
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
