package dev.trivium.molecular.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.property.ExcludedMolecule;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.evaluation.property.PropertyRow;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.molgraphxlstm.Architecture;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<Training> SEEDS = List.of(Training.seed(1), Training.seed(3));

    /** Straight chains; the label is the number of carbons, which the length of the string gives away. */
    private static MoleculeSplit chains(String... odd) {
        List<String> test = new ArrayList<>();
        for (int length = 3; length < 20; length++) {
            test.add("C".repeat(length) + "O");
        }
        test.addAll(List.of(odd));
        return MoleculeSplit.given(set(List.of("CC", "C", "CCC", "CCCC", "CCCCCC"), "carbons"), set(List.of("CCCCC", "N"), "carbons"), set(test, "carbons"),
                Duplicates.REFUSE);
    }

    private static MoleculeSet set(List<String> smiles, String... tasks) {
        double[] labels = new double[smiles.size() * tasks.length];
        for (int i = 0; i < labels.length; i++) {
            String each = smiles.get(i / tasks.length);
            labels[i] = each.contains("S") ? Double.NaN : each.chars().filter(c -> c == 'C').count();
        }
        return MoleculeSet.of(smiles, List.of(tasks), labels);
    }

    private static PropertyRow row(PropertyCard card, String name) {
        return card.rows().stream().filter(row -> row.method().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void coverageIsCountedByGroupAndSaidWhereItIsOff() throws IOException {
        List<String> rings = new ArrayList<>();
        List<String> valid = new ArrayList<>();
        List<String> train = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            train.add("C".repeat(i) + "F");
            valid.add("C".repeat(i) + "Cl");
            rings.add("C".repeat(i) + "C1CCCCCCCCCCCCCCCCCCCCCCCCCC1"); // 27 carbons more than the length of a calibration molecule tells
        }
        MoleculeSplit split = MoleculeSplit.given(set(train, "carbons"), set(valid, "carbons"), set(rings, "carbons"), Duplicates.REFUSE)
                .withCalibration(0.5, 1);
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION).withShares(List.of(0.5, 0.9));
        comparison.add(new PickyPredictor.Spec(TaskKind.REGRESSION, "N"), SEEDS);
        comparison.add(new TrainMeanSpec(TaskKind.REGRESSION), SEEDS);
        PropertyCard card = comparison.card("chains");
        List<CoverageTable> tables = row(card, "string-length").intervals();
        assertEquals(List.of(0.5, 0.9), tables.stream().map(CoverageTable::nominal).toList());
        CoverageTable half = tables.get(0);
        assertEquals(40, half.overall().points());
        assertEquals(0, half.overall().share());
        assertEquals(List.of("new scaffold"), half.groups().stream().map(CoverageRow::name).limit(1).toList());
        assertEquals(40, half.groups().stream().skip(1).mapToLong(CoverageRow::points).sum());
        String text = card.text().replaceAll("\\s+", " ");
        assertTrue(text.contains("string-length: Intervals of 90 % hold 0 % of all values"), card.text());
        assertTrue(text.contains("string-length: Intervals of 90 % hold 0 % of the values of new scaffold"), card.text());
        assertTrue(card.csv().contains("string-length,model,,coverage_90 new scaffold,0.0,"), card.csv());
        assertEquals(card, PropertyCard.parse(card.json()));
    }

    @Test
    void everyTestMoleculeIsScoredOrNamedWithItsReason() throws IOException {
        Comparison comparison = Comparison.on(chains("C1CC", "CCN", "CS"), TaskKind.REGRESSION);
        comparison.addSimpleMethods(SEEDS);
        comparison.add(new PickyPredictor.Spec(TaskKind.REGRESSION, "N"), SEEDS);
        PropertyCard card = comparison.card("chains");
        assertEquals(17, card.coverage().molecules());
        List<ExcludedMolecule> excluded = card.coverage().excluded();
        assertEquals(List.of(18, 19, 20), excluded.stream().map(ExcludedMolecule::number).toList());
        assertEquals("C1CC", excluded.get(0).smiles());
        assertTrue(excluded.get(0).reason().contains("(so train-mean"), excluded.get(0).reason());
        assertEquals("holds N (so string-length)", excluded.get(1).reason());
        assertEquals("has no label", excluded.get(2).reason());
    }

    @Test
    void theModelStandsBesideTheSimpleMethodsWithItsSeeds() throws IOException {
        List<String> watched = new ArrayList<>();
        Comparison comparison = Comparison.on(chains(), TaskKind.REGRESSION, watched::add);
        comparison.add(new PickyPredictor.Spec(TaskKind.REGRESSION, "X"), SEEDS);
        comparison.addSimpleMethods(SEEDS);
        PropertyCard card = comparison.card("chains");
        assertEquals("string-length", watched.get(0));
        assertEquals(TrainMeanSpec.NAME, card.rows().get(0).method().name());
        assertEquals(MethodKind.NAIVE, card.rows().get(0).method().kind());
        PropertyRow model = row(card, "string-length");
        assertEquals(MethodKind.MODEL, model.method().kind());
        assertEquals(List.of(1L, 3L), model.method().seeds());
        assertEquals((1.01 + 1.03) / 2, model.score(PropertyMetric.RMSE).value(), 1e-9); // the O counts as a letter
        assertEquals("counts letters", model.method().note());
        assertTrue(card.verdict().get(1).startsWith("string-length beats the best naive row (train-mean): RMSE 1.020 against "), card.verdict().get(1));
        assertTrue(card.text().contains("split given: 5 training, 2 validation, 17 test molecules"), card.text());
    }

    @Test
    void aMethodThatIsThereAlreadyIsNotAddedAgain() throws IOException {
        Comparison comparison = Comparison.on(chains(), TaskKind.REGRESSION);
        comparison.add(new TrainMeanSpec(TaskKind.REGRESSION), SEEDS);
        comparison.addSimpleMethods(SEEDS);
        PropertyCard card = comparison.card("chains");
        assertEquals(1, card.rows().stream().filter(row -> row.method().name().equals(TrainMeanSpec.NAME)).count());
        assertEquals(List.of(), row(card, TrainMeanSpec.NAME).method().seeds());
    }

    @Test
    void errorsOfSeveralTasksAreAveragedInDeviationsOfTheTrainingLabels() throws IOException {
        MoleculeSplit split = MoleculeSplit.given(set(List.of("CC", "C", "CCC"), "a", "b"), set(List.of("CCCC"), "a", "b"),
                set(List.of("CCO", "CO"), "a", "b"), Duplicates.REFUSE);
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
        comparison.add(new TrainMeanSpec(TaskKind.REGRESSION), SEEDS);
        PropertyCard card = comparison.card("two");
        assertEquals(1, card.setting().tasks().get(0).scale(), 1e-12); // labels 1, 2, 3
        assertEquals(Math.sqrt(0.5), card.rows().get(0).score(PropertyMetric.RMSE).value(), 1e-12);
    }

    @Test
    void aFittedModelThatMayHaveSeenTheTestMoleculesIsMarked() throws IOException {
        MoleculeSplit split = chains();
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
        comparison.addSimpleMethods(SEEDS);
        comparison.add("mine.trivium", new PickyPredictor(new PickyPredictor.Spec(TaskKind.REGRESSION, "X"), List.of("carbons"), 9));
        TrainMeanSpec mean = new TrainMeanSpec(TaskKind.REGRESSION);
        comparison.add("mean.trivium", mean.fit(split.train(), split.validation(), Training.seed(1)));
        PropertyCard card = comparison.card("chains");
        Check fitted = check(card, CheckName.FITTED_ELSEWHERE);
        assertEquals(Outcome.VIOLATED, fitted.outcome());
        assertTrue(fitted.found().stream().allMatch(found -> found.startsWith("mine.trivium was fitted on molecules that are not the training molecules")),
                fitted.toString());
        assertTrue(card.verdict().get(0).startsWith("NOT TO BE BELIEVED"), card.verdict().toString());
        assertEquals(List.of(9L), row(card, "mine.trivium").method().seeds());
        assertEquals(5, row(card, "mine.trivium").method().cost().fitSeconds());
    }

    private static Check check(PropertyCard card, CheckName name) {
        return card.audit().checks().stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }

    @Test
    void aFittedModelThatTestMoleculesMayHaveChosenIsMarked() throws IOException {
        MoleculeSplit split = chains();
        MoleculeSplit swapped = MoleculeSplit.given(split.train().set(), split.test().set(), split.validation().set(), Duplicates.REFUSE);
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
        comparison.addSimpleMethods(SEEDS);
        MolGraphXlstmSpec spec = MolGraphXlstmSpec.of(TaskKind.REGRESSION).with(new Architecture(1, 16, 2, 1));
        Training once = Training.seed(1).withDevice("cpu").withEpochs(1);
        try (PropertyPredictor clean = spec.fit(split.train(), split.validation(), once);
                PropertyPredictor peeked = spec.fit(swapped.train(), swapped.validation(), once)) {
            comparison.add("clean.trivium", clean);
            comparison.add("peeked.trivium", peeked);
        }
        PropertyCard card = comparison.card("chains");
        assertEquals("", row(card, "clean.trivium").method().note());
        Check chosen = check(card, CheckName.CHOSEN_ELSEWHERE);
        assertEquals(1, chosen.found().size(), chosen.toString());
        assertTrue(chosen.found().get(0).startsWith("peeked.trivium was chosen by molecules that are not the validation molecules"), chosen.toString());
    }

    @Test
    void constantLabelsHaveScaleOneHoweverTheirMeanIsRounded() throws IOException {
        List<String> three = List.of("CC", "C", "CCC");
        MoleculeSet train = MoleculeSet.of(three, List.of("a", "b"), new double[] {0.1, 1, 0.1, 2, 0.1, 3});
        Comparison comparison = Comparison.on(MoleculeSplit.given(train, set(List.of("CCCC"), "a", "b"), set(List.of("CCO"), "a", "b"),
                Duplicates.REFUSE), TaskKind.REGRESSION);
        comparison.add(new TrainMeanSpec(TaskKind.REGRESSION), SEEDS);
        assertEquals(1, comparison.card("constant").setting().tasks().get(0).scale());
    }

    @Test
    void whatCannotBeComparedIsRefused() throws IOException {
        Comparison comparison = Comparison.on(chains(), TaskKind.REGRESSION);
        assertMessage("spec must be for REGRESSION, got one for CLASSIFICATION: string-length",
                () -> comparison.add(new PickyPredictor.Spec(TaskKind.CLASSIFICATION, "X"), SEEDS));
        assertMessage("trainings must not be empty, got none for string-length",
                () -> comparison.add(new PickyPredictor.Spec(TaskKind.REGRESSION, "X"), List.of()));
        assertMessage("predictor must predict the tasks of the test molecules, [carbons], got [rings]", () -> comparison.add("m",
                new PickyPredictor(new PickyPredictor.Spec(TaskKind.REGRESSION, "X"), List.of("rings"), 1)));
        comparison.add(new PickyPredictor.Spec(TaskKind.REGRESSION, "O"), SEEDS);
        assertMessage("test must hold a molecule that has a label and that every method predicts, got 17 molecules; the first: holds O",
                () -> comparison.card("chains"));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
