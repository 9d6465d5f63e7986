package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** A network with its parameters, and the rule by which series see each other. */
record NetworkModel(TimeTrackerSettings settings, TimeTrackerNetwork network, Parameters parameters, SeriesGraph graph) implements PatchModel {

    /**
     * Makes a network in an empty store of parameters.
     *
     * @param window points over which a graph's spectra are taken; of no use for rules without a graph
     */
    static NetworkModel create(TimeTrackerSettings settings, Mixing mixing, int window, Parameters parameters) {
        TimeTrackerNetwork network = new TimeTrackerNetwork(settings, parameters);
        return new NetworkModel(settings, network, parameters, new SeriesGraph(mixing, window, parameters));
    }

    Mixing mixing() {
        return graph.mixing();
    }

    /**
     * What a pass says.
     *
     * @param last (sequences, wanted, (1 + Q) P): of the last tokens
     * @param loads of the experts, layer by layer
     */
    record Answer(Tensor last, List<Tensor> loads) {}

    /** As {@link #last}, and for training, if there is a step. */
    Answer answer(Scope scope, float[] inputs, int channels, int patches, int wanted, Optional<SeriesGraph.Step> training) {
        int sequences = inputs.length / (2 * settings.patch() * patches);
        int together = mixing().mixes() ? channels : 1;
        SeriesGraph.Shape shape = new SeriesGraph.Shape(sequences / together, together, patches, wanted - 1, settings.patch());
        Tensor tokens = scope.tensor(inputs, shape.groups(), together, patches, 2L * settings.patch());
        Mode mode = training.map(step -> Mode.train(scope, step.seed(), step.number())).orElse(Mode.PREDICT);
        TimeTrackerNetwork.Output output = mixing().mixes()
                ? network.forward(tokens, graph.relate(scope, inputs, shape, training), mode)
                : network.forward(tokens, Optional.empty(), mode);
        Tensor flat = output.predictions().reshape(sequences, patches, settings.outputs());
        return new Answer(flat.narrow(1, patches - wanted, wanted), output.loads());
    }

    @Override
    public float[] last(float[] inputs, int channels, int patches, int wanted) {
        try (Scope scope = Scope.open(parameters.compute())) {
            return answer(scope, inputs, channels, patches, wanted, Optional.empty()).last().toFloats();
        }
    }
}
