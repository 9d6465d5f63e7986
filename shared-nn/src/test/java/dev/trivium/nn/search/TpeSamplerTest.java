package dev.trivium.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TpeSamplerTest {

    private static final int SEEDS = 60;
    private static final int TRIALS = 50;

    private static final SearchSpace PLANE = SearchSpace.of(Real.even("x", -5, 10), Real.even("y", 0, 15));
    private static final SearchSpace FIVE = SearchSpace.of(Real.even("a", -5, 5), Real.even("b", -5, 5), Real.even("c", -5, 5), Real.even("d", -5, 5),
            Real.even("e", -5, 5));
    private static final SearchSpace NETWORK = SearchSpace.of(Real.log("rate", 1e-6, 1), Whole.even("layers", 1, 8), Whole.log("width", 8, 1024),
            Choice.of("shape", "round", "square", "flat", "long"), Real.even("dropout", 0, 0.9));

    private static double branin(Settings s) {
        double x = s.real("x");
        double y = s.real("y");
        double bend = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    private static double sphere(Settings s) {
        return s.values().values().stream().mapToDouble(v -> Math.pow((Double) v - 1.3, 2)).sum();
    }

    /** As a network's validation loss might be: a valley in the logarithm of the rate, a best size, one good choice. */
    private static double network(Settings s) {
        return Math.pow(Math.log10(s.real("rate")) + 3, 2) + 0.3 * Math.abs(s.whole("layers") - 3) + Math.pow(Math.log(s.whole("width") / 128.0), 2) / 4
                + (s.text("shape").equals("flat") ? 0 : 0.7) + s.real("dropout");
    }

    private static double best(Sampler sampler, SearchSpace space, ToDoubleFunction<Settings> score, long seed) {
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= TRIALS; number++) {
            Settings settings = sampler.suggest(space, trials, seed, number);
            trials.add(trial(number, settings, score.applyAsDouble(settings)));
        }
        return trials.stream().mapToDouble(trial -> trial.score().orElseThrow().value()).min().orElseThrow();
    }

    private static Trial trial(int number, Settings settings, double score) {
        return new Trial(number, settings, List.of(new Trial.Score(0, score)), Optional.empty(), Optional.empty());
    }

    /** Wins of 60 under the hypothesis that both are as good: 43 or more have a probability below 0.0006. */
    private static void beatsRandom(SearchSpace space, ToDoubleFunction<Settings> score) {
        long wins = IntStream.range(0, SEEDS)
                .filter(seed -> best(new TpeSampler(), space, score, seed) < best(new RandomSampler(), space, score, seed)).count();
        assertTrue(wins >= 43, wins + " wins of " + SEEDS);
    }

    @Test
    void beatsRandomOnBranin() {
        beatsRandom(PLANE, TpeSamplerTest::branin);
    }

    @Test
    void beatsRandomOnASphereOfFiveDimensions() {
        beatsRandom(FIVE, TpeSamplerTest::sphere);
    }

    @Test
    void beatsRandomOnAMixedSpace() {
        beatsRandom(NETWORK, TpeSamplerTest::network);
    }

    @Test
    void suggestsTheSameForTheSameTrialsAndSeed() {
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            Settings settings = NETWORK.draw(Sampler.random(5, number));
            trials.add(trial(number, settings, network(settings)));
        }
        Settings once = new TpeSampler().suggest(NETWORK, trials, 1, 21);
        assertEquals(once, new TpeSampler().suggest(NETWORK, trials, 1, 21));
        assertNotEquals(once, new TpeSampler().suggest(NETWORK, trials, 2, 21));
    }

    @Test
    void keepsAwayFromWhatIsRunning() {
        SearchSpace line = SearchSpace.of(Real.even("x", 0, 1));
        List<Trial> trials = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            double x = number / 21.0;
            trials.add(trial(number, Settings.none().with("x", x), Math.abs(x - 0.5)));
        }
        double alone = spread(line, trials);
        List<Trial> busy = new ArrayList<>(trials);
        for (int number = 21; number <= 28; number++) {
            busy.add(new Trial(number, Settings.none().with("x", 0.5), List.of(), Optional.of(0), Optional.empty()));
        }
        double beside = spread(line, busy);
        assertTrue(beside > 1.5 * alone, "mean distance from the running trials " + beside + ", without them " + alone);
    }

    private static double spread(SearchSpace line, List<Trial> trials) {
        return IntStream.range(0, 40).mapToDouble(seed -> Math.abs(new TpeSampler().suggest(line, trials, seed, trials.size() + 1).real("x") - 0.5))
                .average().orElseThrow();
    }

    @Test
    void densitiesSumToOne() {
        Scale scale = new Real("x", 2, 7, false).scale();
        Parzen density = new Parzen(scale, List.of(2.0, 2.1, 6.9));
        double sum = 0;
        int steps = 20_000;
        for (int i = 0; i < steps; i++) {
            sum += Math.exp(density.log(2 + 5 * (i + 0.5) / steps)) * 5 / steps;
        }
        assertEquals(1, sum, 1e-4);
        Choice choice = Choice.of("shape", "a", "b", "c");
        Frequencies shares = new Frequencies(choice, List.of("a", "a", "elsewhere"));
        assertEquals(1, choice.values().stream().mapToDouble(value -> Math.exp(shares.log(value))).sum(), 1e-12);
    }

    @Test
    void drawsEveryValueWithinTheBounds() {
        SearchSpace space = SearchSpace.of(Whole.log("n", 1, 5), Real.log("r", 1e-3, 1e-1));
        boolean[] seen = new boolean[6];
        for (int i = 0; i < 300; i++) {
            Settings settings = space.draw(Sampler.random(1, i));
            seen[settings.whole("n")] = true;
            assertTrue(settings.real("r") >= 1e-3 && settings.real("r") <= 1e-1);
        }
        assertTrue(IntStream.rangeClosed(1, 5).allMatch(n -> seen[n]) && !seen[0]);
    }
}
