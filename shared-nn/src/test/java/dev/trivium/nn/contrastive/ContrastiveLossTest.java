package dev.trivium.nn.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.reference.ReferenceFigures;
import dev.trivium.nn.reference.ReferenceFigures.Values;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContrastiveLossTest {

    private static final int BATCH = 7;
    private static final int WIDTH = 5;
    private static final double TAU = 0.4;
    /** Three tasks: all known, some unknown, none known. */
    private static final byte[] MASK = {1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0};
    private static final double[] CLASSES = {1, 0, 1, 0, 7, 1, 1, 1, 0, 0, 0, 1, 0, 1, 1, 1, 1, 0, 1, 0, 1};
    private static final double[] NUMBERS =
            {0.3, 1.2, 9, -0.7, 5, 9, 0.9, 0.4, 9, 2.1, -1.3, 9, -1.6, 5, 9, 0.2, 1.9, 9, 1.1, 0.8, 9};
    private static final List<LabelDistances> DISTANCES =
            List.of(new LabelDistances(0.9, 3.7), new LabelDistances(1.1, 4), new LabelDistances(1, 2));

    /** Of each anchor's candidates: whether it is a positive and with which weight, and its weight in the sum. */
    private interface Pair {
        double positive(int i, int a);

        double candidate(int i, int a);
    }

    /** The equations of both losses for one task and one vector; candidates from B on are second copies. */
    private static double plain(double[][] z, int candidates, Pair pair) {
        double loss = 0;
        int anchors = 0;
        for (int i = 0; i < z.length; i++) {
            double total = 0;
            for (int a = 0; a < candidates; a++) {
                total += pair.candidate(i, a) * Math.exp(product(z[i], z[a % z.length]));
            }
            double sum = 0;
            int positives = 0;
            for (int a = 0; a < candidates; a++) {
                double weight = pair.positive(i, a);
                if (weight >= 0) {
                    sum += weight * (product(z[i], z[a % z.length]) - Math.log(total));
                    positives++;
                }
            }
            if (positives > 0) {
                loss -= sum / positives;
                anchors++;
            }
        }
        return anchors == 0 ? 0 : loss / anchors;
    }

    private static double product(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum() / TAU;
    }

    private static double plainClasses(double[][] z, int task) {
        int[] known = known(task);
        double[][] own = Arrays.stream(known).mapToObj(i -> z[i]).toArray(double[][]::new);
        return plain(own, 2 * known.length, new Pair() {
            @Override
            public double positive(int i, int a) {
                return candidate(i, a) > 0 && label(i) == label(a % known.length) ? 1 : -1;
            }

            @Override
            public double candidate(int i, int a) {
                return a == i ? 0 : 1;
            }

            private double label(int i) {
                return CLASSES[known[i] * 3 + task];
            }
        });
    }

    private static double plainNumbers(double[][] z, int task) {
        int[] known = known(task);
        double near = DISTANCES.get(task).median();
        double far = DISTANCES.get(task).range();
        double[][] own = Arrays.stream(known).mapToObj(i -> z[i]).toArray(double[][]::new);
        return plain(own, known.length, new Pair() {
            @Override
            public double positive(int i, int a) {
                return a != i && distance(i, a) <= near ? (near - distance(i, a)) / near : -1;
            }

            @Override
            public double candidate(int i, int a) {
                return a == i ? 0 : Math.exp((distance(i, a) - near) / (far - near));
            }

            private double distance(int i, int a) {
                return Math.abs(NUMBERS[known[i] * 3 + task] - NUMBERS[known[a] * 3 + task]);
            }
        });
    }

    private static int[] known(int task) {
        return IntStream.range(0, BATCH).filter(i -> MASK[i * 3 + task] != 0).toArray();
    }

    private static List<Tensor> vectors(Scope scope) {
        Tensor wide = LayerCheck.input(scope, BATCH, 2 * WIDTH);
        return List.of(Projection.normalised(wide.narrow(1, 0, WIDTH), VectorNorm.L2),
                Projection.normalised(wide.narrow(1, WIDTH, WIDTH), VectorNorm.L1));
    }

    private static double[][] rows(Tensor z) {
        double[] flat = z.toDoubles();
        return IntStream.range(0, BATCH).mapToObj(i -> Arrays.copyOfRange(flat, i * WIDTH, (i + 1) * WIDTH)).toArray(double[][]::new);
    }

    @Test
    void bothLossesAreThoseOfTheReference() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Values values = new Values();
            Tensor z = Projection.normalised(scope.tensor(values.next(1.0, 0.0, 6, 8), 6, 8), VectorNorm.L1);
            ReferenceFigures.assertAgrees(z.toDoubles(), "contrastive", "z");
            Tensor known = scope.bytes(new byte[] {1, 1, 1, 1, 1, 1}, 6, 1);
            Tensor classes = scope.tensor(ReferenceFigures.numbers("contrastive", "labels"), 6, 1);
            assertEquals(ReferenceFigures.at("contrastive", "supcon_cls").doubleValue(),
                    new SupervisedContrast().of(List.of(z), classes, known).item(), 1e-12);
            double[] numbers = values.next(2.0, 0.0, 6);
            assertArrayEquals(ReferenceFigures.numbers("contrastive", "y_reg"), numbers, 1e-9);
            LabelDistances distances = new LabelDistances(ReferenceFigures.at("contrastive", "T").doubleValue(),
                    ReferenceFigures.at("contrastive", "M").doubleValue());
            assertEquals(ReferenceFigures.at("contrastive", "supcon_reg").doubleValue(),
                    new WeightedContrast(List.of(distances)).of(List.of(z), scope.tensor(numbers, 6, 1), known).item(), 1e-12);
        }
    }

    @Test // the third task has no label and is not counted
    void classesAgreeWithPlainLoopsOverTheKnownSamples() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> z = vectors(scope);
            double expected = z.stream().mapToDouble(v -> (plainClasses(rows(v), 0) + plainClasses(rows(v), 1)) / 2).sum();
            Tensor actual = new SupervisedContrast(TAU).of(z, scope.tensor(CLASSES, BATCH, 3), scope.bytes(MASK, BATCH, 3));
            assertEquals(expected, actual.item(), 1e-13);
        }
    }

    @Test
    void numbersAgreeWithPlainLoopsOverTheKnownSamples() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> z = vectors(scope);
            double expected = z.stream().mapToDouble(v -> (plainNumbers(rows(v), 0) + plainNumbers(rows(v), 1)) / 2).sum();
            Tensor actual = new WeightedContrast(TAU, DISTANCES).of(z, scope.tensor(NUMBERS, BATCH, 3), scope.bytes(MASK, BATCH, 3));
            assertEquals(expected, actual.item(), 1e-13);
        }
    }

    private static Tensor task(ContrastiveLoss loss, Scope scope, List<Tensor> z, double[] labels, double[] mask) {
        return loss.of(z, scope.tensor(labels, BATCH, 1), scope.tensor(mask, BATCH, 1));
    }

    @Test
    void aTaskWithoutAnythingToCompareCostsNothing() {
        ContrastiveLoss numbers = new WeightedContrast(TAU, DISTANCES.subList(0, 1));
        double[] far = {0, 1, 2, 3, 4, 5, 6};
        double[] all = {1, 1, 1, 1, 1, 1, 1};
        double[] nan = new double[BATCH];
        Arrays.fill(nan, Double.NaN);
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> z = vectors(scope);
            assertEquals(0, task(numbers, scope, z, nan, new double[BATCH]).item());
            assertEquals(0, task(numbers, scope, z, far, all).item());
            assertEquals(0, task(new SupervisedContrast(TAU), scope, z, nan, new double[BATCH]).item());
            assertEquals(0, task(new SupervisedContrast(TAU), scope, z, new double[BATCH], all).item());
            assertTrue(task(new SupervisedContrast(TAU), scope, z, all, all).item() > 0);
        }
    }

    @Test
    void aBatchOfOneCostsNothing() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> z = List.of(Projection.normalised(LayerCheck.input(scope, 1, WIDTH), VectorNorm.L2));
            Tensor one = scope.tensor(new double[] {1}, 1, 1);
            assertEquals(0, new SupervisedContrast(TAU).of(z, one, one).item(), 1e-15);
            assertEquals(0, new WeightedContrast(TAU, DISTANCES.subList(0, 1)).of(z, one, one).item());
        }
    }

    @Test
    void whatStandsInPlaceOfAMissingLabelChangesNeitherValueNorGradient() {
        try (Parameters parameters = LayerCheck.parameters()) {
            Projection projection = new Projection(3, VectorNorm.L2, parameters);
            for (double[] labels : List.of(CLASSES.clone(), NUMBERS.clone())) {
                ContrastiveLoss loss = labels[1] == 0 ? new SupervisedContrast(TAU) : new WeightedContrast(TAU, DISTANCES);
                double[] changed = labels.clone();
                for (int i = 0; i < changed.length; i++) {
                    changed[i] = MASK[i] == 0 ? Double.NaN : changed[i];
                }
                assertArrayEquals(gradient(parameters, projection, loss, labels), gradient(parameters, projection, loss, changed));
            }
        }
    }

    private static double[] gradient(Parameters parameters, Projection projection, ContrastiveLoss loss, double[] labels) {
        parameters.tensors().forEach(Tensor::zeroGradient);
        try (Scope scope = Scope.open(Compute.cpu64()); var tape = dev.trivium.nn.tensor.Tape.record()) {
            List<Tensor> z = List.of(projection.forward(LayerCheck.input(scope, BATCH, 3)));
            Tensor value = loss.of(z, scope.tensor(labels, BATCH, 3), scope.bytes(MASK, BATCH, 3));
            tape.backward(value);
            double[] gradient = parameters.get("linear1.weight").gradient().toDoubles();
            assertTrue(Arrays.stream(gradient).allMatch(Double::isFinite), "gradient is not finite");
            double[] both = Arrays.copyOf(gradient, gradient.length + 1);
            both[gradient.length] = value.item();
            return both;
        }
    }

    @Test
    void theGradientReachesEveryParameterOfTheProjectionsAndTheirInputs() {
        for (VectorNorm norm : VectorNorm.values()) {
            for (ContrastiveLoss loss : List.of(new SupervisedContrast(0.1), new WeightedContrast(0.1, DISTANCES))) {
                double[] labels = loss instanceof SupervisedContrast ? CLASSES : NUMBERS;
                try (Parameters parameters = LayerCheck.parameters()) {
                    Projection a = new Projection(3, norm, parameters.child("a"));
                    Projection b = new Projection(3, norm, parameters.child("b"));
                    Tensor f = parameters.add("f", (values, random) -> { }, BATCH, 3);
                    LayerCheck.checkGradients(parameters, scope -> loss.of(List.of(a.forward(f), b.forward(f.square())),
                            scope.tensor(labels, BATCH, 3), scope.bytes(MASK, BATCH, 3)));
                }
            }
        }
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertMessage("temperature must be positive and finite, got 0.0", () -> new SupervisedContrast(0));
        assertMessage("temperature must be positive and finite, got NaN", () -> new WeightedContrast(Double.NaN, DISTANCES));
        assertMessage("tasks must name at least one task, got none", () -> new WeightedContrast(List.of()));
        try (Scope scope = Scope.open(Compute.cpu64())) {
            ContrastiveLoss loss = new SupervisedContrast();
            Tensor z = scope.zeros(4, 3);
            Tensor y = scope.zeros(4, 2);
            assertMessage("z must hold at least one tensor, got none", () -> loss.of(List.of(), y, y));
            assertMessage("z must have shape (batch=4, D), all the same, got (5, 3)", () -> loss.of(List.of(scope.zeros(5, 3)), y, y));
            assertMessage("labels must have shape (batch, tasks), got (4)", () -> loss.of(List.of(z), scope.zeros(4), y));
            assertMessage("mask must have the labels' shape (4, 2), got (4, 1)", () -> loss.of(List.of(z), y, scope.zeros(4, 1)));
            assertMessage("labels must have shape (batch, tasks=3), got (4, 2)",
                    () -> new WeightedContrast(DISTANCES).of(List.of(z), y, y));
        }
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
