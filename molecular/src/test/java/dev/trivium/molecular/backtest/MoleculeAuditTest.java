package dev.trivium.molecular.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.split.Duplicates;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoleculeAuditTest {

    private static final List<String> TEST = IntStream.range(0, 12).mapToObj(i -> "C".repeat(i + 1) + "N").toList();
    private static final List<String> TRAIN = IntStream.range(0, 20).mapToObj(i -> "C".repeat(i + 2) + "O").toList();

    private static MoleculeSet set(List<String> smiles) {
        return MoleculeSet.of(smiles, List.of("y"), IntStream.range(0, smiles.size()).mapToDouble(i -> 0.37 * smiles.get(i).length()).toArray());
    }

    private static MoleculeSplit split(List<String> more) {
        List<String> train = new ArrayList<>(TRAIN);
        train.addAll(more);
        return MoleculeSplit.given(set(train), set(List.of("CCF", "CCCF")), set(TEST), Duplicates.ALLOW);
    }

    private static Audit audit(MoleculeSplit split, PropertyPredictorSpec... specs) throws IOException {
        Comparison comparison = Comparison.on(split, TaskKind.REGRESSION);
        comparison.add(new TrainMeanSpec(TaskKind.REGRESSION), List.of(Training.seed(1)));
        for (PropertyPredictorSpec spec : specs) {
            comparison.add(spec, List.of(Training.seed(1)));
        }
        return comparison.audit();
    }

    private static Check check(Audit audit, CheckName name) {
        return audit.checks().stream().filter(check -> check.name() == name).findFirst().orElseThrow();
    }

    private static List<CheckName> found(Audit audit) {
        return audit.with(Outcome.VIOLATED).stream().map(Check::name).toList();
    }

    private record Own(String name, Function<List<String>, double[]> rule) implements PropertyPredictorSpec {
        @Override
        public TaskKind kind() {
            return TaskKind.REGRESSION;
        }

        @Override
        public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
            return new Fitted(this, Map.of("data", Map.of("sha256", train.set().sha256())));
        }
    }

    private record Fitted(Own spec, Map<String, Object> provenance) implements PropertyPredictor {
        @Override
        public List<String> tasks() {
            return List.of("y");
        }

        @Override
        public List<Prediction> predict(List<String> smiles) {
            double[] said = spec.rule.apply(smiles);
            return IntStream.range(0, smiles.size()).<Prediction>mapToObj(i ->
                    new Prediction.Made(new double[] {said[i]}, new double[] {Double.NaN}, List.of())).toList();
        }

        @Override
        public void save(Path file) {}

        @Override
        public void close() {}
    }

    @Test
    void cleanPartsAndHonestMethodsPass() throws IOException {
        Audit audit = audit(split(List.of()), new Own("length", smiles -> smiles.stream().mapToDouble(String::length).toArray()));
        assertEquals(List.of(), found(audit), audit.text());
    }

    @Test
    void aMoleculeInTwoPartsIsFoundHoweverItIsWritten() throws IOException {
        Audit audit = audit(split(List.of("NCCC")));
        assertEquals(List.of(CheckName.DUPLICATE_MOLECULES), found(audit), audit.text());
        assertEquals("CCCN (test row 2) is training row 20, written NCCC", check(audit, CheckName.DUPLICATE_MOLECULES).found().get(0));
    }

    @Test
    void oneMoleculeWithTwoLabelsIsFoundAndAPublishedSplitIsScoredAsItIs() throws IOException {
        MoleculeSet train = MoleculeSet.of(List.of("CO", "CCO", "NCCC"), List.of("y"), new double[] {1, 2, 9});
        MoleculeSplit split = MoleculeSplit.given(train, set(List.of("CCF")), set(TEST), Duplicates.ALLOW);
        assertEquals(List.of(CheckName.DUPLICATE_MOLECULES, CheckName.CONFLICTING_LABELS), found(audit(split)));
        Audit published = audit(split.published("given 1 of 3"));
        assertEquals(List.of(), found(published));
        assertEquals(2, published.with(Outcome.ALLOWED).size(), published.text());
    }

    @Test
    void aSaltOfATestMoleculeIsFoundWhereTheDataSayWhoIsInWhichPart() throws IOException {
        Audit audit = audit(split(List.of("CCC[NH3+].[Cl-]")));
        assertEquals(List.of(CheckName.TWIN_MOLECULES), found(audit), audit.text());
    }

    @Test
    void aMethodThatScalesOverTheMoleculesItIsAskedForIsFound() throws IOException {
        Audit audit = audit(split(List.of()), new Own("ranks", smiles -> smiles.stream()
                .mapToDouble(one -> one.length() - smiles.stream().mapToInt(String::length).average().orElse(0)).toArray()));
        assertEquals(List.of(CheckName.ANSWERS_DEPEND_ON_OTHERS), found(audit), audit.text());
    }

    @Test
    void zerosThatMostMoleculesHaveAreMetByHonestMethods() throws IOException {
        MoleculeSet train = MoleculeSet.of(TRAIN, List.of("y"), IntStream.range(0, TRAIN.size()).mapToDouble(i -> i % 4 == 3 ? 0.1 * i : 0).toArray());
        MoleculeSet test = MoleculeSet.of(TEST, List.of("y"), IntStream.range(0, TEST.size()).mapToDouble(i -> i % 4 == 3 ? 0.1 * i : 0).toArray());
        MoleculeSplit split = MoleculeSplit.given(train, set(List.of("CCF", "CCCF")), test, Duplicates.ALLOW);
        Audit audit = audit(split, new Own("zero", smiles -> new double[smiles.size()]));
        assertEquals(List.of(), found(audit), audit.text());
    }

    @Test
    void aMethodThatKnowsTheLabelsIsFoundByItsAnswersAndByWhatItHolds() throws IOException {
        MoleculeSet test = set(TEST);
        Audit audit = audit(split(List.of()), new Own("oracle", smiles -> smiles.stream()
                .mapToDouble(one -> test.smiles().contains(one) ? test.label(test.smiles().indexOf(one), 0) : 0).toArray()));
        assertEquals(List.of(CheckName.ANSWERS_KNOWN_BEFORE, CheckName.HELD_DATA), found(audit), audit.text());
    }
}
