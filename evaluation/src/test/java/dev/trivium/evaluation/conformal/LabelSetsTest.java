package dev.trivium.evaluation.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelSetsTest {

    private static final List<String> LABELS = List.of("no", "yes");
    private static final List<Double> SHARES = List.of(0.8, 0.9);

    private record Drawn(double[][] probabilities, int[] truth) {}

    /** One in ten is a yes, and the classifier hardly sees it. */
    private static Drawn draw(SplittableRandom random, int n) {
        double[][] probabilities = new double[n][];
        int[] truth = new int[n];
        for (int i = 0; i < n; i++) {
            truth[i] = random.nextInt(10) == 0 ? 1 : 0;
            double yes = Math.min(1, Math.max(0, 0.1 + 0.25 * truth[i] + 0.3 * (random.nextDouble() - 0.3)));
            probabilities[i] = new double[] {1 - yes, yes};
        }
        return new Drawn(probabilities, truth);
    }

    private static double[] coverage(LabelSets sets, Drawn test, double share) {
        double[] held = new double[3];
        double[] of = new double[3];
        for (int i = 0; i < test.truth().length; i++) {
            boolean in = sets.set(share, test.probabilities()[i]).contains(test.truth()[i]);
            for (int group : new int[] {test.truth()[i], 2}) {
                held[group] += in ? 1 : 0;
                of[group]++;
            }
        }
        return new double[] {held[0] / of[0], held[1] / of[1], held[2] / of[2]};
    }

    @Test
    void marginalSetsHoldTheShareOverallAndLabelConditionalOnesForEveryLabel() {
        SplittableRandom random = new SplittableRandom(4);
        Drawn calibration = draw(random, 3000);
        Drawn test = draw(random, 20_000);
        double[] marginal = coverage(LabelSets.marginal(LABELS, calibration.probabilities(), calibration.truth(), SHARES), test, 0.9);
        assertEquals(0.9, marginal[2], 0.02);
        assertTrue(marginal[1] < 0.7, "the rare label pays for it: " + marginal[1]);
        double[] byLabel = coverage(LabelSets.byLabel(LABELS, calibration.probabilities(), calibration.truth(), SHARES, 50), test, 0.9);
        assertEquals(0.9, byLabel[0], 0.02);
        assertEquals(0.9, byLabel[1], 0.05);
    }

    @Test
    void thresholdsAreThoseOfAPlainCount() {
        double[][] probabilities = new double[9][];
        int[] truth = new int[9];
        for (int i = 0; i < 9; i++) {
            probabilities[i] = new double[] {(i + 1) / 10.0, 1 - (i + 1) / 10.0};
        }
        LabelSets sets = LabelSets.marginal(LABELS, probabilities, truth, List.of(0.5, 0.9));
        assertEquals(List.of(0), sets.set(0.5, new double[] {0.5, 0.5}).subList(0, 1)); // the 5th of 9 scores, 0.5
        assertEquals(List.of(), sets.set(0.5, new double[] {0.49, 0.49}));
        assertEquals(List.of(0), sets.set(0.9, new double[] {0.1, 0.05})); // the 9th, 0.9
        assertEquals(List.of(0, 1), sets.set(0.9, new double[] {0.5, 0.5}));
    }

    @Test
    void aRareLabelTakesTheThresholdOfAll() {
        Drawn calibration = draw(new SplittableRandom(9), 60);
        LabelSets sets = LabelSets.byLabel(LABELS, calibration.probabilities(), calibration.truth(), SHARES, 20);
        assertEquals("no", sets.thresholdOf(0));
        assertEquals("all", sets.thresholdOf(1));
        assertEquals(60, sets.points(0) + sets.points(1));
    }

    @Test
    void aDescriptionComesBackThroughJson() throws JsonProcessingException {
        Drawn calibration = draw(new SplittableRandom(9), 100);
        ObjectMapper json = new ObjectMapper();
        for (LabelSets sets : List.of(LabelSets.byLabel(LABELS, calibration.probabilities(), calibration.truth(), SHARES, 20),
                LabelSets.marginal(LABELS, calibration.probabilities(), calibration.truth(), SHARES))) {
            Map<String, Object> read = json.readValue(json.writeValueAsString(sets.description()), new TypeReference<>() {});
            LabelSets again = LabelSets.of(read);
            assertEquals(sets.description(), again.description());
            assertEquals(sets.isByLabel(), again.isByLabel());
            for (double[] p : draw(new SplittableRandom(1), 100).probabilities()) {
                assertEquals(sets.set(0.9, p), again.set(0.9, p));
            }
        }
    }

    @Test
    void wrongNumbersAndHostileMapsAreRefusedByName() {
        refuses("probabilities must be 2 numbers in [0, 1], got [NaN, 0.5]",
                () -> LabelSets.marginal(LABELS, new double[][] {{Double.NaN, 0.5}}, new int[1], SHARES));
        refuses("truth must be in [0, 2), got 2 at point 0", () -> LabelSets.marginal(LABELS, new double[][] {{1, 0}}, new int[] {2}, SHARES));
        refuses("calibration must have at least 9 points for sets of 0.9, got 1",
                () -> LabelSets.marginal(LABELS, new double[][] {{1, 0}}, new int[1], SHARES));
        Drawn calibration = draw(new SplittableRandom(9), 100);
        Map<String, Object> map = new LinkedHashMap<>(LabelSets.marginal(LABELS, calibration.probabilities(), calibration.truth(), SHARES).description());
        map.put("byLabel", "yes");
        refuses("byLabel must be true or false, got yes", () -> LabelSets.of(map));
        map.put("byLabel", true);
        map.put("all", Map.of("name", "all", "points", 100, "thresholds", List.of(0.5, 1.5)));
        refuses("all thresholds must be in [0, 1], one for each of 2 shares and from enough points, or none, got [0.5, 1.5] from 100",
                () -> LabelSets.of(map));
        map.put("all", Map.of("name", "all", "points", 100, "thresholds", List.of()));
        refuses("all must have thresholds, got none", () -> LabelSets.of(map));
        map.put("labels", List.of());
        refuses("labels must be at least two different names, got []", () -> LabelSets.of(map));
    }

    private static void refuses(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
