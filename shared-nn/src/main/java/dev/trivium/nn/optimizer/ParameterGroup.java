package dev.trivium.nn.optimizer;

import dev.trivium.nn.parameter.Parameters;
import java.util.List;

/**
 * Parameters that are trained alike.
 *
 * @param names full names in the parameter store, at least one, each once
 * @param rateFactor the group's learning rate is the step's times this; at least 0
 * @param weightDecay λ of this group, at least 0
 */
public record ParameterGroup(List<String> names, double rateFactor, double weightDecay) {

    /** Checks the ranges and copies the names. */
    public ParameterGroup {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("names must hold at least one parameter, got []");
        }
        if (!(rateFactor >= 0 && rateFactor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("rateFactor must be at least 0 and finite, got " + rateFactor);
        }
        AdamSettings.checkDecay(weightDecay);
    }

    /** {@return all trained parameters, without buffers, as one group at the full learning rate} */
    public static ParameterGroup all(Parameters parameters, double weightDecay) {
        return new ParameterGroup(List.copyOf(parameters.trainable()), 1, weightDecay);
    }
}
