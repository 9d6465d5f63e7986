package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnsembleTest {

    private static final List<String> SMILES = List.of("CCO", "c1ccccc1Cl", "not a molecule");

    private static PropertyPredictor member(TaskKind kind, long seed) throws IOException {
        return Small.spec(kind).fit(Small.train(kind), Small.validation(kind), Training.seed(seed).withDevice("cpu"));
    }

    private static PropertyPredictor ensemble(TaskKind kind, Training run) throws IOException {
        return new EnsembleSpec(Small.spec(kind), 2).fit(Small.train(kind), Small.validation(kind), run);
    }

    @ParameterizedTest
    @EnumSource
    void predictsTheMeanOfItsMembersAndHowMuchTheyDisagree(TaskKind kind, @TempDir Path folder) throws IOException {
        try (PropertyPredictor first = member(kind, 4); PropertyPredictor second = member(kind, 5);
                PropertyPredictor both = ensemble(kind, Small.run())) {
            List<Prediction> answers = both.predict(SMILES);
            for (int i = 0; i < 2; i++) {
                double[] a = first.predict(SMILES).get(i).values();
                double[] b = second.predict(SMILES).get(i).values();
                Prediction.Made made = (Prediction.Made) answers.get(i);
                for (int t = 0; t < 2; t++) {
                    assertEquals((a[t] + b[t]) / 2, made.values()[t], 1e-12 * Math.abs(a[t]));
                    assertEquals(Math.abs(a[t] - b[t]) / Math.sqrt(2), made.spread()[t], 1e-9 * Math.abs(a[t]));
                    assertTrue(made.spread()[t] > 0);
                }
                assertArrayEquals(new double[] {Double.NaN, Double.NaN}, ((Prediction.Made) first.predict(SMILES).get(i)).spread());
            }
            assertTrue(answers.get(2).refusal().isPresent());
            Path file = folder.resolve("both.trivium");
            both.save(file);
            try (PropertyPredictor restored = PropertyPredictor.load(file, "cpu")) {
                assertEquals(both.spec(), restored.spec());
                for (int i = 0; i < 2; i++) {
                    assertArrayEquals(answers.get(i).values(), restored.predict(SMILES).get(i).values());
                }
            }
        }
    }

    @Test
    void closingWhileOthersPredictWaitsForThemAndRefusesTheNext() throws Exception {
        PropertyPredictor predictor = member(TaskKind.REGRESSION, 4);
        double[] expected = predictor.predict(SMILES).get(0).values();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch begun = new CountDownLatch(4);
            List<Future<Integer>> askers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                askers.add(pool.submit(() -> answersUntilClosed(predictor, expected, begun)));
            }
            begun.await();
            predictor.close();
            for (Future<Integer> asker : askers) {
                assertTrue(asker.get() >= 1);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static int answersUntilClosed(PropertyPredictor predictor, double[] expected, CountDownLatch begun) {
        int answers = 0;
        try {
            while (true) {
                assertArrayEquals(expected, predictor.predict(SMILES).get(0).values());
                if (answers++ == 0) {
                    begun.countDown();
                }
            }
        } catch (IllegalStateException e) {
            assertEquals("predictor must be open, got one that was closed", e.getMessage());
        }
        return answers;
    }

    @Test
    void everyMemberHasACheckpointOfItsOwnFromWhichItGoesOn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("run.trivium");
        try (PropertyPredictor whole = ensemble(TaskKind.REGRESSION, Small.run().withCheckpoint(file))) {
            assertTrue(Files.exists(folder.resolve("run.trivium.0")) && Files.exists(folder.resolve("run.trivium.1")));
            Files.delete(folder.resolve("run.trivium.1"));
            try (PropertyPredictor resumed = ensemble(TaskKind.REGRESSION, Small.run().withResume(file))) {
                assertArrayEquals(whole.predict(SMILES).get(0).values(), resumed.predict(SMILES).get(0).values());
            }
        }
    }
}
