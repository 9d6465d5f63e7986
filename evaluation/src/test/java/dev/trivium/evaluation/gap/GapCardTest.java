package dev.trivium.evaluation.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.metric.RowResamples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapCardTest {

    private final GapTargets targets = GapCards.targets();
    private final GapRun mean = GapCards.run(targets, "mean", MethodKind.NAIVE, 3, 4.93);
    private final GapRun linear = GapCards.run(targets, "linear", MethodKind.NAIVE, 1, 1.645);

    @Test
    void errorsAreAggregatedOverAllCells() {
        GapTargets cells = new GapTargets(2, List.of("a", "b"), "", new int[] {0, 0, 1}, new int[] {0, 1, 0}, new int[] {1, 2, 40},
                new double[] {0, -4, 8}, new double[] {1, 2});
        GapRun run = new GapRun(new Method("linear", MethodKind.NAIVE, List.of(), Cost.UNKNOWN, ""), List.of(new GapEstimates(cells,
                new double[] {1, -4, 6}, new double[] {0, -6, 6}, new double[] {2, -2, 7}, 0.8)));
        GapRow row = GapRow.of(run, run, RowResamples.standard(2, 1, 1));
        assertEquals(1, row.mae().value(), 1e-12);
        assertEquals(Math.sqrt(5.0 / 3), row.rmse().value(), 1e-12);
        assertEquals(3.0 / 10, row.mre().value(), 1e-12); // the truth of b is divided by its scale
        double variance = (0 + 4 + 64) / 3.0 - 4;
        assertEquals(Math.sqrt(5.0 / 3 / variance), row.nrmse().value(), 1e-12);
        assertEquals(2.0 / 3, row.coverage().overall().share(), 1e-12);
        assertEquals((2 + 2 + 1) / 3.0, row.coverage().overall().width(), 1e-12);
        assertEquals(List.of("1", "2-3", "32+"), row.coverage().gaps().stream().map(CoverageShare::name).toList());
        assertEquals(0.5, row.coverage().series().get(0).share(), 1e-12);
        assertTrue(!row.mae().interval().known(), "two rows are no evidence");
        assertTrue(Double.isNaN(row.paired().p()));
    }

    @Test
    void aModelThatIsWorseIsSaidToBeWorseInTheFirstLine() {
        GapCard card = GapCards.card(List.of(mean, linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 1.3, 2.1, 1, 2, 3)));
        String first = card.text().lines().findFirst().orElseThrow();
        assertTrue(first.startsWith("Linear is better here: MAE 0.7"), first);
        assertTrue(card.rows().get(2).skill() < 0);
        assertTrue(card.rows().get(2).paired().p() < 0.001);
    }

    @Test
    void aModelBeatsTheBestSimpleMethodOnlyIfTheTestSaysSo() {
        GapCard clear = GapCards.card(List.of(mean, linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 1.15, 1, 2, 3)));
        assertTrue(clear.verdict().get(0).startsWith("fgatt beats the best simple method (linear): MAE 0.5"), clear.verdict().get(0));
        assertEquals(1, clear.verdict().size(), clear.verdict().toString());
        assertTrue(clear.rows().get(2).mae().seedDeviation() > 0);
        GapRun close = GapCards.run(targets, "close", MethodKind.MODEL, 0.995, 1.645, 5);
        String sentence = GapCards.card(List.of(mean, linear, close)).verdict().get(0);
        assertTrue(sentence.contains("is NOT shown to beat") || sentence.contains("by no more than chance may give"), sentence);
    }

    @Test
    void intervalsThatAreTooNarrowAreNamed() {
        GapCard card = GapCards.card(List.of(linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 0.7, 1)));
        String sentence = card.verdict().get(1);
        assertTrue(sentence.startsWith("Intervals of fgatt are too narrow: they hold 6"), sentence);
        assertTrue(sentence.contains("not 90 %") && sentence.contains("in gaps of 32+"), sentence);
        String wide = GapCards.card(List.of(linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 1.7, 1))).verdict().get(1);
        assertTrue(wide.startsWith("Intervals of fgatt are too wide"), wide);
    }

    @Test
    void otherModelsAreHeldAgainstTheFirst() {
        GapCard card = GapCards.card(List.of(linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 1.15, 1, 2),
                GapCards.run(targets, "no-graph", MethodKind.MODEL, 0.9, 1.5, 1, 2)));
        assertEquals(1, card.contrasts().size());
        assertEquals("no-graph", card.contrasts().get(0).reference());
        assertTrue(card.contrasts().get(0).isBetter() && card.contrasts().get(0).interval().high() < 0);
    }

    @Test
    void textHasWhatAReaderMustKnowInHundredColumns() {
        String text = GapCards.card(List.of(mean, linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 1.15, 1, 2, 3),
                GapCards.run(targets, "fgatt with a random graph", MethodKind.MODEL, 0.9, 1.2, 1, 2, 3))).text();
        assertTrue(text.lines().allMatch(line -> line.length() <= 100), text);
        for (String part : List.of("points 0.25, seed 1; 3000 cells", "SHA-256 cdcd", "hidden cells outside of the test rows 2200",
                "Audit: 1 passed", "hidden-cells: 0 of 3000 hidden cells were shown", "800 cells in 400 test rows", "mean over seeds 1, 2, 3", "validation 1400")) {
            assertTrue(text.replaceAll("\\s+", " ").contains(part), part + "\n" + text);
        }
    }

    @Test
    void aCardComesBackFromItsJson() throws IOException {
        GapCard card = GapCards.card(List.of(linear, GapCards.run(targets, "fgatt", MethodKind.MODEL, 0.7, 1.15, 1, 2)));
        GapCard back = GapCard.parse(card.json());
        assertEquals(card.text(), back.text());
        assertEquals(card.csv(), back.csv());
        assertEquals(card.json(), back.json());
        assertThrows(IOException.class, () -> GapCard.parse(card.json().replace("beats", "crushes")));
    }

    @Test
    void everyLineOfTheCsvHasAllColumns() {
        String csv = GapCards.card(List.of(linear)).csv();
        assertTrue(csv.lines().allMatch(line -> line.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count() == 12), csv);
        assertTrue(csv.contains("linear,naive,MAE,all,"), csv);
    }

    @Test
    void aCardWithoutASimpleMethodIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> GapCards.card(List.of(GapCards.run(targets, "fgatt", MethodKind.MODEL, 1, 1, 1))));
        assertThrows(IllegalArgumentException.class, () -> GapCards.card(List.of(linear, linear)));
        assertThrows(IllegalArgumentException.class, () -> GapCards.card(List.of(linear,
                GapCards.run(GapCards.targets(), "fgatt", MethodKind.MODEL, 1, 1, 1))));
    }
}
