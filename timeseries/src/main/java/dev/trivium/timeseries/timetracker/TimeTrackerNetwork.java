package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.layer.RotaryEmbedding;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The decoder: patches of series in, for each patch a prediction of the next one out.
 *
 * <p>Letters: B batch, C variates, N patches, P points of a patch, Q quantile levels, d width.
 *
 * <p>Parameters: {@code embedding.weight} (d, 2 P), {@code embedding.bias} (d); {@code layer.I} as in {@link DecoderLayer};
 * {@code norm.weight} (d); {@code head.weight} ((1 + Q) P, d), {@code head.bias} ((1 + Q) P). Linear maps start uniform on ±1/√in.
 */
final class TimeTrackerNetwork {

    private static final long CHUNK = 1L << 24; // as many logits of attention between variates are computed at a time

    private final TimeTrackerSettings settings;
    private final List<DecoderLayer> layers = new ArrayList<>();
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Tensor> ends;
    private final Tensor turns;
    private final long[] how;

    TimeTrackerNetwork(TimeTrackerSettings settings, Parameters parameters) {
        this.settings = settings;
        int width = settings.width();
        int patch = settings.patch();
        Parameters embedding = parameters.child("embedding");
        ends = new ArrayList<>(List.of(embedding.add("weight", Initial.fanIn(2L * patch), width, 2L * patch),
                embedding.add("bias", Initial.fanIn(2L * patch), width)));
        for (int i = 0; i < settings.layers(); i++) {
            DecoderLayer layer = new DecoderLayer(settings, parameters.child("layer." + i));
            layers.add(layer);
            tensors.addAll(layer.tensors());
        }
        ends.add(parameters.add("norm.weight", Initial.ones(), width));
        ends.add(DecoderLayer.normBias(settings, parameters));
        Parameters head = parameters.child("head");
        ends.add(head.add("weight", Initial.fanIn(width), settings.outputs(), width));
        ends.add(head.add("bias", Initial.fanIn(width), settings.outputs()));
        turns = turns(settings, parameters);
        how = how(settings);
    }

    /** Angles θ_i = base^(-2i / r) of position 1, i = 0 … r/2 - 1; or, for patches, cosine and sine of p θ_i: (positions, 1, 1, r/2, 2). */
    private static Tensor turns(TimeTrackerSettings settings, Parameters parameters) {
        int pairs = settings.rotated() / 2;
        double[] angles = new double[pairs];
        Arrays.setAll(angles, i -> Math.pow(RotaryEmbedding.BASE, -(double) i / pairs));
        if (settings.switches().flatPositions()) {
            return parameters.constant(angles, pairs);
        }
        double[] values = new double[2 * Math.multiplyExact(settings.positions(), pairs)];
        for (int i = 0; i < values.length / 2; i++) {
            double angle = i / pairs * angles[i % pairs];
            values[2 * i] = Math.cos(angle);
            values[2 * i + 1] = Math.sin(angle);
        }
        return parameters.constant(values, settings.positions(), 1, 1, pairs, 2);
    }

    private static long[] how(TimeTrackerSettings settings) {
        ExpertSettings experts = settings.experts();
        return new long[] {settings.layers(), DecoderLayer.TENSORS, settings.heads(), experts.chosen(),
                flag(experts.affinity() == ExpertSettings.Affinity.SOFTMAX), flag(experts.unit() == ExpertSettings.Unit.RELU),
                flag(experts.averageShared()), flag(experts.balanceInAffinity()),
                flag(settings.switches().norm() == DecoderSwitches.Norm.AFTER), flag(settings.switches().scaledBias()), 1};
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }

    /**
     * What a pass gives. T = B C N tokens, those of a sample one after the other, variate by variate.
     *
     * @param predictions (B, C, N, (1 + Q) P): token i's prediction of patch i + 1; the P points of the mean first, then those of
     *     each quantile level in turn
     * @param loads for each layer, the number of tokens that each private expert took: (n_p), without gradient
     * @param routes for each layer, the way of every token, without gradient
     */
    record Output(Tensor predictions, List<Tensor> loads, List<Route> routes) {}

    /**
     * The way of tokens through a layer's private experts.
     *
     * @param gates (T, k), rows sum to one
     * @param experts (T, k), numbers of the experts from 0; no expert twice in a row
     */
    record Route(Tensor gates, Tensor experts) {}

