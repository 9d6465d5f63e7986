package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and gradients of a step of pre-training by written-out derivatives, which a tape would find too, in less time:
 *
 * <ul>
 * <li>all large tensors lie in buffers that live as long as this object, so that a step asks the system for next to no memory;
 * <li>tokens whose target weighs nothing leave after the last layer's attention: nothing after it looks at them;
 * <li>the units of all experts pass through one kernel, whose sizes repeat;
 * <li>no gradient is copied together or kept twice.
 * </ul>
 *
 * <p>Not thread-safe. Close it before the parameters.
 */
final class StepGradients implements AutoCloseable {

    private final TimeTrackerNetwork.Parts parts;
    private final PretrainingLoss loss;
    private final Scope scope;
    private final Map<String, Tensor> gradients = new LinkedHashMap<>();
    private final List<Tensor> layers;
    private final List<Tensor> ends;
    private final List<Tensor> work = new ArrayList<>();
    private final long[] how;

    /**
     * @param settings {@linkplain #covers covered}
     * @param parameters the network's
     * @param parts of the network
     * @param batch draws of a step, at most
     */
    StepGradients(TimeTrackerSettings settings, Parameters parameters, TimeTrackerNetwork.Parts parts, PretrainingLoss loss, int batch) {
        this.parts = parts;
        this.loss = loss;
        scope = Scope.detached(parameters.compute());
        Map<Tensor, Tensor> own = new IdentityHashMap<>();
        for (String name : parameters.trainable()) {
            if (!name.endsWith("attention.same") && !name.endsWith("attention.cross")) { // between variates only
                Tensor parameter = parameters.get(name);
                Tensor gradient = scope.zeros(parameter.shape());
                gradients.put(name, gradient);
                own.put(parameter, gradient);
            }
        }
        Tensor none = scope.zeros(0);
        layers = parts.layers().stream().map(tensor -> own.getOrDefault(tensor, none)).toList();
        ends = parts.ends().stream().map(tensor -> own.getOrDefault(tensor, none)).toList();
        for (long size : sizes(settings, batch)) {
            work.add(scope.zeros(size));
        }
        how = new long[] {settings.layers(), DecoderLayer.TENSORS, settings.heads(), settings.experts().chosen(), GradientScript.OWN};
    }

    /** {@return whether the derivatives of such a network are written out: no dropout and none of the paper's other readings} */
    static boolean covers(TimeTrackerSettings settings) {
        ExpertSettings experts = settings.experts();
        return settings.dropout() == 0 && settings.switches().equals(DecoderSwitches.standard()) && experts.shared() > 0
                && experts.affinity() == ExpertSettings.Affinity.SIGMOID && experts.unit() == ExpertSettings.Unit.GELU
                && !experts.averageShared() && !experts.balanceInAffinity();
    }

    /** Numbers in each work buffer, in the order of {@link GradientScript}. */
    private static List<Long> sizes(TimeTrackerSettings settings, int batch) {
        ExpertSettings experts = settings.experts();
        long tokens = (long) batch * settings.positions();
        long rows = tokens * settings.width();
        long chosen = rows * experts.chosen();
        long scores = tokens * settings.heads() * settings.positions();
        long units = tokens * experts.hidden() * (experts.shared() + experts.chosen()) + (1L << 16);
        long outputs = tokens * settings.outputs();
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < settings.layers(); i++) {
            sizes.addAll(List.of(rows, rows, 3 * rows, scores, rows, rows, rows, chosen, units, units, chosen));
        }
        sizes.addAll(List.of(rows, 3 * rows, scores, rows, rows, rows, outputs, outputs, rows, rows));
        sizes.addAll(List.of(chosen, units, rows, rows, rows, scores, 3 * rows, rows));
        return sizes;
    }

    /**
     * What a step gives.
     *
     * @param loss one number
     * @param loads of each layer, (n_p), over all tokens
     */
    record Result(Tensor loss, List<Tensor> loads) {}

    /**
     * Computes loss, loads and {@link #gradients}.
     *
     * @param inputs (B, N, 2 P), N the settings' positions
     * @param draws of which the inputs are
     */
    Result of(Tensor inputs, PretrainingBatch draws, Scope step) {
        GradientScript.SCRIPT.callUnrecorded("clear", List.copyOf(gradients.values()));
        List<Tensor> results = GradientScript.SCRIPT.callMany("gradients", inputs, PretrainingLoss.targets(draws, step),
                PretrainingLoss.weights(draws, step), loss.levels(step), parts.layers(), parts.ends(), layers, ends, parts.turns(), work,
                loss.meanWeight(), PretrainingLoss.MEAN_LIMIT, how);
        return new Result(results.get(0), results.subList(1, results.size()));
    }

    /** {@return the gradients by name, of all parameters that a series by itself depends on; valid until the next step, which overwrites them} */
    Map<String, Tensor> gradients() {
        return gradients;
    }

    @Override
    public void close() {
        scope.close();
    }
}
