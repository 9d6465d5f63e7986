package dev.trivium.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.average.Averaging;
import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.schedule.OneCycleFirstEpoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingLoopTest {

    private static final TrainingPlan PLAN = new TrainingPlan(6, 7, 3, new OneCycleFirstEpoch(0.02),
            AdamSettings.standard().withBeta1(0.95), 1.0, Optional.empty());

    @TempDir
    private Path folder;

    /** Cancels after a number of steps. */
    private static final class After implements TrainingMonitor {
        private int left;

        After(int steps) {
            left = steps;
        }

        @Override
        public void stepped(Progress progress) {
            left--;
        }

        @Override
        public boolean cancelled() {
            return left <= 0;
        }
    }

    private static Map<String, float[]> trained(TrainingPlan plan, Training run) throws IOException {
        try (TinyRegression model = new TinyRegression(run.seed())) {
            new TrainingLoop(model, plan, run).run();
            return model.parameters().snapshot();
        }
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual, String when) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, values) -> assertArrayEquals(values, actual.get(name), 0f, name + " " + when));
    }

    private void resumesBitEqual(TrainingPlan plan) throws IOException {
        Map<String, float[]> uninterrupted = trained(plan, Training.seed(5));
        for (int cut = 1; cut <= plan.epochs() * plan.stepsPerEpoch(40); cut += 5) {
            Path file = folder.resolve("cut-" + cut + ".trivium");
            Training first = Training.seed(5).withCheckpoint(file).withMonitor(new After(cut));
            assertThrows(TrainingCancelledException.class, () -> trained(plan, first));
            assertSame(uninterrupted, trained(plan, Training.seed(5).withResume(file)), "after a cut at step " + cut);
        }
    }

    @Test
    void whatIsInNoGroupStaysAndGroupsLearnAtTheirOwnRates() throws IOException {
        try (TinyRegression model = new TinyRegression(3); TinyRegression slow = new TinyRegression(3)) {
            Map<String, float[]> before = model.parameters().snapshot();
            List<String> last = List.of("out.weight", "out.bias");
            model.groups = List.of(new ParameterGroup(last, 1, 0));
            slow.groups = List.of(new ParameterGroup(last, 0, 0), new ParameterGroup(List.of("in.bias"), 1, 0));
            new TrainingLoop(model, PLAN, Training.seed(3)).run();
            new TrainingLoop(slow, PLAN, Training.seed(3)).run();
            assertArrayEquals(before.get("in.weight"), model.parameters().snapshot().get("in.weight"));
            assertFalse(Arrays.equals(before.get("out.weight"), model.parameters().snapshot().get("out.weight")));
            assertArrayEquals(before.get("out.weight"), slow.parameters().snapshot().get("out.weight"));
            assertFalse(Arrays.equals(before.get("in.bias"), slow.parameters().snapshot().get("in.bias")));
        }
    }

    @Test
    void aModelThatKnowsItsGradientsTrainsAsOneThatDoesNot() throws IOException {
        try (TinyRegression knowing = new TinyRegression(3); TinyRegression taped = new TinyRegression(3)) {
            knowing.knowing = true;
            TrainingPlan averaged = PLAN.withAveraging(new Averaging.Exponential(0.9));
            TrainingOutcome one = new TrainingLoop(knowing, averaged, Training.seed(3)).run();
            TrainingOutcome other = new TrainingLoop(taped, averaged, Training.seed(3)).run();
            assertEquals(other.bestScore(), one.bestScore(), 1e-5);
            taped.parameters().snapshot().forEach((name, values) ->
                    assertArrayEquals(values, knowing.parameters().snapshot().get(name), 1e-5f, name));
            knowing.poisoned = 7;
            assertThrows(NonFiniteLossException.class, () -> new TrainingLoop(knowing, PLAN, Training.seed(3)).run());
        }
    }

    @Test
    void aRunCancelledAtAnyStepAndResumedEndsBitEqual() throws IOException {
        resumesBitEqual(PLAN);
    }

    @Test
    void soDoesOneThatAveragesItsWeightsExponentially() throws IOException {
        resumesBitEqual(PLAN.withAveraging(new Averaging.Exponential(0.9)));
    }

    @Test
    void soDoesOneThatAveragesTheLastEpochs() throws IOException {
        resumesBitEqual(PLAN.withAveraging(new Averaging.Window(2)));
    }

    @Test
    void aRunCancelledAtAnyStepTellsTheSameHistoryAsOneThatWasNot() throws IOException {
        List<EpochResult> expected = history(Training.seed(5));
        for (int cut = 1; cut <= 36; cut++) { // also after the last batch of an epoch
            Path file = folder.resolve("history-" + cut + ".trivium");
            Training first = Training.seed(5).withCheckpoint(file).withMonitor(new After(cut));
            assertThrows(TrainingCancelledException.class, () -> trained(PLAN, first));
            assertEquals(expected, history(Training.seed(5).withResume(file)), "after a cut at step " + cut);
        }
    }

    private static List<EpochResult> history(Training run) throws IOException {
        try (TinyRegression model = new TinyRegression(run.seed())) {
            return new TrainingLoop(model, PLAN, run).run().epochs().stream()
                    .map(e -> new EpochResult(e.epoch(), e.trainLoss(), e.validation(), e.best(), e.rate(), 0))
                    .toList();
        }
    }

    @Test
    void aRunCancelledTwiceAndResumedTwiceEndsBitEqual() throws IOException {
        Path file = folder.resolve("twice.trivium");
        assertThrows(TrainingCancelledException.class, () -> trained(PLAN, Training.seed(5).withCheckpoint(file).withMonitor(new After(4))));
        assertThrows(TrainingCancelledException.class,
                () -> trained(PLAN, Training.seed(5).withCheckpoint(file).withResume(file).withMonitor(new After(9))));
        assertSame(trained(PLAN, Training.seed(5)), trained(PLAN, Training.seed(5).withResume(file)), "after two cuts");
    }

    @Test
    void aFinishedCheckpointResumesToTheSameModelWithoutTraining() throws IOException {
        Path file = folder.resolve("finished.trivium");
        Map<String, float[]> first = trained(PLAN, Training.seed(5).withCheckpoint(file));
        assertSame(first, trained(PLAN, Training.seed(5).withResume(file).withMonitor(new After(0))), "from a finished checkpoint");
    }

    /** Lets one write of a checkpoint pass and breaks off the second, after some bytes of it. */
    /** Ends the process after every epoch. */
    private static final class OneEpoch implements TrainingMonitor {
        @Override
        public boolean enough() {
            return true;
        }
    }

    @Test
    void aRunOfOneEpochAtATimeEndsBitEqual() throws IOException {
        Path file = folder.resolve("sittings.trivium");
        Training sitting = Training.seed(5).withCheckpoint(file).withMonitor(new OneEpoch());
        trained(PLAN, sitting);
        for (int epoch = 2; epoch <= PLAN.epochs(); epoch++) {
            trained(PLAN, sitting.withResume(file));
        }
        assertSame(trained(PLAN, Training.seed(5)), trained(PLAN, Training.seed(5).withResume(file)), "sitting by sitting");
    }

    private static final class DiskFull implements TrainingMonitor {
        private int writes;

        @Override
        public void saving(WriteObserver.Stage stage, long bytes) throws IOException {
            writes += stage == WriteObserver.Stage.MOVED ? 1 : 0;
            if (writes == 1 && stage == WriteObserver.Stage.WRITING && bytes > 1000) {
                throw new IOException("disk full");
            }
        }
    }

    @Test
    void aCheckpointThatBreaksOffLeavesTheEarlierOneToResumeFrom() throws IOException {
        Path file = folder.resolve("full.trivium");
        Training first = Training.seed(5).withCheckpoint(file).withMonitor(new DiskFull());
        assertEquals("disk full", assertThrows(IOException.class, () -> trained(PLAN, first)).getMessage());
        assertSame(trained(PLAN, Training.seed(5)), trained(PLAN, Training.seed(5).withResume(file)), "after a broken write");
    }

    @Test
    void oneSeedGivesOneResultAndAnotherAnother() throws IOException {
        assertSame(trained(PLAN, Training.seed(5)), trained(PLAN, Training.seed(5)), "of a second run");
        assertFalse(Arrays.equals(trained(PLAN, Training.seed(5)).get("in.weight"), trained(PLAN, Training.seed(6)).get("in.weight")));
    }

    @Test
    void trainingLowersTheErrorAndKeepsTheBestEpoch() throws IOException {
        try (TinyRegression model = new TinyRegression(5)) {
            double before = model.validate();
            TrainingOutcome outcome = new TrainingLoop(model, PLAN.withEpochs(40), Training.seed(5)).run();
            assertTrue(outcome.bestScore() < 0.8 * before, outcome.bestScore() + " against " + before);
            assertEquals(outcome.bestScore(), model.validate());
            assertEquals(outcome.bestScore(), outcome.epochs().stream().mapToDouble(EpochResult::validation).min().orElseThrow());
            assertTrue(outcome.epochs().size() == 40 || outcome.epochs().size() == outcome.bestEpoch() + PLAN.patience());
        }
    }

    @Test
    void stopsAtTheFirstLossThatIsNotFiniteWithoutTouchingTheParameters() {
        try (TinyRegression model = new TinyRegression(5)) {
            int[] order = DataOrder.of(5, 0, model.items());
            model.poisoned = order[8]; // in the second batch
            String message = assertThrows(NonFiniteLossException.class, () -> new TrainingLoop(model, PLAN, Training.seed(5)).run()).getMessage();
            assertTrue(message.startsWith("training loss must be finite, got NaN in epoch 1, batch 2, at learning rate 8.0E-4"), message);
            model.parameters().snapshot().forEach((name, values) -> {
                for (float value : values) {
                    assertTrue(Float.isFinite(value), name);
                }
            });
        }
    }

    @Test
    void refusesToResumeAnotherRun() throws IOException {
        Path file = folder.resolve("other.trivium");
        trained(PLAN.withEpochs(1), Training.seed(5).withCheckpoint(file));
        String message = assertThrows(IllegalArgumentException.class, () -> trained(PLAN, Training.seed(6).withResume(file))).getMessage();
        assertEquals("resume must continue the same run: seed was 5 in " + file + ", is now 6", message);
    }

    @Test
    void aCancelledRunSaysWhereItsStateIs() {
        Path file = folder.resolve("where.trivium");
        TrainingCancelledException e = assertThrows(TrainingCancelledException.class,
                () -> trained(PLAN, Training.seed(5).withCheckpoint(file).withMonitor(new After(2))));
        assertEquals("training was cancelled in epoch 1 after batch 2; its state is in " + file, e.getMessage());
        assertTrue(Files.exists(file));
    }

    /** Counts steps and how many items they saw. */
    private static final class Steps implements TrainingMonitor {
        private int steps;
        private int perEpoch;

        @Override
        public void stepped(Progress progress) {
            steps++;
            perEpoch = progress.batches();
        }
    }

    @Test // 40 items in batches of 7
    void dropsALastBatchThatIsNotFullWhereAskedTo() throws IOException {
        Steps kept = new Steps();
        trained(PLAN.withEpochs(2), Training.seed(5).withMonitor(kept));
        Steps dropped = new Steps();
        trained(PLAN.withEpochs(2).with(TrainingPlan.LastBatch.DROPPED), Training.seed(5).withMonitor(dropped));
        assertEquals(List.of(12, 6, 10, 5), List.of(kept.steps, kept.perEpoch, dropped.steps, dropped.perEpoch));
        resumesBitEqual(PLAN.with(TrainingPlan.LastBatch.DROPPED));
    }

    @Test
    void neverDropsTheOnlyBatch() {
        TrainingPlan plan = new TrainingPlan(1, 64, 1, PLAN.schedule(), PLAN.optimizer(), 1, Optional.empty())
                .with(TrainingPlan.LastBatch.DROPPED);
        assertEquals(List.of(1, 1, 1, 2), List.of(plan.stepsPerEpoch(40), plan.stepsPerEpoch(64), plan.stepsPerEpoch(127),
                plan.stepsPerEpoch(128)));
    }

    @Test
    void ofEqualEpochsKeepsTheFirstOrTheLastAsAsked() {
        for (TrainingPlan.Tie tie : TrainingPlan.Tie.values()) {
            TrainingState state = new TrainingState(tie);
            for (double score : new double[] {3, 2, 2, 4}) {
                state.seen = 1;
                state.finishEpoch(score, 0.1, 0);
            }
            assertEquals(tie == TrainingPlan.Tie.FIRST ? 2 : 3, state.bestEpoch);
            assertEquals(tie == TrainingPlan.Tie.FIRST ? 2 : 1, state.worse);
        }
    }

    @Test
    void everyEpochHasAnOrderOfItsOwnThatHoldsEachItemOnce() {
        int[] first = DataOrder.of(1, 0, 97);
        int[] second = DataOrder.of(1, 1, 97);
        assertFalse(Arrays.equals(first, second));
        assertArrayEquals(first, DataOrder.of(1, 0, 97));
        for (int[] order : new int[][] {first, second}) {
            int[] sorted = order.clone();
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                assertEquals(i, sorted[i]);
            }
        }
    }
}
