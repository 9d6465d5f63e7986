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
        SeriesGraph.Shape shape = shape(inputs, channels, patches, wanted - 1);
        TimeTrackerNetwork.Output output = pass(scope, inputs, shape, training);
        Tensor flat = output.predictions().reshape((long) shape.groups() * shape.channels(), patches, settings.outputs());
        return new Answer(flat.narrow(1, patches - wanted, wanted), output.loads());
    }

    SeriesGraph.Shape shape(float[] inputs, int channels, int patches, int masked) {
        int together = mixing().mixes() ? channels : 1;
        return new SeriesGraph.Shape(inputs.length / (2 * settings.patch() * patches) / together, together, patches, masked, settings.patch());
    }

    TimeTrackerNetwork.Output pass(Scope scope, float[] inputs, SeriesGraph.Shape shape, Optional<SeriesGraph.Step> training) {
        Tensor tokens = scope.tensor(inputs, shape.groups(), shape.channels(), shape.patches(), 2L * settings.patch());
        Mode mode = training.map(step -> Mode.train(scope, step.seed(), step.number())).orElse(Mode.PREDICT);
        return mixing().mixes()
                ? network.forward(tokens, graph.relate(scope, inputs, shape, training), mode)
                : network.forward(tokens, Optional.empty(), mode);
    }

    @Override
    public float[] last(float[] inputs, int channels, int patches, int wanted) {
        try (Scope scope = Scope.open(parameters.compute())) {
            return answer(scope, inputs, channels, patches, wanted, Optional.empty()).last().toFloats();
        }
    }
}
