package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.layer.RotaryEmbedding;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
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
        turns = turns(settings.positions(), settings.rotated() / 2, parameters);
        how = how(settings);
    }

    /** Cosine and sine of p · base^(-2i / r), i = 0 … r/2 - 1, for each position p: (positions, 1, 1, r/2, 2). */
    private static Tensor turns(int positions, int pairs, Parameters parameters) {
        double[] values = new double[2 * Math.multiplyExact(positions, pairs)];
        for (int i = 0; i < positions * pairs; i++) {
            double angle = i / pairs * Math.pow(RotaryEmbedding.BASE, -(double) (i % pairs) / pairs);
            values[2 * i] = Math.cos(angle);
            values[2 * i + 1] = Math.sin(angle);
        }
        return parameters.constant(values, positions, 1, 1, pairs, 2);
    }

    private static long[] how(TimeTrackerSettings settings) {
        ExpertSettings experts = settings.experts();
        return new long[] {settings.layers(), DecoderLayer.TENSORS, settings.heads(), experts.chosen(),
                flag(experts.affinity() == ExpertSettings.Affinity.SOFTMAX), flag(experts.unit() == ExpertSettings.Unit.RELU),
                flag(experts.averageShared()), flag(experts.balanceInAffinity()),
                flag(settings.switches().norm() == DecoderSwitches.Norm.AFTER)};
    }

    private static long flag(boolean set) {
        return set ? 1 : 0;
    }

    /**
     * What a pass gives.
     *
     * @param predictions (B, C, N, (1 + Q) P): token i's prediction of patch i + 1; the P points of the mean first, then those of
     *     each quantile level in turn
     * @param loads for each layer, the number of tokens that each private expert took: (n_p), without gradient
     */
    record Output(Tensor predictions, List<Tensor> loads) {}

    /**
     * Predicts.
     *
     * @param inputs (B, C, N, 2 P): P normalised values, 0 where missing, then P flags, 1 where observed; N at most the settings' positions
     * @param relation none: every variate is by itself
     * @param mode with dropout only
     */
    Output forward(Tensor inputs, Optional<Tensor> relation, Mode mode) {
        check(inputs);
        if (relation.isPresent()) {
            throw new IllegalArgumentException("relation must be none: attention between variates is not there yet");
        }
        long sequences = inputs.size(0) * inputs.size(1);
        long patches = inputs.size(2);
        Tensor alone = inputs.reshape(sequences, patches, inputs.size(3));
        List<Tensor> results = DecoderScript.SCRIPT.callMany("decode", alone, tensors, ends, turns, masks(sequences, patches, mode), how);
        Tensor predictions = results.get(0).reshape(inputs.size(0), inputs.size(1), patches, settings.outputs());
        return new Output(predictions, results.subList(1, results.size()));
    }

    private void check(Tensor inputs) {
        if (inputs.shape().length != 4 || inputs.size(3) != 2L * settings.patch() || inputs.count() == 0
                || inputs.size(2) > settings.positions()) {
            throw new IllegalArgumentException("inputs must have shape (batch, variates, patches <= " + settings.positions() + ", 2 P = "
                    + 2 * settings.patch() + "), got " + inputs.shapeText());
        }
    }

    /** For each layer: masks of attention weights, of what attention adds and of what the experts add. */
    private List<Tensor> masks(long sequences, long patches, Mode mode) {
        long[] added = {sequences * patches, settings.width()};
        long[][] shapes = new long[3 * settings.layers()][];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = i % 3 == 0 ? new long[] {sequences, settings.heads(), patches, patches} : added;
        }
        return mode.masks(settings.dropout(), shapes);
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
