package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.catalog.DatasetCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingCorpusTest {

    private static final int POINTS = 1560;

    private static float[] draw(PretrainingCorpus corpus, long index) {
        return draw(corpus, index, POINTS);
    }

    private static float[] draw(PretrainingCorpus corpus, long index, int points) {
        float[] values = new float[points];
        corpus.draw(index, values);
        return values;
    }

    /** Three sets whose value tells its row: row t of every series is t, but for noise below a half. */
    private static List<OpenSet> counted(int rows) {
        List<OpenSet> sets = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            Dice dice = new Dice(3, sets.size());
            List<float[]> series = new ArrayList<>();
            for (int s = 0; s < 4; s++) {
                float[] x = new float[rows];
                for (int t = 0; t < rows; t++) {
                    x[t] = t + (float) dice.uniform(-0.4, 0.4);
                }
                series.add(x);
            }
            sets.add(new OpenSet(name, "CC0", List.of("file"), series));
        }
        return sets;
    }

    @Test
    void aDrawFollowsFromSeedAndNumberAlone() {
        PretrainingCorpus one = PretrainingCorpus.of(counted(5000), 11, true);
        PretrainingCorpus other = PretrainingCorpus.of(counted(5000), 11, true);
        for (long index = 299; index >= 0; index--) {
            draw(other, index);
        }
        for (long index = 0; index < 300; index++) {
            assertArrayEquals(draw(one, index), draw(other, index), "draw " + index);
        }
    }

    @Test
    void anotherSeedNumberOrPartDrawsOtherSeries() {
        PretrainingCorpus corpus = PretrainingCorpus.syntheticOnly(1, true);
        float[] first = draw(corpus, 0);
        assertFalse(Arrays.equals(first, draw(corpus, 1)));
        assertFalse(Arrays.equals(first, draw(PretrainingCorpus.syntheticOnly(2, true), 0)));
        for (long index = 0; index < 200; index++) {
            assertFalse(Arrays.equals(first, draw(PretrainingCorpus.syntheticOnly(1, false), index)), "draw " + index);
        }
    }

    @Test
    void threadsThatShareASourceDrawWhatOneThreadDraws() throws Exception {
        PretrainingCorpus corpus = PretrainingCorpus.of(counted(5000), 5, true);
        int draws = 120;
        List<float[]> alone = new ArrayList<>();
        for (long index = 0; index < draws; index++) {
            alone.add(draw(corpus, index));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> together = new ArrayList<>();
            for (long index = 0; index < draws; index++) {
                long number = index;
                together.add(pool.submit(() -> draw(corpus, number)));
            }
            for (int i = 0; i < draws; i++) {
                assertArrayEquals(alone.get(i), together.get(i).get(), "draw " + i);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void everyValueIsFiniteOrMissingAndHardlyADrawIsConstant() {
        PretrainingCorpus corpus = PretrainingCorpus.syntheticOnly(3, true);
        int constant = 0;
        int draws = 1500;
        for (long index = 0; index < draws; index++) {
            float[] values = draw(corpus, index);
            for (float value : values) {
                assertFalse(Float.isInfinite(value), "draw " + index);
            }
            constant += OpenSet.usable(values, 0.1) ? 0 : 1;
        }
        assertTrue(constant <= draws / 100, constant + " constant or nearly empty draws");
    }

    @Test
    void anyLengthCanBeDrawn() {
        PretrainingCorpus corpus = PretrainingCorpus.of(counted(500), 5, true);
        for (int points : new int[] {1, 2, 3, 7, 24, 100, 5000}) {
            for (long index = 0; index < 300; index++) {
                for (float value : draw(corpus, index, points)) {
                    assertFalse(Float.isInfinite(value), points + " points, draw " + index);
                }
            }
        }
    }

    @Test
    void whatTheLastFifthHoldsChangesNoTrainingDraw() {
        List<OpenSet> poisoned = counted(5000);
        for (OpenSet set : poisoned) {
            set.series().forEach(x -> Arrays.fill(x, 4000, 5000, 1e9f));
        }
        PretrainingCorpus one = PretrainingCorpus.of(counted(5000), 8, true);
        PretrainingCorpus other = PretrainingCorpus.of(poisoned, 8, true);
        for (long index = 0; index < 400; index++) {
            assertArrayEquals(draw(one, index), draw(other, index), "draw " + index);
        }
    }

    @Test
    void whatTheFirstFourFifthsHoldChangesNoValidationDraw() {
        List<OpenSet> poisoned = counted(5000);
        for (OpenSet set : poisoned) {
            set.series().forEach(x -> Arrays.fill(x, 0, 4000, 1e9f));
        }
        PretrainingCorpus one = PretrainingCorpus.of(counted(5000), 8, false);
        PretrainingCorpus other = PretrainingCorpus.of(poisoned, 8, false);
        for (long index = 0; index < 400; index++) {
            assertArrayEquals(draw(one, index), draw(other, index), "draw " + index);
        }
    }

    @Test
    void aNegativeNumberAndAnEmptyTargetAreRefused() {
        PretrainingCorpus corpus = PretrainingCorpus.syntheticOnly(1, true);
        String message = assertThrows(IllegalArgumentException.class, () -> corpus.draw(-1, new float[3])).getMessage();
        assertTrue(message.contains("-1"), message);
        assertThrows(IllegalArgumentException.class, () -> corpus.draw(0, new float[0]));
    }

    @Test
    void theDescriptionNamesSeedWeightsAndTheExcludedSets() {
        String about = PretrainingCorpus.of(counted(500), 77, true).describe().toString();
        for (String part : List.of("seed=77", "part=training", "SEASONAL", "beijing_multisite=0.1", "ETTm2", "Chicago", "licence=CC0")) {
            assertTrue(about.contains(part), part + " in " + about);
        }
    }

    @Test
    void withoutTheFilesItSaysWhatToDo(@TempDir Path empty) {
        OpenSets sets = new OpenSets(DatasetCache.at(empty).offline());
        String message = assertThrows(IOException.class, sets::read).getMessage();
        assertTrue(message.contains("--synthetic-only") && message.contains("mirror"), message);
    }

    @Test
    void theRealSetsAreReadAndDrawn() throws IOException {
        Optional<Path> shared = Shared.data();
        PretrainingCorpus corpus = PretrainingCorpus.train(shared, 7);
        String about = corpus.describe().toString();
        assertTrue(about.contains("CC BY 4.0 (UCI 321)") && about.contains("electricity35.npy"), about);
        int few = 0;
        for (long index = 0; index < 500; index++) {
            float[] values = draw(corpus, index);
            int observed = 0;
            for (float value : values) {
                assertFalse(Float.isInfinite(value), "draw " + index);
                observed += Float.isNaN(value) ? 0 : 1;
            }
            few += observed < 60 ? 1 : 0;
        }
        assertEquals(0, few);
    }
}
