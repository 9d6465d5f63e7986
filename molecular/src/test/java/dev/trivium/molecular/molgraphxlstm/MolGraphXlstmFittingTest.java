package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingCancelledException;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MolGraphXlstmFittingTest {

    /** Cancels after a number of steps. */
    private static final class After implements TrainingMonitor {
        private int left;

        After(int steps) {
            left = steps;
        }

        @Override
        public boolean cancelled() {
            return --left < 0;
        }
    }

    private static MolGraphXlstmPredictor fit(MolGraphXlstmSpec spec, Training run) throws IOException {
        return (MolGraphXlstmPredictor) spec.fit(Small.train(spec.kind()), Small.validation(spec.kind()), run);
    }

    private static double[][] values(PropertyPredictor model, List<String> smiles) {
        return model.predict(smiles).stream().map(Prediction::values).toArray(double[][]::new);
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatWasCancelledAndResumedEndsWithTheBitsOfOneThatWasNot(TaskKind kind, @TempDir Path folder) throws IOException {
        MolGraphXlstmSpec spec = Small.spec(kind);
        try (MolGraphXlstmPredictor whole = fit(spec, Small.run())) {
            Map<String, float[]> expected = whole.members().get(0).network().parameters().snapshot();
            for (int steps : new int[] {2, 4}) { // in the middle and between epochs
                Path file = folder.resolve(kind + "-" + steps + ".trivium");
                assertThrows(TrainingCancelledException.class,
                        () -> fit(spec, Small.run().withCheckpoint(file).withMonitor(new After(steps))));
                try (MolGraphXlstmPredictor resumed = fit(spec, Small.run().withResume(file))) {
                    resumed.members().get(0).network().parameters().snapshot()
                            .forEach((name, values) -> assertArrayEquals(expected.get(name), values, name));
                }
            }
        }
    }

    @Test
    void refusesToResumeWithAnotherNumberOfEpochs(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.trivium");
        fit(Small.spec(TaskKind.REGRESSION), Small.run().withEpochs(1).withCheckpoint(file)).close();
        String message = assertThrows(IllegalArgumentException.class,
                () -> fit(Small.spec(TaskKind.REGRESSION), Small.run().withEpochs(2).withResume(file))).getMessage();
        assertEquals("resume must continue the same run: epochs was 1 in " + file + ", is now 2", message);
    }

    @ParameterizedTest
    @EnumSource
    void learnsSixteenMoleculesByHeart(TaskKind kind) throws IOException {
        MoleculeSet few = Small.molecules(kind).select(IntStream.range(0, 16).toArray());
        MolGraphXlstmSpec spec = Small.spec(kind).with(new Recipe(1e-2, 60, 60, 16, 0))
                .with(Objective.published().with(Objective.Contrast.OFF));
        List<Double> losses = new ArrayList<>();
        TrainingMonitor monitor = new TrainingMonitor() {
            @Override
            public void finishedEpoch(EpochResult epoch) {
                losses.add(epoch.trainLoss());
            }
        };
        spec.fit(new TrainingMolecules(few), new ValidationMolecules(few), Small.run().withMonitor(monitor)).close();
        assertEquals(60, losses.size());
        assertTrue(losses.get(59) < 0.25 * losses.get(0), losses.toString());
    }

    @Test
    void trainsWithoutContrastWithEuclideanVectorsAndWithWeightedClasses() throws IOException {
        Objective objective = Objective.published();
        for (Objective each : List.of(objective.with(Objective.Contrast.OFF), objective.with(Objective.Contrast.EUCLIDEAN),
                objective.with(Objective.ClassWeights.BALANCED))) {
            for (TaskKind kind : TaskKind.values()) {
                try (PropertyPredictor model = fit(Small.spec(kind).with(each), Small.run().withEpochs(1))) {
                    assertTrue(Double.isFinite(values(model, List.of("CCO"))[0][0]));
                }
            }
        }
    }

    @Test
    void labelsThatAreAllAlikeOrNearlySoCanBeFitted() throws IOException {
        MoleculeSet set = Structures.relabelled(Small.molecules(TaskKind.REGRESSION), (i, task, label) -> task == 0 ? 3 : i == 0 ? 1 : 0);
        try (PropertyPredictor model = Small.spec(TaskKind.REGRESSION).fit(new TrainingMolecules(set), new ValidationMolecules(set),
                Small.run().withEpochs(1))) {
            assertEquals(3, values(model, List.of("CCO"))[0][0], 3);
        }
    }

    @Test
    void fewerMoleculesThanABatchAndASingleOneCanBeFitted() throws IOException {
        MoleculeSet all = Small.molecules(TaskKind.REGRESSION);
        for (int count : new int[] {1, 5}) {
            MoleculeSet few = all.select(IntStream.range(0, count).toArray());
            try (PropertyPredictor model = Small.spec(TaskKind.REGRESSION).fit(new TrainingMolecules(few), new ValidationMolecules(all),
                    Small.run().withEpochs(1))) {
                assertTrue(Double.isFinite(values(model, List.of("C"))[0][1]));
            }
        }
    }

    @Test
    void refusesToFitWhereNothingCanBeJudged() {
        TrainingMolecules train = Small.train(TaskKind.REGRESSION);
        ValidationMolecules none = new ValidationMolecules(MoleculeSet.of(List.of("C(", "CC"), Structures.TASKS,
                new double[] {1, 1, Double.NaN, Double.NaN}));
        String message = assertThrows(IllegalArgumentException.class,
                () -> Small.spec(TaskKind.REGRESSION).fit(train, none, Small.run())).getMessage();
        assertEquals("validation must hold a molecule with a label, got none among 2 rows", message);
    }

    @Test
    void refusesAValidationOfOneClassBeforeTheFirstStep() {
        MoleculeSet ones = Structures.relabelled(Small.molecules(TaskKind.CLASSIFICATION), (i, task, label) -> 1);
        TrainingMonitor unused = new TrainingMonitor() {
            @Override
            public void started(Start start) {
                throw new AssertionError("trained with nothing to choose an epoch by");
            }
        };
        String message = assertThrows(IllegalArgumentException.class, () -> Small.spec(TaskKind.CLASSIFICATION).fit(
                Small.train(TaskKind.CLASSIFICATION), new ValidationMolecules(ones), Small.run().withMonitor(unused))).getMessage();
        assertEquals("validation must have a positive and a negative molecule for one task at least, got none among 2 tasks", message);
    }

    @Test
    void provenanceTellsScoresMoleculesAndEpochs() throws IOException {
        try (PropertyPredictor model = fit(Small.spec(TaskKind.CLASSIFICATION), Small.run())) {
            Map<?, ?> metrics = (Map<?, ?>) model.provenance().get("metrics");
            double auroc = (double) metrics.get("validation.auroc");
            assertTrue(auroc >= 0 && auroc <= 1, metrics.toString());
            assertEquals(60.0, metrics.get("train.molecules"));
            assertEquals(3.0, metrics.get("epochs"));
        }
    }

    @Test
    void calibrationMovesProbabilitiesAndKeepsTheirOrder() throws IOException {
        MolGraphXlstmSpec spec = Small.spec(TaskKind.CLASSIFICATION);
        List<String> smiles = Small.molecules(TaskKind.CLASSIFICATION).smiles();
        try (PropertyPredictor plain = fit(spec.with(Calibration.NONE), Small.run()); PropertyPredictor platt = fit(spec, Small.run())) {
            double[][] before = values(plain, smiles);
            double[][] after = values(platt, smiles);
            boolean moved = false;
            for (int i = 2; i < 2 * before.length; i++) {
                int t = i % 2;
                moved |= Math.abs(before[i / 2][t] - after[i / 2][t]) > 1e-3;
                assertFalse((before[i / 2][t] - before[i / 2 - 1][t]) * (after[i / 2][t] - after[i / 2 - 1][t]) < -1e-12);
            }
            assertTrue(moved);
        }
    }
}
