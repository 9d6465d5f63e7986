package dev.trivium.molecular.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoleculeIntervalsTest {

    private static final List<Double> SHARES = List.of(0.8, 0.95);
    private static final List<String> CHAINS = Structures.chains(1800, 5);

    /** Labels of chains: normal noise around 0, as wide as {@code sigma} says. */
    private static MoleculeSet noisy(List<String> smiles, long seed, ToDoubleFunction<String> sigma) {
        Random random = new Random(seed);
        return MoleculeSet.of(smiles, List.of("y"), smiles.stream().mapToDouble(s -> sigma.applyAsDouble(s) * random.nextGaussian()).toArray());
    }

    private static MoleculeSplit split(MoleculeSet train, MoleculeSet validation, MoleculeSet test) {
        return MoleculeSplit.given(train, validation, test, Duplicates.ALLOW).withCalibration(0.5, 1);
    }

    /** The first {@code train} to learn from, the next {@code validation} of which half calibrate, the others for the test. */
    private static MoleculeSplit split(MoleculeSet all, int train, int validation) {
        return split(rows(all, 0, train), rows(all, train, train + validation), rows(all, train + validation, all.size()));
    }

    private static MoleculeSet rows(MoleculeSet all, int from, int to) {
        return all.select(IntStream.range(from, to).toArray());
    }

    private static PropertyPredictor calibrated(PropertyPredictor model, MoleculeSplit split) {
        return model.withIntervals(MoleculeIntervals.calibrate(model, split, SHARES));
    }

    private static double coverage(PropertyPredictor model, MoleculeSet test, double share) {
        List<Prediction> answers = model.predict(test.smiles());
        return IntStream.range(0, test.size()).filter(i -> answers.get(i).interval(0, share).orElseThrow().contains(test.label(i, 0))).count()
                / (double) test.size();
    }

    private static double width(PropertyPredictor model, String smiles) {
        Interval interval = model.predict(List.of(smiles)).get(0).interval(0, 0.8).orElseThrow();
        return interval.high() - interval.low();
    }

    @Test
    void sharesThatDoNotRiseAreRefusedBeforeAFileHoldsThem() {
        MoleculeSet all = MoleculeSet.of(CHAINS, List.of("y"), IntStream.range(0, CHAINS.size()).mapToDouble(i -> i % 2).toArray());
        MoleculeSplit split = split(all, 100, 1000);
        for (List<Double> shares : List.of(List.of(0.95, 0.8), List.of(0.8, 0.8), List.of(0.8, 1.0), List.<Double>of())) {
            var e = assertThrows(IllegalArgumentException.class, () -> MoleculeIntervals.calibrate(Told.probability(smiles -> 0.5), split, shares));
            assertTrue(e.getMessage().contains("shares must"), e.getMessage());
        }
    }

    @Test
    void holdTheStatedShareOfMoleculesLikeThoseOfTheCalibration() {
        MoleculeSplit split = split(noisy(CHAINS, 1, s -> 1), 100, 1000);
        PropertyPredictor model = calibrated(Told.number(s -> 0), split);
        assertEquals(0.8, coverage(model, split.test().set(), 0.8), 0.04);
        assertEquals(0.95, coverage(model, split.test().set(), 0.95), 0.03);
        assertEquals(2 * 1.28, width(model, "CCO"), 0.3);
    }

    @Test
    void coverOnAverageOverManySmallCalibrationsAtLeastTheShare() {
        double sum = 0;
        for (int draw = 0; draw < 25; draw++) {
            MoleculeSet all = noisy(CHAINS.subList(0, 90), 100 + draw, s -> 1);
            MoleculeSplit split = split(all, 10, 40); // 20 calibrate
            sum += coverage(calibrated(Told.number(s -> 0), split), split.test().set(), 0.8) / 25;
        }
        assertEquals(17 / 21.0, sum, 0.06); // the 17th of 20 errors, of 21 places where the next can fall
    }

    @Test
    void giveNewScaffoldsAReachOfTheirOwn() {
        List<String> rings = CHAINS.stream().filter(s -> s.contains("1")).toList();
        ToDoubleFunction<String> sigma = s -> s.contains("C1CC1") ? 3 : 1; // a scaffold that training has not
        MoleculeSet train = noisy(rings.stream().filter(s -> !s.contains("C1CC1")).limit(150).toList(), 3, sigma);
        MoleculeSet rest = noisy(rings.subList(350, rings.size()), 4, sigma);
        MoleculeSplit split = split(train, rows(rest, 0, 450), rows(rest, 450, rest.size()));
        PropertyPredictor model = calibrated(Told.number(s -> 0), split);
        MoleculeSet test = split.test().set();
        int[] strange = IntStream.range(0, test.size()).filter(i -> test.smiles().get(i).contains("C1CC1")).toArray();
        int[] known = IntStream.range(0, test.size()).filter(i -> !test.smiles().get(i).contains("C1CC1")).toArray();
        assertEquals(0.8, coverage(model, test.select(strange), 0.8), 0.08);
        assertEquals(0.8, coverage(model, test.select(known), 0.8), 0.08);
        assertTrue(width(model, "CCC1CC1") > 2 * width(model, "CCc1ccccc1"));
        assertEquals("new scaffold", model.predict(List.of("CCC1CC1")).get(0).ranges().orElseThrow().group());
        assertEquals("known scaffold", model.predict(List.of("OCCc1ccccc1")).get(0).ranges().orElseThrow().group());
    }

    @Test
    void aGroupWithFewMoleculesTakesTheReachOfAll() {
        List<String> smiles = new ArrayList<>(CHAINS.stream().filter(s -> !s.contains("1")).limit(400).toList());
        for (int i = 0; i < 30; i++) {
            smiles.add(200 + i, "C".repeat(1 + i) + "C1CCCCC1");
        }
        MoleculeSplit split = split(noisy(smiles, 4, s -> s.contains("1") ? 50 : 1), 150, 200);
        PropertyPredictor model = calibrated(Told.number(s -> 0), split);
        assertEquals("new scaffold", model.predict(List.of("CCC1CC1")).get(0).ranges().orElseThrow().group());
        assertTrue(width(model, "CCC1CC1") < 3 * width(model, "CCO"), "its own reach would be fifty times as far");
    }

    @Test
    void areWiderWhereTheModelsDisagree() {
        Map<String, Double> hard = new HashMap<>();
        Random random = new Random(8);
        CHAINS.forEach(s -> hard.put(s, 0.1 + random.nextDouble()));
        MoleculeSplit split = split(noisy(CHAINS, 2, hard::get), 100, 1000);
        PropertyPredictor model = calibrated(new Told(TaskKind.REGRESSION, List.of("y"), s -> 0, s -> 7 * hard.getOrDefault(s, 0.5)), split);
        PropertyPredictor blind = calibrated(Told.number(s -> 0), split);
        MoleculeSet test = split.test().set();
        int[] hardest = IntStream.range(0, test.size()).filter(i -> hard.get(test.smiles().get(i)) > 0.9).toArray();
        assertEquals(0.8, coverage(model, test, 0.8), 0.04);
        assertEquals(0.8, coverage(model, test.select(hardest), 0.8), 0.08);
        assertTrue(coverage(blind, test.select(hardest), 0.8) < 0.72);
    }

    @Test
    void seeNothingOfTestLabelsAndNothingOfTrainingLabels() {
        MoleculeSet clean = noisy(CHAINS.subList(0, 400), 6, s -> 1);
        MoleculeSet poisoned = Structures.relabelled(clean, (i, task, label) -> i < 100 || i >= 300 ? 1e6 : label);
        PropertyPredictor model = Told.number(s -> 0);
        Map<String, Object> expected = MoleculeIntervals.calibrate(model, split(clean, 100, 200), SHARES).describe();
        assertEquals(expected, MoleculeIntervals.calibrate(model, split(poisoned, 100, 200), SHARES).describe());
        MoleculeSet other = Structures.relabelled(clean, (i, task, label) -> i >= 100 && i < 300 ? 2 * label : label);
        assertNotEquals(expected, MoleculeIntervals.calibrate(model, split(other, 100, 200), SHARES).describe());
    }

    @Test
    void takeNoReachFromValidationMolecules() {
        MoleculeSet all = noisy(CHAINS.subList(0, 400), 6, s -> 1);
        MoleculeSplit split = split(all, 100, 200);
        MoleculeSet validation = split.validation().set();
        MoleculeSplit poisoned = MoleculeSplit.given(split.train().set(), joined(Structures.relabelled(validation, (i, task, label) -> 1000 * label),
                split.calibration().orElseThrow().set()), split.test().set(), Duplicates.ALLOW).withCalibration(0.5, 1);
        // the parts are drawn anew: what matters is that only calibration molecules with large errors make wide intervals
        long large = IntStream.range(0, poisoned.calibration().orElseThrow().set().size())
                .filter(i -> Math.abs(poisoned.calibration().orElseThrow().set().label(i, 0)) > 10).count();
        assertTrue(large > 30 && large < 70, "both parts must hold poisoned molecules, got " + large);
        PropertyPredictor model = Told.number(s -> 0);
        double wide = width(calibrated(model, poisoned), "CCO");
        double plain = width(calibrated(model, split), "CCO");
        assertTrue(wide > 50 * plain, wide + " and " + plain);
    }

    private static MoleculeSet joined(MoleculeSet a, MoleculeSet b) {
        double[] labels = Arrays.copyOf(a.labels(), a.size() + b.size());
        System.arraycopy(b.labels(), 0, labels, a.size(), b.size());
        return MoleculeSet.of(Stream.concat(a.smiles().stream(), b.smiles().stream()).toList(), a.tasks(), labels);
    }

    @Test
    void leaveOutRowsWithoutLabelOrPrediction() {
        List<String> smiles = new ArrayList<>(CHAINS.subList(0, 300));
        smiles.set(120, "!" + smiles.get(120));
        MoleculeSet gaps = Structures.relabelled(noisy(smiles, 6, s -> 1), (i, task, label) -> i % 2 == 0 ? Double.NaN : label);
        MoleculeIntervals intervals = MoleculeIntervals.calibrate(Told.number(s -> 0), split(gaps, 100, 160), SHARES);
        assertEquals(List.of(), intervals.notes());
        assertEquals(40, intervals.points().get(0), 15);
        PropertyPredictor model = Told.number(s -> 0).withIntervals(intervals);
        assertTrue(model.predict(List.of("!C")).get(0).ranges().isEmpty());
    }

    @Test
    void sayWhichShareCannotBeHad() {
        MoleculeSplit few = split(noisy(CHAINS.subList(0, 100), 6, s -> 1), 50, 20);
        MoleculeIntervals intervals = MoleculeIntervals.calibrate(Told.number(s -> 0), few, SHARES);
        assertEquals(List.of("y: no interval of 95 %, as 10 calibration molecules have a label and 19 are needed"), intervals.notes());
        Prediction answer = Told.number(s -> 0).withIntervals(intervals).predict(List.of("CCO")).get(0);
        assertTrue(answer.interval(0, 0.8).isPresent());
        assertTrue(answer.interval(0, 0.95).isEmpty());
        MoleculeSplit fewer = split(noisy(CHAINS.subList(0, 100), 6, s -> 1), 50, 6);
        assertEquals("calibration must have enough molecules for an interval or set, got too few:"
                + " y: no interval of 80 %, as 3 calibration molecules have a label and 4 are needed;"
                + " y: no interval of 95 %, as 3 calibration molecules have a label and 19 are needed",
                refused(() -> MoleculeIntervals.calibrate(Told.number(s -> 0), fewer, SHARES)));
    }

    @Test
    void areRefusedWithoutCalibrationMoleculesOrForOtherLabels() {
        MoleculeSet all = noisy(CHAINS.subList(0, 100), 6, s -> 1);
        MoleculeSplit without = MoleculeSplit.given(rows(all, 0, 50), rows(all, 50, 80), rows(all, 80, 100), Duplicates.ALLOW);
        assertEquals("split must have calibration molecules for intervals, got given: 50 training, 30 validation, 20 test molecules",
                refused(() -> MoleculeIntervals.calibrate(Told.number(s -> 0), without, SHARES)));
        Told other = new Told(TaskKind.REGRESSION, List.of("z"), s -> 0, s -> 0);
        assertEquals("calibration must have the labels that the model predicts, [z], got [y]",
                refused(() -> MoleculeIntervals.calibrate(other, without.withCalibration(0.5, 1), SHARES)));
        MoleculeIntervals intervals = MoleculeIntervals.calibrate(Told.number(s -> 0), without.withCalibration(0.5, 1), List.of(0.8));
        assertEquals("intervals must be for CLASSIFICATION of [y], got some for REGRESSION of [y]",
                refused(() -> Told.probability(s -> 0.5).withIntervals(intervals)));
    }

    /** Two classes, the second as rare as {@code positive} says; probabilities that tell something. */
    private static MoleculeSet classes(int count, double positive, Map<String, Double> probabilities) {
        Random random = new Random(12);
        double[] labels = new double[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextDouble() < positive ? 1 : 0;
            double logit = 3 * labels[i] - 3 + 1.5 * random.nextGaussian();
            probabilities.put(CHAINS.get(i), 1 / (1 + Math.exp(-logit)));
        }
        return MoleculeSet.of(CHAINS.subList(0, count), List.of("y"), labels);
    }

    private static double held(List<Prediction> answers, MoleculeSet test, int label, double share) {
        int[] rows = IntStream.range(0, test.size()).filter(i -> test.label(i, 0) == label).toArray();
        return IntStream.of(rows).filter(i -> answers.get(i).labels(0, share).orElseThrow().contains(label)).count() / (double) rows.length;
    }

    @Test
    void setsHoldTheShareOfEitherLabel() {
        Map<String, Double> probabilities = new HashMap<>();
        MoleculeSplit split = split(classes(1800, 0.25, probabilities), 50, 1000);
        PropertyPredictor model = calibrated(Told.probability(s -> probabilities.getOrDefault(s, 0.5)), split);
        List<Prediction> answers = model.predict(split.test().set().smiles());
        assertEquals(0.8, held(answers, split.test().set(), 0, 0.8), 0.05);
        assertEquals(0.8, held(answers, split.test().set(), 1, 0.8), 0.08);
        assertEquals(0.95, held(answers, split.test().set(), 1, 0.95), 0.05);
        assertTrue(answers.stream().anyMatch(each -> each.labels(0, 0.95).orElseThrow().size() == 2));
        assertTrue(answers.stream().anyMatch(each -> each.labels(0, 0.8).orElseThrow().size() == 1));
        assertTrue(answers.stream().allMatch(each -> each.interval(0, 0.8).isEmpty()));
    }

    @Test
    void aSetCanBeEmptyWhereNeitherLabelIsLikelyEnough() {
        MoleculeSet set = MoleculeSet.of(CHAINS.subList(0, 400), List.of("y"), IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray());
        Map<String, Double> sure = new HashMap<>();
        IntStream.range(0, 400).forEach(i -> sure.put(CHAINS.get(i), i % 2 == 0 ? 0.01 : 0.99));
        PropertyPredictor model = calibrated(Told.probability(s -> sure.getOrDefault(s, 0.5)), split(set, 100, 200));
        assertEquals(java.util.Set.of(), model.predict(List.of("CCO")).get(0).labels(0, 0.8).orElseThrow());
    }

    @Test
    void aLabelThatIsTooRareToBeLeftOutIsInEverySetAndNamed() {
        MoleculeSet set = MoleculeSet.of(CHAINS.subList(0, 300), List.of("y"), IntStream.range(0, 300).mapToDouble(i -> i % 20 == 0 ? 1 : 0).toArray());
        MoleculeSplit split = split(set, 100, 180);
        PropertyPredictor model = calibrated(Told.probability(s -> CHAINS.indexOf(s) % 20 == 0 ? 0.9 : 0.1), split);
        MoleculeIntervals intervals = model.intervals().orElseThrow();
        assertEquals(1, intervals.notes().size(), intervals.notes().toString());
        assertTrue(intervals.notes().get(0).matches("y: every set of 95 % holds 1, as [4-9] calibration molecules are 1 and 19 are needed to leave it out"),
                intervals.notes().toString());
        assertTrue(model.predict(split.test().set().smiles()).stream().allMatch(each -> each.labels(0, 0.95).orElseThrow().contains(1)));
        assertFalse(model.predict(split.test().set().smiles()).stream().allMatch(each -> each.labels(0, 0.8).orElseThrow().contains(1)));
    }

    @Test
    void goThroughPlainTextsAndNumbersAndBack() {
        MoleculeSplit numbers = split(noisy(CHAINS.subList(0, 400), 6, s -> 1), 100, 200);
        MoleculeIntervals intervals = MoleculeIntervals.calibrate(Told.number(s -> 0), numbers, SHARES);
        MoleculeIntervals read = MoleculeIntervals.parse(intervals.describe(), TaskKind.REGRESSION, List.of("y"));
        assertEquals(intervals.describe(), read.describe());
        List<String> smiles = CHAINS.subList(0, 20);
        assertEquals(Told.number(s -> 1).withIntervals(intervals).predict(smiles).stream().map(Prediction::ranges).toList(),
                Told.number(s -> 1).withIntervals(read).predict(smiles).stream().map(Prediction::ranges).toList());
        MoleculeSplit yesNo = split(classes(300, 0.4, new HashMap<>()), 100, 120);
        MoleculeIntervals sets = MoleculeIntervals.calibrate(Told.probability(s -> 0.3), yesNo, SHARES);
        assertEquals(sets.describe(), MoleculeIntervals.parse(sets.describe(), TaskKind.CLASSIFICATION, List.of("y")).describe());
    }

    @Test
    void refuseADescriptionThatIsNotTheirsAndNameWhatIsWrong() {
        MoleculeSplit numbers = split(noisy(CHAINS.subList(0, 400), 6, s -> 1), 100, 200);
        Map<String, Object> right = MoleculeIntervals.calibrate(Told.number(s -> 0), numbers, SHARES).describe();
        assertTrue(refusal(right, "kind", "classification").startsWith("kind of intervals must be regression, got classification"));
        assertTrue(refusal(right, "shares", List.of(0.8, Double.NaN)).startsWith("shares must rise within (0, 1)"));
        assertTrue(refusal(right, "shares", List.of(0.5)).startsWith("shares of a task must be among [0.5]"));
        assertTrue(refusal(right, "tasks", List.of()).startsWith("tasks of intervals must be the 1 of the model, got 0"));
        assertTrue(refusal(right, "tasks", List.of(1)).startsWith("tasks must hold objects, got 1"));
        assertTrue(refusal(right, "scaffolds", List.of("zz")).startsWith("scaffolds must be different texts of 16 hexadecimal digits, got zz"));
        assertTrue(refusal(right, "molecules", 7).startsWith("molecules of intervals must be a SHA-256"));
        assertTrue(refusal(right, "more", 1).startsWith("entries of intervals must be"));
        Map<String, Object> task = object(((List<?>) right.get("tasks")).get(0));
        task.put("difficulty", Map.of("constant", 1, "distance", -1, "spread", 0, "least", 1));
        assertTrue(refusal(right, "tasks", List.of(task)).startsWith("weights must be finite and at least 0"));
        task.put("difficulty", Map.of("constant", 1, "distance", 1, "spread", 0, "least", 0));
        assertTrue(refusal(right, "tasks", List.of(task)).startsWith("least must be above 0"));
        task.put("difficulty", 3);
        assertTrue(refusal(right, "tasks", List.of(task)).startsWith("difficulty must have the entries"));
        assertThrows(IllegalArgumentException.class, () -> MoleculeIntervals.parse("text", TaskKind.REGRESSION, List.of("y")));
    }

    private static Map<String, Object> object(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
        return map;
    }

    private static String refusal(Map<String, Object> right, String entry, Object value) {
        Map<String, Object> wrong = new LinkedHashMap<>(right);
        wrong.put(entry, value);
        return refused(() -> MoleculeIntervals.parse(wrong, TaskKind.REGRESSION, List.of("y")));
    }

    private static String refused(Runnable made) {
        return assertThrows(IllegalArgumentException.class, made::run).getMessage();
    }
}
