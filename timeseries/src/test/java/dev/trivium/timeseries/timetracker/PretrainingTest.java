package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.nn.training.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingTest {

    private static final ExpertSettings EXPERTS = new ExpertSettings(1, 4, 2, 8, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU,
            false, false);
    private static final TimeTrackerSettings TINY = new TimeTrackerSettings(8, 16, 2, 2, EXPERTS, 0.1, 12, List.of(0.1, 0.5, 0.9),
            DecoderSwitches.standard());
    private static final PretrainingRecipe RECIPE = new PretrainingRecipe(8, 4, 3e-3, 3, 0.98, 1e-2, 0.05, Corruption.standard(), 20);

    @TempDir
    private Path folder;

    private static Pretraining pretraining() {
        return new Pretraining(TINY, RECIPE, new Waves(1), new Waves(2));
    }

    private static Training cpu(long seed) {
        return Training.seed(seed).withDevice("cpu");
    }

    /** Weights, moments and all: a checkpoint without the seconds. */
    private static Map<String, float[]> tensors(Path file) throws IOException {
        Map<String, float[]> values = new HashMap<>();
        ModelFile.read(file).tensors().forEach((name, tensor) -> values.put(name, tensor.toFloats()));
        return values;
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> got) {
        assertEquals(expected.keySet(), got.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, got.get(name), 0f, name));
    }

    private TrainingOutcome sit(String file, int epochs, boolean resume) throws IOException {
        Path checkpoint = folder.resolve(file);
        Training training = cpu(5).withCheckpoint(checkpoint).withEpochs(epochs);
        return pretraining().sit(resume ? training.withResume(checkpoint) : training, score -> {});
    }

    @Test
    void aSecondStageBeginsWithTheWeightsOfTheFirstAndIsARunOfItsOwn() throws IOException {
        sit("first", 2, false);
        EarlierStage first = EarlierStage.of(folder.resolve("first"));
        Pretraining second = pretraining().after(first);
        Path begun = folder.resolve("second");
        second.sit(cpu(5).withCheckpoint(begun).withEpochs(1), score -> {});

        Map<String, float[]> stored = tensors(folder.resolve("first"));
        first.weights().forEach((name, values) -> assertArrayEquals(stored.get("weight." + name), values, 0f, name));
        assertEquals(2, first.about().get("epochs"));
        Map<String, float[]> moved = EarlierStage.of(begun).weights();
        sit("fresh", 1, false);
        assertTrue(distance(first.weights(), moved) < distance(EarlierStage.of(folder.resolve("fresh")).weights(), moved), "near its start");
        assertThrows(IllegalArgumentException.class, () -> pretraining().sit(cpu(5).withResume(begun).withEpochs(2), score -> {}));
    }

    private static double distance(Map<String, float[]> a, Map<String, float[]> b) {
        double sum = 0;
        for (Map.Entry<String, float[]> entry : a.entrySet()) {
            for (int i = 0; i < entry.getValue().length; i++) {
                double d = entry.getValue()[i] - b.get(entry.getKey())[i];
                sum += d * d;
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void withoutDropoutTwoSittingsAreOneRunBitForBitToo() throws IOException { // its gradients are written out
        Pretraining plain = withDropout(0);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        plain.sit(cpu(5).withCheckpoint(one).withEpochs(3), score -> {});
        plain.sit(cpu(5).withCheckpoint(two).withEpochs(1), score -> {});
        plain.sit(cpu(5).withCheckpoint(two).withResume(two).withEpochs(3), score -> {});
        assertSame(tensors(one), tensors(two));
    }

    @Test
    void writtenGradientsTrainAsThoseOfATape() throws IOException {
        Map<String, float[]> written = weights(0, 2);
        Map<String, float[]> taped = weights(1e-9, 2); // so rare that nothing is dropped here, yet left to the tape
        double moved = distance(written, weights(0, 1));
        assertTrue(distance(written, taped) < 0.01 * moved, distance(written, taped) + " apart, moved by " + moved + " in an epoch");
    }

    private Map<String, float[]> weights(double dropout, int epochs) throws IOException {
        Path checkpoint = folder.resolve(dropout + "-" + epochs);
        withDropout(dropout).sit(cpu(5).withCheckpoint(checkpoint).withEpochs(epochs), score -> {});
        return EarlierStage.of(checkpoint).weights();
    }

    private static Pretraining withDropout(double dropout) {
        TimeTrackerSettings settings = new TimeTrackerSettings(8, 16, 2, 2, EXPERTS, dropout, 12, List.of(0.1, 0.5, 0.9),
                DecoderSwitches.standard());
        return new Pretraining(settings, RECIPE, new Waves(1), new Waves(2));
    }

    @Test
    void twoSittingsAndADecayAreOneRunBitForBit() throws IOException {
        sit("one", 4, false);
        sit("two", 1, false);
        sit("two", 4, true);
        assertSame(tensors(folder.resolve("one")), tensors(folder.resolve("two")));
        byte[] stable = Files.readAllBytes(folder.resolve("two"));
        for (String name : List.of("one", "two")) {
            pretraining().finish(cpu(5).withResume(folder.resolve(name)), 2, folder.resolve(name + ".weights"), score -> {});
        }
        assertSame(tensors(folder.resolve("one.weights")), tensors(folder.resolve("two.weights")));
        assertArrayEquals(stable, Files.readAllBytes(folder.resolve("two")), "the stable checkpoint");
        sit("one", 6, false);
        sit("two", 6, true);
        assertSame(tensors(folder.resolve("one")), tensors(folder.resolve("two")));
    }

    @Test
    void weightsSayWhatTheyAreAndWhereTheyComeFrom() throws IOException {
        sit("stable", 1, false);
        Path file = folder.resolve("weights");
        pretraining().finish(cpu(5).withResume(folder.resolve("stable")), 1, file, score -> {});
        ModelContents contents = ModelFile.read(file);
        assertEquals("timetracker", contents.kind());
        assertEquals(8L, ((Map<?, ?>) contents.spec().get("settings")).get("patch"));
        Map<?, ?> metrics = (Map<?, ?>) contents.provenance().get("metrics");
        assertEquals(8.0, metrics.get("steps"));
        assertEquals(8.0 * 8 * 13 * 8, metrics.get("points.drawn"));
        assertEquals("waves", ((Map<?, ?>) ((Map<?, ?>) contents.provenance().get("sources")).get("train")).get("name"));
        assertTrue(contents.tensors().containsKey("layer.0.experts.balance"), "balance biases are saved");
        try (TimeTracker tracker = TimeTracker.load(file)) {
            assertEquals(TINY, tracker.settings());
            assertEquals(contents.provenance(), tracker.provenance());
        }
    }

    @Test
    void anotherSeedOrRecipeOrSourceIsAnotherRun() throws IOException {
        sit("stable", 1, false);
        Training resumed = cpu(5).withEpochs(2).withResume(folder.resolve("stable"));
        assertRefused("seed was 5", pretraining(), cpu(6).withEpochs(2).withResume(folder.resolve("stable")));
        assertRefused("train.seed was 1", new Pretraining(TINY, RECIPE, new Waves(3), new Waves(2)), resumed);
        assertRefused("validation.seed was 2", new Pretraining(TINY, RECIPE, new Waves(1), new Waves(3)), resumed);
        PretrainingRecipe faster = new PretrainingRecipe(8, 4, 4e-3, 3, 0.98, 1e-2, 0.05, Corruption.standard(), 20);
        assertRefused("recipe.rate was 0.003", new Pretraining(TINY, faster, new Waves(1), new Waves(2)), resumed);
    }

    private static void assertRefused(String reason, Pretraining pretraining, Training training) {
        String message = assertThrows(IllegalArgumentException.class, () -> pretraining.sit(training, score -> {})).getMessage();
        assertTrue(message.startsWith("resume must continue the same run: ") && message.contains(reason), message);
    }

    @Test
    void trainingLowersTheLossAndKeepsExpertsBusy() throws IOException {
        List<PretrainingScore> scores = new ArrayList<>();
        PretrainingRecipe longer = new PretrainingRecipe(16, 60, 1e-2, 10, 0.98, 1e-2, 0.05, Corruption.standard(), 48);
        new Pretraining(TINY, longer, new Waves(1), new Waves(2)).sit(cpu(1).withEpochs(4), scores::add);
        PretrainingScore first = scores.get(0);
        PretrainingScore last = scores.get(3);
        assertTrue(last.next() < 0.95 * first.next() && last.loss() < 0.95 * first.loss(), first + " then " + last);
        assertEquals(2 * 48 * 12, last.loads().get(0).stream().mapToLong(n -> n).sum());
        assertTrue(last.imbalances().stream().allMatch(x -> x < 3), last.toString());
    }

    @Test
    void aSittingEndsWhenItsMonitorHasEnough() throws IOException {
        TrainingOutcome outcome = pretraining().sit(cpu(5).withMonitor(new TrainingMonitor() {
            @Override
            public boolean enough() {
                return true;
            }
        }), score -> {});
        assertEquals(1, outcome.epochs().size());
    }

    @Test
    void noStepSeesADrawOfAnother() {
        List<Long> seen = new ArrayList<>();
        SeriesSource source = new SeriesSource() {
            @Override
            public void draw(long index, float[] values) {
                synchronized (seen) {
                    seen.add(index);
                }
                new Waves(1).draw(index, values);
            }

            @Override
            public Map<String, Object> describe() {
                return Map.of();
            }
        };
        try (DrawAhead ahead = new DrawAhead(new PretrainingDraws(TINY, RECIPE.corruption(), source, 5), 3)) {
            PretrainingBatch direct = new PretrainingDraws(TINY, RECIPE.corruption(), new Waves(1), 5).batch(3, 3);
            ahead.step(0);
            assertArrayEquals(direct.inputs(), ahead.step(1).inputs());
            ahead.step(7);
        }
        synchronized (seen) {
            assertEquals(List.of(0L, 1L, 2L, 3L, 4L, 5L), seen.stream().limit(6).toList());
            assertTrue(seen.containsAll(List.of(21L, 22L, 23L)));
        }
    }

    @Test
    void anInfiniteValueOfASourceIsRefused() {
        SeriesSource broken = new SeriesSource() {
            @Override
            public void draw(long index, float[] values) {
                values[9] = Float.POSITIVE_INFINITY;
            }

            @Override
            public Map<String, Object> describe() {
                return Map.of();
            }
        };
        assertEquals("source must draw finite values or NaN, got Infinity at point 9 of draw 4", assertThrows(IllegalStateException.class,
                () -> new PretrainingDraws(TINY, RECIPE.corruption(), broken, 1).batch(4, 1)).getMessage());
    }

    @Test
    void finishingNeedsACheckpointAndLeavesItAlone() {
        Path stable = folder.resolve("stable");
        Path weights = folder.resolve("weights");
        assertEquals("training must resume a checkpoint, got none",
                assertThrows(IllegalArgumentException.class, () -> pretraining().finish(cpu(5), 1, weights, score -> {})).getMessage());
        Training same = cpu(5).withResume(stable).withCheckpoint(folder.resolve("x/../stable"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> pretraining().finish(same, 1, weights, score -> {})).getMessage()
                .startsWith("checkpoint must be another file than the one resumed"));
        assertEquals("decayEpochs must be at least 1, got 0", assertThrows(IllegalArgumentException.class,
                () -> pretraining().finish(cpu(5).withResume(stable), 0, weights, score -> {})).getMessage());
    }
}
