package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenWeightsTest {

    @ParameterizedTest
    @EnumSource
    void sharesSumToOneAndThereIsANumberForEveryToken(TaskKind kind) throws IOException {
        for (var spec : List.of(Small.spec(kind), new EnsembleSpec(Small.spec(kind), 2))) {
            try (MolGraphXlstmPredictor model = (MolGraphXlstmPredictor) spec.fit(Small.train(kind), Small.validation(kind),
                    Small.run().withEpochs(1))) {
                TokenWeights weights = model.weights("CC(=O)Nc1ccc(O)cc1");
                assertEquals(11, weights.atomShares().length);
                assertEquals(weights.graph().motifs(), weights.motifShares().length);
                assertEquals(1, Arrays.stream(weights.atomShares()).sum(), 1e-12);
                assertEquals(1, Arrays.stream(weights.motifShares()).sum(), 1e-12);
                for (int task = 0; task < 2; task++) {
                    assertTrue(Arrays.stream(weights.atomContributions(task)).anyMatch(c -> c != 0));
                    assertTrue(Arrays.stream(weights.motifContributions(task)).anyMatch(c -> c != 0));
                    assertEquals(11, weights.atomContributions(task).length);
                    assertEquals(11, weights.atomEffects(task).length);
                    assertEquals(weights.graph().motifs(), weights.motifEffects(task).length);
                    assertEquals(weights.graph().motifs(), weights.motifContributions(task).length);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradientsAgreeWithDifferences(TaskKind kind) {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            MolGraphNetwork network = new MolGraphNetwork(Small.spec(kind), 2, parameters);
            MoleculeTokens molecule = ReferenceModel.molecule("CN1CCC[C@H]1c1cccnc1");
            TokenWeights.Explanation explanation = network.explain(molecule);
            Tensor fused = MolGraphNetwork.fuse(network.encoder().forward(scope, MoleculeBatch.of(List.of(molecule)), Mode.PREDICT));
            double[] f = fused.toDoubles();
            for (int c = 0; c < f.length; c++) {
                double[] up = output(network, scope, f, c, 1e-6);
                double[] down = output(network, scope, f, c, -1e-6);
                for (int t = 0; t < 2; t++) {
                    assertEquals((up[t] - down[t]) / 2e-6, explanation.gradients()[t][c], 1e-6, "task " + t + ", channel " + c);
                }
            }
        }
    }

    private static double[] output(MolGraphNetwork network, Scope scope, double[] f, int channel, double step) {
        double[] moved = f.clone();
        moved[channel] += step;
        return network.head().forward(scope.tensor(moved, 1, f.length), Mode.PREDICT).predictions().toDoubles();
    }

    @Test
    void inRegressionGraphPartsOfAllAtomsAddUpToWhatTheSumOverThemIsWorth() {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            MolGraphNetwork network = new MolGraphNetwork(Small.spec(TaskKind.REGRESSION), 2, parameters);
            MoleculeTokens molecule = ReferenceModel.molecule("CN1CCC[C@H]1c1cccnc1");
            TokenWeights.Explanation explanation = network.explain(molecule);
            double[] withBias = network.encoder().forward(scope, MoleculeBatch.of(List.of(molecule)), Mode.PREDICT).graph().toDoubles();
            double[] bias = parameters.get("readout.out.bias").toDoubles();
            for (int t = 0; t < 2; t++) {
                double expected = 0;
                for (int c = 0; c < bias.length; c++) {
                    expected += explanation.gradients()[t][c] * (withBias[c] - bias[c]);
                }
                assertEquals(expected, Arrays.stream(explanation.throughGraph()[t]).sum(), 1e-9);
            }
        }
    }

    @Test
    void aPoolLosesWhatItsRunnerUpLacks() {
        PooledTokens tokens = new PooledTokens(new double[] {3, 1, 2, 1, -4, 0}, 2);
        assertEquals(0, tokens.winner(0));
        assertEquals(0, tokens.winner(1), "of equal values the first");
        assertArrayEquals(new double[] {1, 0}, tokens.loss(new boolean[] {true, false, false}));
        assertArrayEquals(new double[] {7, 1}, tokens.loss(new boolean[] {true, true, false}));
        assertArrayEquals(new double[] {3, 1}, tokens.loss(new boolean[] {true, true, true}));
        assertArrayEquals(new double[] {0, 0}, tokens.loss(new boolean[3]));
    }

    @Test
    void aTokenThatIsAloneWinsEverything() throws IOException {
        try (MolGraphXlstmPredictor model = (MolGraphXlstmPredictor) Small.spec(TaskKind.REGRESSION).fit(Small.train(TaskKind.REGRESSION),
                Small.validation(TaskKind.REGRESSION), Small.run().withEpochs(1))) {
            assertEquals(1, model.weights("C").atomShares()[0], 1e-12);
            assertEquals(1, model.weights("O").motifShares()[0], 1e-12);
            String message = assertThrows(IllegalArgumentException.class, () -> model.weights("C1C")).getMessage();
            assertTrue(message.startsWith("smiles must be a molecule, got "), message);
        }
    }
}
