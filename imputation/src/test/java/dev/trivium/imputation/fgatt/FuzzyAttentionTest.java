package dev.trivium.imputation.fgatt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Fuzzy graph attention against figures worked out elsewhere and against plain loops. */
class FuzzyAttentionTest {

    private static final double[] VALUES = {1, -0.5, 0, -1.25, 0.2, 0.9};

    /** Three nodes in a row; the ends have one neighbour, and a closed place. */
    private static List<Tensor> path(Scope scope) {
        Tensor index = scope.indices(new long[] {0, 1, 0, 0, 1, 2, 1, 2, 2}, 1, 3, 3);
        double[] s = {1, 0.6, 1, 0.6, 1, 0.5, 0.5, 1, 1};
        Tensor log = scope.tensor(Arrays.stream(s).map(x -> Math.log(x + 1e-6)).toArray(), 1, 3, 3);
        Tensor closed = scope.tensor(new double[] {0, 0, -1e9, 0, 0, 0, 0, 0, -1e9}, 1, 3, 3);
        return FuzzyAttention.edges(List.of(index, log, closed, scope.zeros(1, 1, 3)));
    }

    private static void check(double lambda, double[] alpha, double[] result) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor own = scope.tensor(new double[] {0.4, 0.25, -0.12}, 3, 1, 1);
            Tensor other = scope.tensor(new double[] {-0.1, -0.5, 0.38}, 3, 1, 1);
            List<Tensor> edges = path(scope);
            Tensor weights = FuzzyAttention.SCRIPT.call("weights", own, other, scope.tensor(new double[] {lambda}, 1), List.of(), edges, true);
            assertArrayEquals(alpha, weights.toDoubles(), 5.1e-7);
            Tensor v = scope.tensor(VALUES, 1, 3, 1, 2);
            for (String sum : List.of("dense_sum", "gathered_sum")) {
                checkSum(result, FuzzyAttention.SCRIPT.call(sum, weights, v, edges));
            }
            List<Tensor> places = FuzzyAttention.byPlace(edges, 1);
            Tensor byPlace = FuzzyAttention.SCRIPT.call("weights_by_place", scope.tensor(new double[] {0.4, 0.25, -0.12}, 1, 3, 1, 1),
                    scope.tensor(new double[] {-0.1, -0.5, 0.38}, 1, 3, 1, 1), scope.tensor(new double[] {lambda}, 1), List.of(), places);
            assertArrayEquals(alpha, byPlace.toDoubles(), 5.1e-7);
            checkSum(result, FuzzyAttention.SCRIPT.call("bagged_sum", byPlace, v, places));
        }
    }

    private static void checkSum(double[] result, Tensor sum) {
        assertArrayEquals(result, Arrays.stream(sum.toDoubles()).map(x -> x > 0 ? x : 0.2 * x).toArray(), 5.1e-7);
    }

    @Test
    void theWorkedExampleWithoutAPriorIsPlainGraphAttention() {
        check(0, new double[] {0.579324, 0.420676, 0, 0.291137, 0.238363, 0.470500, 0.405163, 0.594837, 0},
                new double[] {0.579324, -0.163101, 0.385237, -0.004015, 0.118967, 0.028901});
    }

    @Test
    void theWorkedExampleWithThePriorFavoursNeighboursOfHighMembership() {
        check(1, new double[] {0.696529, 0.303471, 0, 0.269449, 0.367677, 0.362875, 0.254046, 0.745954, 0},
                new double[] {0.696529, -0.145521, 0.342024, -0.053547, 0.149191, 0.353800});
    }

    private static final int B = 2;
    private static final int N = 5;
    private static final int T = 3;
    private static final int D = 6;
    private static final int H = 2;
    private static final int K = 4;

    private final Random random = new Random(4);
    private final double[] h = random.doubles(B * N * T * D, -2, 2).toArray();
    private final long[] index = new long[B * N * K];
    private final double[] membership = random.doubles(B * N * K, 0, 1).toArray();
    private final double[] closed = new double[B * N * K];
    private final double[] seen = random.ints(B * T * N, 0, 2).asDoubleStream().toArray();

    private Parameters parameters() {
        for (int e = 0; e < index.length; e++) {
            int i = e / K % N;
            index[e] = (i + e % K * (1 + e / (N * K))) % N;
            closed[e] = e % 7 == 3 ? -1e9 : 0;
        }
        Parameters parameters = Parameters.create(Compute.cpu64(), 5);
        return parameters;
    }

    private List<Tensor> edges(Scope scope) {
        return FuzzyAttention.edges(List.of(scope.indices(index, B, N, K),
                scope.tensor(Arrays.stream(membership).map(x -> Math.log(x + 1e-6)).toArray(), B, N, K), scope.tensor(closed, B, N, K),
                scope.tensor(seen, B, T, N)));
    }

    @Test
    void theLayerIsWhatPlainLoopsSay() {
        try (Parameters parameters = parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FuzzyAttention layer = new FuzzyAttention(Architecture.standard().withSizes(D, H, 4, 1).withWindow(T), parameters);
            for (String name : parameters.names()) {
                parameters.set(name, random.doubles(parameters.get(name).count(), -1, 1).toArray());
            }
            double[] expected = new PlainAttention(parameters, H).forward(h, index, membership, closed, seen, B, N, T, K);
            Tensor in = scope.tensor(h, B, N, T, D);
            assertArrayEquals(expected, layer.predicted(in, FuzzyAttention.byPlace(edges(scope), H)).toDoubles(), 1e-12);
            try (Tape tape = Tape.record()) {
                assertArrayEquals(expected, layer.forward(in, edges(scope), true, List.of(), true).toDoubles(), 1e-12);
                assertArrayEquals(expected, layer.forward(in, edges(scope), true, List.of(), false).toDoubles(), 1e-12);
            }
        }
    }

    @Test
    void predictionsOfLongWindowsAreWhatPlainLoopsSay() {
        int time = 70;
        double[] far = random.doubles(N * time * D, -2, 2).toArray();
        double[] visible = random.ints(time * N, 0, 2).asDoubleStream().toArray();
        try (Parameters parameters = parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FuzzyAttention layer = new FuzzyAttention(Architecture.standard().withSizes(D, H, 4, 1).withWindow(time), parameters);
            for (String name : parameters.names()) {
                parameters.set(name, random.doubles(parameters.get(name).count(), -1, 1).toArray());
            }
            double[] log = Arrays.stream(membership).limit(N * K).map(x -> Math.log(x + 1e-6)).toArray();
            List<Tensor> edges = FuzzyAttention.edges(List.of(scope.indices(Arrays.copyOf(index, N * K), 1, N, K), scope.tensor(log, 1, N, K),
                    scope.tensor(Arrays.copyOf(closed, N * K), 1, N, K), scope.tensor(visible, 1, time, N)));
            double[] expected = new PlainAttention(parameters, H).forward(far, index, membership, closed, visible, 1, N, time, K);
            assertArrayEquals(expected, layer.predicted(scope.tensor(far, 1, N, time, D), FuzzyAttention.byPlace(edges, H)).toDoubles(), 1e-12);
        }
    }

    @Test
    void theWeightsOfANodeSumToOne() {
        try (Parameters parameters = parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FuzzyAttention layer = new FuzzyAttention(Architecture.standard().withSizes(D, H, 4, 1).withWindow(T), parameters);
            double[] alpha = layer.weights(scope.tensor(h, B, N, T, D), edges(scope), true).toDoubles();
            int each = H * T;
            for (int row = 0; row < alpha.length / K; row++) {
                int from = row / each * K * each + row % each;
                assertEquals(1, IntStream.range(0, K).mapToDouble(k -> alpha[from + k * each]).sum(), 1e-12);
            }
        }
    }

    @Test
    void withoutPriorAndWithAllNodesAsNeighboursItIsPlainGraphAttention() {
        try (Parameters parameters = parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FuzzyAttention layer = new FuzzyAttention(Architecture.standard().withSizes(D, H, 4, 1).withWindow(T).withMaskChannel(false),
                    parameters);
            parameters.set("prior", new double[H]);
            long[] all = new long[B * N * N];
            Arrays.setAll(all, e -> (e / N + e) % N);
            double[] ones = new double[all.length];
            Arrays.fill(ones, 1);
            Tensor zero = scope.zeros(B, N, N);
            List<Tensor> edges = FuzzyAttention.edges(List.of(scope.indices(all, B, N, N),
                    scope.tensor(random.doubles(all.length, -9, 0).toArray(), B, N, N), zero, scope.zeros(B, T, N)));
            double[] expected = new PlainAttention(parameters, H).forward(h, all, ones, new double[all.length], seen, B, N, T, N);
            Tensor in = scope.tensor(h, B, N, T, D);
            assertArrayEquals(expected, layer.forward(in, edges, false, List.of()).toDoubles(), 1e-9);
            assertArrayEquals(expected, layer.predicted(in, FuzzyAttention.byPlace(edges, H)).toDoubles(), 1e-9);
        }
    }
}
