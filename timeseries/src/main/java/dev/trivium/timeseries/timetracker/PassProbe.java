package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.evaluation.graph.GraphMean;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the first pass of a forecast.
 *
 * @param model the network
 * @param seen most points of a history that the pass sees
 * @param masked wholly missing patches after them
 */
record PassProbe(NetworkModel model, int seen, int masked) {

    /** {@return the ways of the tokens through the experts; contexts are (series, points), the last rows of the history} */
    Routing routing(SeriesSet history, List<String> names, double[][] contexts) {
        TimeTrackerSettings settings = model.settings();
        int used = Math.min(seen, contexts[0].length);
        PatchInputs inputs = inputs(contexts);
        int experts = settings.experts().experts();
        float[] gates = new float[Math.multiplyExact(settings.layers() * experts, names.size() * inputs.patches())];
        try (Scope scope = Scope.open(model.parameters().compute())) {
            List<TimeTrackerNetwork.Route> routes = model.pass(scope, inputs.values(), shape(inputs, names.size()), Optional.empty()).routes();
            for (int layer = 0; layer < routes.size(); layer++) {
                Tensor chosen = routes.get(layer).experts();
                float[] weights = routes.get(layer).gates().toFloats();
                double[] numbers = chosen.toDoubles();
                int each = (int) chosen.size(1);
                int start = layer * names.size() * inputs.patches() * experts;
                for (int i = 0; i < weights.length; i++) {
                    gates[start + i / each * experts + (int) numbers[i]] = weights[i];
                }
            }
        }
        return new Routing(names, labels(history, used, settings.patch()), settings.layers(), experts, gates);
    }

    /** Adds the edges of a window: the key variate is the source, the query variate, which listens, the target. */
    void edges(double[][] contexts, GraphMean mean) {
        PatchInputs inputs = inputs(contexts);
        mean.window();
        try (Scope scope = Scope.open(model.parameters().compute())) {
            Relation relation = model.graph().relate(scope, inputs.values(), shape(inputs, contexts.length), Optional.empty());
            double[] logits = relation.logits().toDoubles();
            @Nullable Tensor index = relation.index();
            double[] keys = index == null ? new double[0] : index.toDoubles();
            int each = logits.length / contexts.length;
            for (int i = 0; i < logits.length; i++) {
                double weight = Math.min(1, Math.exp(logits[i])); // rounding, and the small number that keeps ln p finite
                int source = index == null ? i % each : (int) keys[i];
                if (weight > 0 && source != i / each) {
                    mean.edge(source, i / each, weight);
                }
            }
        }
    }

    private PatchInputs inputs(double[][] contexts) {
        return PatchInputs.of(contexts, Math.max(0, contexts[0].length - seen), model.settings().patch(), masked);
    }

    private SeriesGraph.Shape shape(PatchInputs inputs, int series) {
        return model.shape(inputs.values(), series, inputs.patches(), masked);
    }

    /** The first step of each patch; that of the oldest is the first row that is seen. */
    private List<String> labels(SeriesSet history, int used, int patch) {
        List<String> labels = new ArrayList<>();
        int patches = (used + patch - 1) / patch;
        for (int i = 0; i < patches; i++) {
            labels.add(history.time().label(history.length() - Math.min(used, (patches - i) * patch)));
        }
        if (masked > 0) {
            TimeAxis future = history.time().after(masked * patch);
            for (int i = 0; i < masked; i++) {
                labels.add(future.label(i * patch));
            }
        }
        return labels;
    }
}
