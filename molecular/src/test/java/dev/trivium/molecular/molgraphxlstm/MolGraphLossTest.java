package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MolGraphLossTest {

    private static final double NONE = Double.NaN;
    private static final List<MoleculeTokens> MOLECULES = List.of(ReferenceModel.molecule("C"), ReferenceModel.molecule("CC(=O)O"),
            ReferenceModel.molecule("CN1CCC[C@H]1c1cccnc1"), ReferenceModel.molecule("C/C=C/C#N"), ReferenceModel.molecule("OB(O)c1ccccc1"),
            ReferenceModel.molecule("O=C(O)C[C@@H](N)C(F)(F)F"));

    private static MolGraphXlstmSpec spec(TaskKind kind, Objective.Contrast contrast) {
        return MolGraphXlstmSpec.of(kind).with(new Architecture(2, 8, 2, 4)).with(Objective.published().with(contrast));
    }

    private static double[] labels(TaskKind kind) {
        return kind == TaskKind.CLASSIFICATION ? new double[] {0, 1, 1, 0, 1, NONE, 0, 1, NONE, 1, 1, 0}
                : new double[] {0.3, 1, -1, 0.2, 1.5, NONE, 0.1, -1, NONE, 1, -0.4, 0};
    }

    @ParameterizedTest
    @EnumSource
    void theGradientReachesEveryParameter(TaskKind kind) {
        for (Objective.Contrast contrast : Objective.Contrast.values()) {
            try (Parameters parameters = Parameters.create(Compute.cpu64(), 3); Scope scope = Scope.open(Compute.cpu64())) {
                MolGraphXlstmSpec spec = spec(kind, contrast);
                MolGraphNetwork network = new MolGraphNetwork(spec, 2, parameters);
                MolGraphLoss loss = MolGraphLoss.of(spec, network, labels(kind));
                scatter(parameters);
                try (Tape tape = Tape.record()) {
                    tape.backward(loss.of(scope, MoleculeBatch.of(MOLECULES), labels(kind), Mode.train(scope, 1, 1)));
                }
                for (String name : parameters.names()) {
                    double largest = Arrays.stream(parameters.get(name).gradient().toDoubles()).map(Math::abs).max().orElseThrow();
                    assertTrue(largest > 0, () -> contrast + ": no gradient reaches " + name);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theGradientOfTheWholeLossAgreesWithDifferences(TaskKind kind) {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 3)) {
            MolGraphXlstmSpec spec = spec(kind, Objective.Contrast.EUCLIDEAN);
            MolGraphNetwork network = new MolGraphNetwork(spec, 2, parameters);
            MolGraphLoss loss = MolGraphLoss.of(spec, network, labels(kind));
            scatter(parameters);
            Map<String, double[]> gradients = new HashMap<>();
            try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
                tape.backward(loss.of(scope, MoleculeBatch.of(MOLECULES), labels(kind), Mode.train(scope, 1, 1)));
                parameters.names().forEach(name -> gradients.put(name, parameters.get(name).gradient().toDoubles()));
            }
            Random random = new Random(4);
            for (String name : parameters.names()) {
                double[] at = parameters.get(name).toDoubles();
                double[] gradient = gradients.get(name);
                double[] direction = random.doubles(at.length, -1, 1).toArray();
                double expected = 0;
                for (int i = 0; i < at.length; i++) {
                    expected += gradient[i] * direction[i];
                }
                double up = along(parameters, name, at, direction, 1e-6, () -> value(loss, kind));
                double down = along(parameters, name, at, direction, -1e-6, () -> value(loss, kind));
                assertEquals(expected, (up - down) / 2e-6, 1e-6 * Math.max(1, Math.abs(expected)), name);
            }
        }
    }

    private static double value(MolGraphLoss loss, TaskKind kind) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            return loss.of(scope, MoleculeBatch.of(MOLECULES), labels(kind), Mode.train(scope, 1, 1)).item();
        }
    }

    private static double along(Parameters parameters, String name, double[] at, double[] direction, double step, DoubleSupplier value) {
        double[] moved = new double[at.length];
        Arrays.setAll(moved, i -> at[i] + step * direction[i]);
        parameters.set(name, moved);
        double result = value.getAsDouble();
        parameters.set(name, at);
        return result;
    }

    /** Some parameters start as zeros, behind which nothing else gets a gradient. */
    private static void scatter(Parameters parameters) {
        Random random = new Random(9);
        for (String name : parameters.names()) {
            parameters.set(name, Arrays.stream(parameters.get(name).toDoubles()).map(v -> v + 0.1 * random.nextGaussian()).toArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchOfOneMoleculeOrWithoutALabelHasAFiniteLossAndGradient(TaskKind kind) {
        for (Objective.Contrast contrast : Objective.Contrast.values()) {
            try (Parameters parameters = Parameters.create(Compute.cpu(), 3); Scope scope = Scope.open(Compute.cpu())) {
                MolGraphXlstmSpec spec = spec(kind, contrast);
                MolGraphNetwork network = new MolGraphNetwork(spec, 2, parameters);
                MolGraphLoss loss = MolGraphLoss.of(spec, network, labels(kind));
                for (double[] labels : new double[][] {{1, 0}, {1, NONE}, {NONE, NONE}}) {
                    try (Tape tape = Tape.record()) {
                        Tensor value = loss.of(scope, MoleculeBatch.of(MOLECULES.subList(0, 1)), labels, Mode.PREDICT);
                        assertTrue(Double.isFinite(value.item()));
                        tape.backward(value);
                    }
                    for (String name : parameters.names()) {
                        assertTrue(Arrays.stream(parameters.get(name).gradient().toDoubles()).allMatch(Double::isFinite), name);
                    }
                }
            }
        }
    }

    @Test
    void errorsAreMeansOverLabelledMoleculesSummedOverHeadsAndAveragedOverTasks() {
        double[] p = {1, 2, 3, 4, 5, 6, -1, 0, 1, 0, 2, 3}; // (2 heads, 3 molecules, 2 tasks)
        double[] y = {0, 2, NONE, 5, 1, NONE};
        double first = ((1 - 0) * (1 - 0) + (5 - 1) * (5 - 1) + (-1 - 0) * (-1 - 0) + (2 - 1) * (2 - 1)) / 2.0;
        double second = (0 + (4 - 5) * (4 - 5) + (0 - 2) * (0 - 2) + (0 - 5) * (0 - 5)) / 2.0;
        assertEquals((first + second) / 2, error(TaskKind.REGRESSION, Objective.ClassWeights.EQUAL, p, y), 1e-12);
    }

    @Test
    void weightsOfTheRarerClassFollowTheTrainingLabels() {
        double[] p = {1, 2, 3, 4, 5, 6, -1, 0, 1, 0, 2, 3};
        double[] y = {0, 1, NONE, 0, 1, 0};
        double expected = 0;
        for (int i = 0; i < p.length; i++) {
            double label = y[i % 6];
            double weight = label == 1 && i % 2 == 1 ? 2 : 1; // task b has two negative labels and a positive one
            double z = label == 1 ? p[i] : -p[i];
            expected += Double.isNaN(label) ? 0 : weight * Math.log1p(Math.exp(-z)) / (i % 2 == 0 ? 2 : 3) / 2;
        }
        assertEquals(expected, error(TaskKind.CLASSIFICATION, Objective.ClassWeights.BALANCED, p, y), 1e-12);
    }

    private static double error(TaskKind kind, Objective.ClassWeights weights, double[] p, double[] y) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            return TaskError.of(kind, weights, 2, y).of(scope, scope.tensor(p, 2, 3, 2), scope.tensor(y, 3, 2)).item();
        }
    }
}
