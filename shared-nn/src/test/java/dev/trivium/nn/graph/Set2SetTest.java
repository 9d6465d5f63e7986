package dev.trivium.nn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.sequence.Segments;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Set2SetTest {

    private static final int WIDTH = 3;
    private static final Packing SETS = Packing.of(4, 1, 2);

    /** Vinyals, Bengio and Kudlur 2016, eq. 3 to 7, for one set. */
    private static double[] plain(Parameters parameters, double[][] set, int steps) {
        Plain plain = new Plain(parameters);
        double[] bias = Plain.plus(plain.vector("bias_ih"), plain.vector("bias_hh"));
        double[] query = new double[2 * WIDTH];
        double[] h = new double[WIDTH];
        double[] c = new double[WIDTH];
        for (int step = 0; step < steps; step++) {
            double[] gates = Plain.plus(Plain.plus(Plain.product(plain.matrix("weight_ih"), query),
                    Plain.product(plain.matrix("weight_hh"), h)), bias);
            for (int i = 0; i < WIDTH; i++) {
                c[i] = sigmoid(gates[WIDTH + i]) * c[i] + sigmoid(gates[i]) * Math.tanh(gates[2 * WIDTH + i]);
                h[i] = sigmoid(gates[3 * WIDTH + i]) * Math.tanh(c[i]);
            }
            double[] state = h;
            double[] weights = Arrays.stream(set).mapToDouble(x -> Math.exp(Plain.dot(x, state))).toArray();
            double total = Arrays.stream(weights).sum();
            query = Arrays.copyOf(h, 2 * WIDTH);
            for (int v = 0; v < set.length; v++) {
                for (int i = 0; i < WIDTH; i++) {
                    query[WIDTH + i] += weights[v] / total * set[v][i];
                }
            }
        }
        return query;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void agreesWithPlainLoops(int steps) {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Set2Set layer = new Set2Set(WIDTH, steps, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 7, WIDTH);
            double[][] actual = Plain.rows(layer.forward(x, new Segments(scope, SETS)));
            for (int i = 0; i < SETS.sequences(); i++) {
                double[][] set = Arrays.copyOfRange(Plain.rows(x), SETS.offset(i), SETS.offset(i) + SETS.length(i));
                assertArrayEquals(plain(parameters, set, steps), actual[i], 1e-14, "set " + i);
            }
        }
    }

    @Test // §4.1: the order of the elements does not matter
    void permutingASetChangesNothing() {
        int[] order = {2, 0, 3, 1, 4, 6, 5};
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Set2Set layer = new Set2Set(WIDTH, 3, parameters);
            LayerCheck.scramble(parameters);
            double[][] x = Plain.rows(LayerCheck.input(scope, 7, WIDTH));
            double[][] permuted = IntStream.of(order).mapToObj(v -> x[v]).toArray(double[][]::new);
            Segments sets = new Segments(scope, SETS);
            assertArrayEquals(layer.forward(scope.tensor(Plain.flat(x), 7, WIDTH), sets).toDoubles(),
                    layer.forward(scope.tensor(Plain.flat(permuted), 7, WIDTH), sets).toDoubles(), 1e-14);
        }
    }

    @Test
    void largeScoresDoNotOverflow() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Set2Set layer = new Set2Set(WIDTH, 3, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 7, WIDTH).scale(1e5);
            double[] y = layer.forward(x, new Segments(scope, SETS)).toDoubles();
            assertEquals(0, Arrays.stream(y).filter(v -> !Double.isFinite(v)).count());
        }
    }

    @Test
    void theGradientReachesEveryParameterAndTheElements() {
        try (Parameters parameters = LayerCheck.parameters()) {
            Set2Set layer = new Set2Set(WIDTH, 3, parameters.child("layer"));
            Tensor x = parameters.add("x", (values, random) -> { }, 7, WIDTH);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(x, new Segments(scope, SETS)));
        }
    }

    @Test
    void startsAsInPyTorch() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new Set2Set(16, 3, parameters);
            assertArrayEquals(new long[] {64, 32}, parameters.get("weight_ih").shape());
            for (String name : parameters.names()) {
                LayerCheck.assertUniform(0.25, parameters.get(name));
            }
        }
    }

    @Test
    void refusesSizesThatAreNone() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            var error = assertThrows(IllegalArgumentException.class, () -> new Set2Set(0, 3, parameters));
            assertEquals("width must be at least 1, got 0", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new Set2Set(WIDTH, 0, parameters));
            assertEquals("steps must be at least 1, got 0", error.getMessage());
            Set2Set layer = new Set2Set(WIDTH, 3, parameters);
            error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(6, WIDTH), new Segments(scope, SETS)));
            assertEquals("x must have shape (tokens=7, D=3), got (6, 3)", error.getMessage());
        }
    }
}
