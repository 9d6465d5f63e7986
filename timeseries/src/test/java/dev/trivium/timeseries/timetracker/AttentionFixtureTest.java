package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reference figures: (a) of the ancestor's published attention, (b) of our definition, computed once. */
class AttentionFixtureTest {

    private static final double NONE = Double.NEGATIVE_INFINITY;

    private static Tensor call(String function, Object... arguments) {
        return DecoderScript.SCRIPT.call(function, arguments);
    }

    private static Tensor turns(Scope scope, int positions, int variates, int pairs, boolean flat) {
        double[] values = new double[2 * positions * variates * pairs];
        for (int i = 0; i < values.length / 2; i++) {
            int token = i / pairs;
            double angle = (flat ? token : token % positions) * Math.pow(10_000, -(double) (i % pairs) / pairs);
            values[2 * i] = Math.cos(angle);
            values[2 * i + 1] = Math.sin(angle);
        }
        return scope.tensor(values, (long) positions * variates, 1, 1, pairs, 2);
    }

    @Test
    void rotationTurnsNeighbouringChannels() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor x = SmallNetwork.filled(scope, 0, 1, 1, 3, 1, 1, 4);
            double[] rotated = call("rotate", x, turns(scope, 3, 1, 2, false)).toDoubles();
            assertArrayEquals(Arrays.copyOf(x.toDoubles(), 4), Arrays.copyOf(rotated, 4), 1e-12);
            assertArrayEquals(new double[] {0.466641924, -1.11696531, -0.553773365, 0.30601902, -1.1674303, 0.497282307, 0.138426096,
                -0.697245809}, Arrays.copyOfRange(rotated, 4, 12), 1e-6);
        }
    }

    @Test
    void flattenedPositionsAndHalfRotatedHeadsGiveTheAncestorsAttention() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor turns = call("flat_turns", scope.tensor(new double[] {1, 0.01}, 2), 6);
            List<Tensor> qkv = new ArrayList<>();
            for (int k = 1; k <= 3; k++) {
                Tensor x = SmallNetwork.filled(scope, k, 1, 1, 6, 1, 2, 8);
                Tensor turned = k < 3 ? call("rotate", x, turns) : x;
                qkv.add(turned.reshape(1, 6, 2, 8).transpose(1, 2));
            }
            Tensor out = call("among_all", qkv.get(0), qkv.get(1), qkv.get(2), scope.tensor(new double[] {0.5, -0.3}, 2),
                    scope.tensor(new double[] {-0.25, 0.1}, 2), scope.zeros(1, 2, 2), 1, 1);
            double[] values = out.toDoubles();
            assertArrayEquals(new double[] {-0.93061936, -0.486110184, 0.326277488, 0.891744862, 0.782357503, 0.0808975834, -0.681784014,
                -0.928505063}, Arrays.copyOf(values, 8), 1e-6);
            assertArrayEquals(new double[] {-0.410738848, 0.182411224, 0.637516119, 0.610161525, 0.121048853, -0.459671177, -0.692521225,
                -0.401285016}, Arrays.copyOfRange(values, 8, 16), 1e-6);
            assertEquals(-1.888131156, Arrays.stream(values).sum(), 1e-6);
            assertEquals(26.81570751, Arrays.stream(values).map(v -> v * v).sum(), 1e-6);
        }
    }

    @Test
    void aForbiddenVariateGetsNoWeightAndTheRestIsCausal() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> p = parameters(scope);
            Tensor relation = scope.tensor(new double[] {0, 0, NONE, 0, 0, NONE, NONE, 0, 0}, 1, 3, 3);
            Tensor turns = turns(scope, 4, 3, 2, false);
            Tensor x = SmallNetwork.filled(scope, 0, 1, 12, 8);
            List<Tensor> qkv = DecoderScript.SCRIPT.callMany("project", x, p, 0, turns, 12, 2);
            double[] identity = new double[2 * 12 * 12];
            for (int i = 0; i < 24; i++) {
                identity[i * 12 + i % 12] = 1;
            }
            Tensor weights = call("among_all", qkv.get(0), qkv.get(1), scope.tensor(identity, 1, 2, 12, 12), p.get(18), p.get(19), relation, 1, 2);
            assertArrayEquals(new double[] {0.0767460904, 0.290529575, 0.216179073, 0, 0.195734304, 0.0590386417, 0.161772316, 0, 0, 0, 0, 0},
                    weights.select(1, 0).select(1, 6).toDoubles(), 1e-6);
            checkOutput(call("attend", x, p, 0, turns, List.of(relation), List.of(), how(3)));
            checkOutput(call("attend", x, p, 0, turns, List.of(relation), List.of(), how(1)));
        }
    }

    private static void checkOutput(Tensor out) {
        double[] values = out.toDoubles();
        assertArrayEquals(new double[] {0.0540675101, -0.321030234, -0.44466584, -0.219995862, 0.176996296, 0.435347721, 0.352692421,
            -0.0062259253}, Arrays.copyOfRange(values, 48, 56), 1e-6);
        assertArrayEquals(new double[] {0.338979032, 0.143142283, -0.164817441, -0.343676096, -0.253334169, 0.0354437466, 0.296458669,
            0.325258295}, Arrays.copyOfRange(values, 88, 96), 1e-6);
        assertEquals(1.831629086, Arrays.stream(values).sum(), 1e-6);
        assertEquals(15.40818443, Arrays.stream(values).map(v -> v * v).sum(), 1e-6);
    }

    private static long[] how(long chunk) {
        return new long[] {1, DecoderLayer.TENSORS, 2, 1, 0, 0, 0, 0, 0, 1, chunk};
    }

    private static List<Tensor> parameters(Scope scope) {
        List<Tensor> p = new ArrayList<>(Collections.nCopies(DecoderLayer.TENSORS, scope.zeros(8)));
        Tensor[] maps = new Tensor[4];
        Arrays.setAll(maps, i -> SmallNetwork.filled(scope, i + 1, 0.3, 8, 8));
        p.set(2, Tensor.concat(List.of(maps[0], maps[1], maps[2]), 0));
        p.set(3, scope.zeros(24));
        p.set(4, maps[3]);
        p.set(18, scope.tensor(new double[] {0.5, 0.5}, 2));
        p.set(19, scope.tensor(new double[] {-0.25, -0.25}, 2));
        return p;
    }
}
