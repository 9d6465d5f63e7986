package dev.trivium.molecular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every property predictor must do. A model's test extends this, once for each kind of task that it knows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PredictorContract {

    private static final List<String> BROKEN = List.of("", "C1CC", "ethanol", "CC(C", "[Xq]");

    private MoleculeSet train;
    private MoleculeSet validation;
    private MoleculeSet test;
    private PropertyPredictor model;

    /** {@return the model under test, small} */
    protected abstract PropertyPredictorSpec spec();

    /** {@return a short run} */
    protected Training training() {
        return Training.seed(7).withDevice("cpu");
    }

    /** {@return molecules to learn from; as many as the model needs to learn from {@link Structures#labelled}} */
    protected int trainingMolecules() {
        return 300;
    }

    /** {@return largest difference between a prediction made alone and in a batch, in standard deviations of the labels} */
    protected double tolerance() {
        return 0;
    }

    /** {@return the largest share of a constant's squared error that is left after learning; 1.01 for a constant itself} */
    protected double learnt() {
        return 0.5;
    }

    /** Fits so that validation has nothing to decide, not even an epoch or a calibration. */
    protected PropertyPredictor fitWithNothingToChoose(TrainingMolecules some, ValidationMolecules others) throws IOException {
        return spec().fit(some, others, training().withEpochs(1));
    }

    @BeforeAll
    void fitOnce() throws IOException {
        MoleculeSet all = Structures.labelled(spec().kind(), trainingMolecules() + 200, 3);
        train = all.select(IntStream.range(0, trainingMolecules()).toArray());
        validation = all.select(IntStream.range(trainingMolecules(), trainingMolecules() + 100).toArray());
        test = all.select(IntStream.range(trainingMolecules() + 100, trainingMolecules() + 200).toArray());
        model = fit(train, validation);
    }

    @AfterAll
    void close() {
        model.close();
    }

    private PropertyPredictor fit(MoleculeSet some, MoleculeSet others) throws IOException {
        return spec().fit(new TrainingMolecules(some), new ValidationMolecules(others), training());
    }

    private static double[][] values(PropertyPredictor predictor, List<String> smiles) {
        return predictor.predict(smiles).stream().map(Prediction::values).toArray(double[][]::new);
    }

    private static void assertSame(double[][] expected, double[][] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], actual[i], "row " + i);
        }
    }

    @Test
    void saysWhatItIsAndWhatItWasFittedOn() {
        assertEquals(spec(), model.spec());
        assertEquals(Structures.TASKS, model.tasks());
        assertEquals(7L, ((Number) model.provenance().get("seed")).longValue());
        assertFalse(spec().name().isEmpty());
    }

    @Test
    void everyRowIsAnsweredInItsOrderBrokenOnesAmongThem() {
        List<String> mixed = new ArrayList<>(test.smiles());
        for (int i = 0; i < BROKEN.size(); i++) {
            mixed.add(7 * i, BROKEN.get(i));
        }
        List<Prediction> answers = model.predict(mixed);
        double[][] clean = values(model, test.smiles());
        assertEquals(mixed.size(), answers.size());
        int next = 0;
        for (int i = 0; i < mixed.size(); i++) {
            if (BROKEN.contains(mixed.get(i))) {
                assertFalse(answers.get(i).refusal().orElseThrow().isBlank());
                assertArrayEquals(new double[] {Double.NaN, Double.NaN}, answers.get(i).values());
            } else {
                assertTrue(answers.get(i).refusal().isEmpty(), mixed.get(i));
                assertClose(clean[next++], answers.get(i).values(), mixed.get(i));
            }
        }
    }

    @Test
    void noRowsAndOnlyBrokenRowsAreAnsweredToo() {
        assertEquals(List.of(), model.predict(List.of()));
        assertTrue(model.predict(BROKEN).stream().allMatch(answer -> answer.refusal().isPresent()));
    }

    @Test
    void whateverIsAMoleculeGetsFiniteNumbers() {
        List<String> odd = List.of("C", "[Na+].[Cl-]", "O", "[H][H]", "[U]", "[2H]C", "N#N", "C1CC1.CCO", "F[P-](F)(F)(F)(F)F", "[13CH4]",
                "c1ccc2ccccc2c1", "C".repeat(120), "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O", "F/C=C/F");
        List<Prediction> answers = model.predict(odd);
        for (int i = 0; i < odd.size(); i++) {
            assertTrue(Arrays.stream(answers.get(i).values()).allMatch(Double::isFinite), odd.get(i) + ": " + answers.get(i));
        }
    }

    @Test
    void aMoleculeAloneIsPredictedAsInABatch() {
        List<String> some = test.smiles().subList(0, 12);
        double[][] together = values(model, some);
        for (int i = 0; i < some.size(); i++) {
            assertClose(together[i], values(model, List.of(some.get(i)))[0], some.get(i));
        }
        List<String> backwards = new ArrayList<>(some);
        Collections.reverse(backwards);
        double[][] turned = values(model, backwards);
        for (int i = 0; i < some.size(); i++) {
            assertClose(together[i], turned[some.size() - 1 - i], some.get(i));
        }
    }

    private void assertClose(double[] expected, double[] actual, String molecule) {
        assertEquals(expected.length, actual.length, molecule);
        for (int task = 0; task < expected.length; task++) {
            assertEquals(expected[task], actual[task], tolerance() * deviation(test, task), molecule);
        }
    }

    @Test
    void predictingTwiceGivesTheSame() {
        assertSame(values(model, test.smiles()), values(model, test.smiles()));
    }

    @Test
    void fittingTwiceWithOneSeedGivesTheSame() throws IOException {
        try (PropertyPredictor again = fit(train, validation)) {
            assertSame(values(model, test.smiles()), values(again, test.smiles()));
        }
    }

    @Test
    void aRestoredModelPredictsBitForBitTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.trivium");
        model.save(file);
        try (PropertyPredictor restored = PropertyPredictor.load(file, "cpu")) {
            assertEquals(model.spec(), restored.spec());
            assertEquals(model.tasks(), restored.tasks());
            assertEquals(model.note(), restored.note());
            assertEquals(model.provenance().get("seed"), restored.provenance().get("seed"));
            assertSame(values(model, test.smiles()), values(restored, test.smiles()));
            Path again = folder.resolve("again.trivium");
            restored.save(again);
            assertEquals(-1, Files.mismatch(file, again));
        }
    }

    @Test
    void calibratedItStatesTheSameValuesWithRangesInItsFileToo(@TempDir Path folder) throws IOException {
        MoleculeSplit split = MoleculeSplit.given(train, validation, test, Duplicates.ALLOW).withCalibration(0.5, 1);
        PropertyPredictor calibrated = model.calibrated(split, List.of(0.8, 0.9));
        List<Prediction> stated = calibrated.predict(test.smiles());
        assertSame(values(model, test.smiles()), stated.stream().map(Prediction::values).toArray(double[][]::new));
        for (Prediction each : stated) {
            boolean number = spec().kind() == TaskKind.REGRESSION;
            assertEquals(number, each.interval(1, 0.9).isPresent());
            assertEquals(!number, each.labels(1, 0.9).isPresent());
            each.interval(0, 0.8).ifPresent(i -> assertTrue(i.low() <= each.values()[0] && each.values()[0] <= i.high(), each.toString()));
        }
        assertTrue(model.predict(test.smiles()).stream().allMatch(each -> each.ranges().isEmpty()));
        assertTrue(calibrated.predict(BROKEN).stream().allMatch(each -> each.refusal().isPresent() && each.ranges().isEmpty()));
        Path file = folder.resolve("calibrated.trivium");
        calibrated.save(file);
        try (PropertyPredictor restored = PropertyPredictor.load(file, "cpu")) {
            assertEquals(calibrated.intervals().orElseThrow().describe(), restored.intervals().orElseThrow().describe());
            assertEquals(Map.of("sha256", split.calibration().orElseThrow().set().sha256()), restored.provenance().get("calibrated"));
            assertEquals(stated.stream().map(Prediction::ranges).toList(),
                    restored.predict(test.smiles()).stream().map(Prediction::ranges).toList());
            Path again = folder.resolve("again.trivium");
            restored.save(again);
            assertEquals(-1, Files.mismatch(file, again));
        }
    }

    @Test
    void eightThreadsGetTheBitsOfOne() throws Exception {
        List<List<String>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            requests.add(test.smiles().subList(i, i + 1 + i % 5));
        }
        List<double[][]> expected = requests.stream().map(request -> values(model, request)).toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<double[][]>> answers = new ArrayList<>();
            for (int i = 0; i < 96; i++) {
                List<String> request = requests.get(i % 12);
                answers.add(pool.submit(() -> values(model, request)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertSame(expected.get(i % 12), answers.get(i).get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void learnsWhatCanBeLearnt() {
        double[][] values = values(model, test.smiles());
        for (int task = 0; task < 2; task++) {
            double mean = mean(train, task);
            double ours = 0;
            double constant = 0;
            for (int i = 0; i < test.size(); i++) {
                double label = test.label(i, task);
                ours += Double.isNaN(label) ? 0 : Math.pow(values[i][task] - label, 2);
                constant += Double.isNaN(label) ? 0 : Math.pow(mean - label, 2);
            }
            assertTrue(ours < learnt() * constant, "squared error of task " + task + " must be below " + learnt()
                    + " of the constant's, got " + ours + " and " + constant);
        }
    }

    @Test
    void probabilitiesLieBetween0And1() {
        if (spec().kind() == TaskKind.CLASSIFICATION) {
            for (double[] row : values(model, test.smiles())) {
                assertTrue(Arrays.stream(row).allMatch(p -> p >= 0 && p <= 1), Arrays.toString(row));
            }
        }
    }

    @Test
    void validationLabelsTeachNothing() throws IOException {
        MoleculeSet poisoned = Structures.relabelled(validation,
                (i, task, label) -> spec().kind() == TaskKind.CLASSIFICATION ? 1 - label : 1e4 - label);
        try (PropertyPredictor clean = fitWithNothingToChoose(new TrainingMolecules(train), new ValidationMolecules(validation));
                PropertyPredictor other = fitWithNothingToChoose(new TrainingMolecules(train), new ValidationMolecules(poisoned))) {
            assertSame(values(clean, test.smiles()), values(other, test.smiles()));
        }
    }

    @Test
    void aTrainingRowThatIsNoMoleculeTeachesNothing() throws IOException {
        double label = spec().kind() == TaskKind.CLASSIFICATION ? 1 : 1e6;
        try (PropertyPredictor again = fit(Structures.with(train, "C1CC", label, label),
                Structures.with(validation, "CC(C", label, label))) {
            assertSame(values(model, test.smiles()), values(again, test.smiles()));
        }
    }

    @Test
    void oneTaskAloneCanBeFitted() throws IOException {
        try (PropertyPredictor single = fit(firstTask(train, 100), firstTask(validation, 50))) {
            assertEquals(List.of("a"), single.tasks());
            assertEquals(1, single.predict(List.of("CCO")).get(0).values().length);
        }
    }

    private static MoleculeSet firstTask(MoleculeSet set, int count) {
        return MoleculeSet.of(set.smiles().subList(0, count), List.of("a"), IntStream.range(0, count).mapToDouble(i -> set.label(i, 0)).toArray());
    }

    @Test
    void refusesWhatCannotBeLearntFrom() {
        refused("train must have at least one task, got none", MoleculeSet.unlabelled(train.smiles()), validation);
        refused("train must hold a label of every task, got none of b",
                Structures.relabelled(train, (i, task, label) -> task == 1 ? Double.NaN : label), validation);
        MoleculeSet swapped = MoleculeSet.of(validation.smiles(), List.of("b", "a"), validation.labels());
        refused("validation must have the tasks of train, [a, b], got [b, a]", train, swapped);
        if (spec().kind() == TaskKind.CLASSIFICATION) {
            refused("labels of train must be 0, 1 or missing in classification, got 2.0 for a of molecule 4",
                    Structures.relabelled(train, (i, task, label) -> i == 4 ? 2 : label), validation);
        }
    }

    @Test
    void refusesATaskWhoseLabelsAllBelongToBrokenRows() {
        MoleculeSet bare = Structures.relabelled(train, (i, task, label) -> task == 1 ? Double.NaN : label);
        refused("train must hold a label of every task, got none of b",
                Structures.with(bare, "C1CC", 1, 1), validation);
    }

    private void refused(String message, MoleculeSet some, MoleculeSet others) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> fit(some, others)).getMessage());
    }

    @Test
    void aClosedPredictorSaysSo() throws IOException {
        PropertyPredictor closed = fitWithNothingToChoose(new TrainingMolecules(train), new ValidationMolecules(validation));
        closed.close();
        closed.close();
        String message = assertThrows(IllegalStateException.class, () -> closed.predict(List.of("C"))).getMessage();
        assertEquals("predictor must be open, got one that was closed", message);
    }

    private static double mean(MoleculeSet set, int task) {
        return labels(set, task).average().orElseThrow();
    }

    private static double deviation(MoleculeSet set, int task) {
        double mean = mean(set, task);
        return Math.sqrt(labels(set, task).map(label -> (label - mean) * (label - mean)).average().orElseThrow());
    }

    private static DoubleStream labels(MoleculeSet set, int task) {
        return IntStream.range(0, set.size()).mapToDouble(i -> set.label(i, task)).filter(label -> !Double.isNaN(label));
    }
}
