package dev.trivium.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvingTest {

    private static final SearchSpace SPACE = SearchSpace.of(Real.even("x", 0, 1));
    private static final Settings STANDARD = Settings.none().with("x", 0.99);

    @TempDir
    private Path folder = Path.of("");

    /** Learning curves that do not cross: smaller x is better at every epoch. */
    private static double score(Settings settings, int epochs) {
        return settings.real("x") + 1.0 / epochs;
    }

    private Study study(String file, int trials, int epochs) throws IOException {
        return Study.open(folder.resolve(file), new StudyPlan(Map.of("model", "curve"), SPACE, STANDARD, Halving.of(trials, epochs), 7));
    }

    private static List<Trial> finish(Study study, int jobs) throws IOException {
        Deque<Study.Run> running = new ArrayDeque<>();
        while (true) {
            Study.Next next = running.size() < jobs ? study.next() : new Study.Await();
            if (next instanceof Study.Run run) {
                running.addFirst(run); // later ones end first
            } else if (running.isEmpty()) {
                assertTrue(next instanceof Study.Done);
                return study.trials();
            } else {
                Study.Run ended = running.removeFirst();
                study.scored(ended.trial().number(), score(ended.trial().settings(), ended.epochs()));
            }
        }
    }

    @Test
    void rungsRiseByThirdsToTheWholeRecipe() {
        assertEquals(List.of(1, 3, 9, 27), Halving.of(27, 27).rungs());
        assertEquals(List.of(3, 10), Halving.of(5, 10).rungs());
        assertEquals(List.of(1, 4), Halving.of(100, 4).rungs(), "no rung is below one epoch");
        assertEquals(List.of(1), Halving.of(9, 1).rungs());
    }

    @Test
    void keepsTheBestAndTheStandardToTheEnd() throws IOException {
        try (Study study = study("a.jsonl", 27, 27)) {
            List<Trial> trials = finish(study, 1);
            Trial best = trials.stream().min(java.util.Comparator.comparingDouble(t -> t.settings().real("x"))).orElseThrow();
            assertEquals(best.number(), study.best().orElseThrow().number());
            assertEquals(27, study.best().orElseThrow().score().orElseThrow().epochs());
            assertEquals(List.of(1, 3, 9, 27), trials.get(0).scores().stream().map(Trial.Score::epochs).toList(), "the standard recipe is run to the end");
            List<Long> perRung = new ArrayList<>();
            for (int epochs : List.of(1, 3, 9, 27)) {
                perRung.add(trials.stream().filter(t -> t.at(epochs).isPresent()).count());
            }
            assertEquals(List.of(27L, 10L, 4L, 2L), perRung, "a third of each rung, and the standard recipe beside it");
        }
    }

    @Test
    void promotesTheSameTrialsHoweverManyRunAtOnce() throws IOException {
        try (Study one = study("one.jsonl", 18, 9); Study four = study("four.jsonl", 18, 9)) {
            assertEquals(finish(one, 1), finish(four, 4));
        }
    }

    @Test
    void aFailedTrialIsNotPromoted() throws IOException {
        try (Study study = study("b.jsonl", 9, 9)) {
            for (Study.Next next = study.next(); next instanceof Study.Run run; next = study.next()) {
                if (run.trial().number() % 2 == 0) {
                    study.failed(run.trial().number(), "out of memory");
                } else {
                    study.scored(run.trial().number(), score(run.trial().settings(), run.epochs()));
                }
            }
            assertTrue(study.ranking().stream().allMatch(t -> t.number() % 2 == 1));
            assertEquals(9, study.best().orElseThrow().score().orElseThrow().epochs());
        }
    }

    @Test
    void numbersAreChecked() {
        assertEquals("trials must be at least 2 for successive halving, got 1",
                assertThrows(IllegalArgumentException.class, () -> Halving.of(1, 3)).getMessage());
    }
}
