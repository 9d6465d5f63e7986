package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Optional;

/** A network whose series do not see each other. */
record NetworkModel(TimeTrackerSettings settings, TimeTrackerNetwork network, Parameters parameters) implements PatchModel {

    @Override
    public float[] last(float[] inputs, int channels, int patches, int wanted) {
        long sequences = inputs.length / (2L * settings.patch() * patches);
        try (Scope scope = Scope.open(parameters.compute())) {
            Tensor tokens = scope.tensor(inputs, sequences, 1, patches, 2L * settings.patch());
            return network.forward(tokens, Optional.empty(), Mode.PREDICT).predictions().narrow(2, patches - wanted, wanted).toFloats();
        }
    }
}