    /**
     * Predicts.
     *
     * @param inputs (B, C, N, 2 P): P normalised values, 0 where missing, then P flags, 1 where observed; N at most the settings' positions
     * @param relation none: every variate is by itself; or (B, C, C): ln p, added to the logits of query variate m (row) and key variate n
     *     (column), 0 for no effect, -∞ to forbid; every row must allow its own variate
     * @param mode with dropout only
     */
    Output forward(Tensor inputs, Optional<Tensor> relation, Mode mode) {
        return relation.isPresent() ? forward(inputs, Relation.all(relation.get()), mode) : run(inputs, List.of(), mode);
    }

    /**
     * Predicts with attention between variates.
     *
     * @param inputs (B, C, N, 2 P), as above
     * @param relation between the C variates of each of the B samples
     */
    Output forward(Tensor inputs, Relation relation, Mode mode) {
        check(inputs);
        relation.check(inputs.size(0), inputs.size(1));
        return run(inputs, relation.tensors(), mode);
    }

    private Output run(Tensor inputs, List<Tensor> relation, Mode mode) {
        check(inputs);
        long batch = inputs.size(0);
        long variates = inputs.size(1);
        long patches = inputs.size(2);
        long together = relation.isEmpty() ? 1 : variates;
        long sequences = batch * variates / together;
        Tensor tokens = inputs.reshape(sequences, together * patches, inputs.size(3));
        long[] own = how.clone();
        if (!relation.isEmpty()) { // logits of one query variate: its N patches with N of each key variate
            own[own.length - 1] = Math.max(1, CHUNK / (batch * settings.heads() * patches * patches * relation.get(0).size(2)));
        }
        List<Tensor> results = DecoderScript.SCRIPT.callMany("decode", tokens, together, relation, tensors, ends, turns,
                masks(sequences, together * patches, relation.isEmpty(), mode), own);
        List<Tensor> loads = new ArrayList<>();
        List<Route> routes = new ArrayList<>();
        for (int i = 1; i < results.size(); i += 3) {
            loads.add(results.get(i));
            routes.add(new Route(results.get(i + 1), results.get(i + 2)));
        }
        return new Output(results.get(0).reshape(batch, variates, patches, settings.outputs()), loads, routes);
    }

    private void check(Tensor inputs) {
        if (inputs.shape().length != 4 || inputs.size(3) != 2L * settings.patch() || inputs.count() == 0
                || inputs.size(2) > settings.positions()) {
            throw new IllegalArgumentException("inputs must have shape (batch, variates, patches <= " + settings.positions() + ", 2 P = "
                    + 2 * settings.patch() + "), got " + inputs.shapeText());
        }
    }

    /** For each layer: masks of attention weights (of variates by themselves), of what attention adds and of what the experts add. */
    private List<Tensor> masks(long sequences, long tokens, boolean alone, Mode mode) {
        long[] weights = alone ? new long[] {sequences, settings.heads(), tokens, tokens} : new long[] {0};
        long[] added = {sequences * tokens, settings.width()};
        long[][] shapes = new long[3 * settings.layers()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = i % 3 == 0 ? weights : added;
        }
        return mode.masks(settings.dropout(), shapes);
    }

    /**
     * What the network computes with.
     *
     * @param layers the tensors of all layers, each layer's in the order of {@link DecoderLayer}
     * @param ends embedding, last normalisation and head: weight, then bias
     * @param turns cosine and sine of every patch and pair of channels
     */
    record Parts(List<Tensor> layers, List<Tensor> ends, Tensor turns) {}

    /** {@return what the network computes with; owned by its parameters} */
    Parts parts() {
        return new Parts(tensors, ends, turns);
    }

    /**
     * Moves the balance biases towards even loads, as after a training step: {@code b += γ sign(mean(c) - c)}.
     *
     * @param loads c of each layer, counted over all tokens of the step
     * @param gamma γ, at least 0
     */
    void balance(List<Tensor> loads, double gamma) {
        if (loads.size() != layers.size()) {
            throw new IllegalArgumentException("loads must hold one tensor for each of " + layers.size() + " layers, got " + loads.size());
        }
        if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gamma must be at least 0 and finite, got " + gamma);
        }
        DecoderScript.SCRIPT.callUnrecorded("balance", layers.stream().map(DecoderLayer::balance).toList(), loads, gamma);
    }
}
