package dev.trivium.molecular.explain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.molgraphxlstm.Architecture;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.Recipe;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

class ExplanationTest {

    private static final List<String> ROWS = List.of("CCCCCCO", "c1ccccc1CCO", "C1CC", "CC(=O)OCCOC(C)=O", "O");

    private static @Nullable MolGraphXlstmPredictor fitted;

    @BeforeAll
    static void fit() throws IOException {
        TaskKind kind = TaskKind.REGRESSION;
        fitted = (MolGraphXlstmPredictor) MolGraphXlstmSpec.of(kind).with(new Architecture(2, 8, 2, 4)).with(new Recipe(5e-3, 1, 1, 16, 1e-4))
                .fit(new TrainingMolecules(Structures.labelled(kind, 40, 8)), new ValidationMolecules(Structures.labelled(kind, 20, 9)),
                        Training.seed(4).withDevice("cpu"));
    }

    @AfterAll
    static void close() {
        predictor().close();
    }

    private static MolGraphXlstmPredictor predictor() {
        return Objects.requireNonNull(fitted);
    }

    private static Explanation explanation(String smiles) {
        return Explanation.of(predictor(), List.of(smiles)).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "c1ccccc1CCO", "CC(=O)[O-].[Na+]", "CC(=O)Nc1ccc(O)cc1"})
    void rowsOfTheTableAreTheMotifsOfTheFeaturesAndTheirSharesSumToOne(String smiles) {
        TokenWeights weights = explanation(smiles).weights().orElseThrow();
        List<MotifRow> rows = MotifRow.of(weights, predictor().tasks().size(), 0);
        assertEquals(1, rows.stream().mapToDouble(MotifRow::share).sum(), 1e-12);
        assertEquals(1, Arrays.stream(weights.atomShares()).sum(), 1e-12);
        Set<Integer> seen = new HashSet<>();
        for (MotifRow row : rows) {
            assertTrue(seen.add(row.motif()));
            int[] atoms = weights.graph().motifAtoms()[row.motif()];
            assertEquals(atoms.length, row.atoms().isEmpty() ? 0 : row.atoms().split(" ").length);
            assertEquals(weights.motifShares()[row.motif()], row.share());
        }
        assertEquals(weights.graph().motifs(), seen.size());
    }

    @Test
    void motifsAreNamedByWhatTheyAre() {
        List<String> names = MotifRow.of(explanation("c1ccncc1CCO").weights().orElseThrow(), 1, 0).stream().map(r -> r.name() + ": " + r.atoms()).toList();
        assertTrue(names.contains("ring C5N: C1 C2 C3 N4 C5 C6"), names.toString());
    }

    @Test
    void aRefusedRowHasAReasonAndNoWeights() {
        Explanation refused = Explanation.of(predictor(), ROWS).get(2);
        assertTrue(refused.weights().isEmpty());
        String page = MoleculePage.of("row 3", refused, 0);
        assertTrue(page.contains("<p>refused: ") && !page.contains("<svg"), page);
    }

    @Test
    void textIsEscapedOnEveryPage() {
        Explanation evil = explanation("C<script>alert('x')&\"");
        String title = "<img src=x onerror='y'>";
        Gallery gallery = new Gallery(0);
        gallery.add(title, "\"><b>.html", evil);
        for (String page : List.of(MoleculePage.of(title, evil, 0), gallery.html(title, List.of("<b>")))) {
            assertFalse(page.contains("<script") || page.contains("<img") || page.contains("<b>.") || page.contains("<p><b>"), page);
            assertTrue(page.contains("&lt;img src=x onerror=&#39;y&#39;&gt;"), page);
        }
        assertTrue(MoleculePage.of(title, evil, 0).contains("C&lt;script&gt;alert(&#39;x&#39;)&amp;&quot;"));
        assertEquals("\uFFFD", Html.escape("\0"));
    }

    @Test
    void pagesAreTheSameBytesEveryTimeAndReferToNothingOutside() {
        String page = MoleculePage.of("row 2", explanation("c1ccccc1CCO"), 0);
        assertEquals(page, MoleculePage.of("row 2", explanation("c1ccccc1CCO"), 0));
        assertEquals(3, page.split("<svg", -1).length, "by atoms, by motifs");
        assertFalse(page.contains("src=") || page.contains("href=") || page.contains("url("), "self-contained");
    }

    @Test
    void maskingNothingPredictsWhatThePredictorPredicts() {
        double expected = predictor().predict(List.of("c1ccccc1CCO")).get(0).values()[0];
        TokenWeights weights = explanation("c1ccccc1CCO").weights().orElseThrow();
        assertEquals(expected, predictor().values(List.of(weights.graph()))[0], 1e-5);
    }

    @ParameterizedTest
    @EnumSource
    void deletionCountsEveryRowOnceAndAgreesWithItself(Weighting weighting) {
        DeletionTest.Outcome outcome = DeletionTest.run(predictor(), ROWS, weighting, 0, 200, 3);
        assertEquals(outcome, DeletionTest.run(predictor(), ROWS, weighting, 0, 200, 3));
        assertEquals(1, outcome.refused());
        assertEquals(4, outcome.molecules() + outcome.without());
        assertTrue(outcome.molecules() >= 1 && outcome.without() >= 1, outcome.toString());
        assertEquals(1, DeletionTest.run(predictor(), ROWS, weighting, 0, 1, 3).molecules());
        assertTrue(outcome.top() > 0 && outcome.pValue() > 0 && outcome.pValue() <= 1, outcome.toString());
    }

    @Test
    void signFlipsAgreeWithTheExactShareOfSigns() {
        double[] differences = {1, 2, 3, -0.5, 4};
        int asLarge = 0;
        for (int signs = 0; signs < 32; signs++) {
            double sum = 0;
            for (int i = 0; i < 5; i++) {
                sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asLarge += sum >= 9.5 ? 1 : 0;
        }
        assertEquals(asLarge / 32.0, SignFlip.pValue(differences, 1), 0.005);
        assertEquals(1, SignFlip.pValue(new double[3], 1));
    }

    @Test
    void ranksAreCorrelatedWithTiesInTheMiddle() {
        assertEquals(1, RankCorrelation.of(new double[] {1, 2, 30}, new double[] {-5, 0, 0.1}), 1e-12);
        assertEquals(-1, RankCorrelation.of(new double[] {3, 2, 1}, new double[] {1, 2, 3}), 1e-12);
        assertEquals(Math.sqrt(0.75), RankCorrelation.of(new double[] {1, 1, 2}, new double[] {1, 2, 3}), 1e-12);
        assertEquals(Double.NaN, RankCorrelation.of(new double[] {1, 1}, new double[] {1, 2}));
    }

    @Test
    void weightingsAreThoseOfTheModel() {
        TokenWeights weights = explanation("CC(=O)Nc1ccc(O)cc1").weights().orElseThrow();
        assertArrayEquals(Arrays.stream(weights.motifEffects(0)).map(Math::abs).toArray(), Weighting.EFFECT.of(weights, 0));
        assertEquals(1, Arrays.stream(Weighting.EFFECT.parts(weights, 0)).sum(), 1e-12);
        assertArrayEquals(weights.motifShares(), Weighting.SHARE.of(weights, 0));
        assertArrayEquals(Arrays.stream(weights.motifContributions(0)).map(Math::abs).toArray(), Weighting.CONTRIBUTION.of(weights, 0));
    }
}
