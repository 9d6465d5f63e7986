package dev.trivium.evaluation.property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PropertyCardTest {

    @Nested
    class Making {

        @Test
        void refusesACardWithoutANaiveRow() {
            List<PropertyRun> runs = new ArrayList<>(PropertyCards.numberRuns(0.2));
            runs.remove(0);
            assertMessage("rows must hold a NAIVE method, got [random-forest, molgraph-xlstm]", () -> of(runs));
            PropertyCard card = PropertyCards.numbers(0.2);
            assertMessage("rows must hold a NAIVE method, got [molgraph-xlstm]", () -> new PropertyCard(card.title(), card.setting(),
                    card.coverage(), card.bootstrap(), card.rows().subList(2, 3), Audit.none()));
        }

        @Test
        void refusesTwoRowsOfOneName() {
            List<PropertyRun> runs = new ArrayList<>(PropertyCards.numberRuns(0.2));
            runs.add(runs.get(1));
            assertMessage("rows must have different names, got random-forest twice", () -> of(runs));
        }

        @Test
        void refusesAMethodScoredOnOtherMolecules() {
            List<PropertyRun> runs = new ArrayList<>(PropertyCards.numberRuns(0.2));
            LabelledPredictions fewer = LabelledPredictions.of(LabelKind.NUMBER, List.of(new ScoredTask("logS", 1)), new double[20],
                    new double[20]);
            runs.add(PropertyCards.run("picky", MethodKind.BASELINE, fewer));
            assertMessage("methods must be scored on the same molecules, got 80 and 20", () -> of(runs.subList(3, 4), runs.get(0)));
        }

        @Test
        void refusesAnotherNumberOfRunsThanSeedsAndRowsOfOtherTasks() {
            Method method = new Method("m", MethodKind.MODEL, List.of(1L, 2L), Cost.UNKNOWN, "");
            assertMessage("runs must have one entry per seed (2) of m, got 1",
                    () -> new PropertyRun(method, List.of(PropertyCards.numberRun(1, 1))));
            PropertyCard card = PropertyCards.numbers(0.2);
            PropertySetting other = PropertyCards.setting(LabelKind.NUMBER, new ScoredTask("boiling point", 1));
            assertMessage("rows must score the tasks [boiling point], got [logS] for train-mean",
                    () -> new PropertyCard("t", other, card.coverage(), card.bootstrap(), card.rows(), Audit.none()));
            PropertySetting kind = PropertyCards.setting(LabelKind.YES_NO, new ScoredTask("logS", 1));
            assertMessage("rows must score [AUROC, AUPRC, BRIER, ECE], got others for train-mean",
                    () -> new PropertyCard("t", kind, card.coverage(), card.bootstrap(), card.rows(), Audit.none()));
        }

        private static PropertyCard of(List<PropertyRun> runs, PropertyRun... before) {
            List<PropertyRun> all = new ArrayList<>(List.of(before));
            all.addAll(runs);
            return PropertyCard.of("t", PropertyCards.setting(LabelKind.NUMBER, new ScoredTask("logS", 1)), List.of(),
                    PropertyCards.bootstrap(), all);
        }

        private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
            assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
        }
    }

    @Nested
    class Numbers {

        @Test
        void severalSeedsAreAveragedWithTheirStandardDeviation() {
            PropertyCard card = PropertyCards.numbers(0.2);
            double first = PropertyCards.numberRun(0.2, 2).score(PropertyMetric.RMSE, 0);
            double second = PropertyCards.numberRun(0.2, 3).score(PropertyMetric.RMSE, 0);
            Estimate rmse = card.rows().get(2).score(PropertyMetric.RMSE);
            assertEquals((first + second) / 2, rmse.value(), 1e-12);
            assertEquals(Math.abs(first - second) / Math.sqrt(2), rmse.seedDeviation(), 1e-12);
            assertTrue(Double.isNaN(card.rows().get(0).score(PropertyMetric.RMSE).seedDeviation()));
            assertTrue(rmse.interval().contains(rmse.value()));
        }

        @Test
        void aMissingLabelIsCountedAndNotScored() {
            PropertyCard card = PropertyCards.numbers(0.2);
            assertEquals(80, card.coverage().molecules());
            assertEquals(79, card.coverage().tasks().get(0).labelled());
            assertTrue(card.text().contains("labels     79; 1 missing, not scored\n"), card.text());
        }

        @Test
        void aTaskWithOneClassHasNoRankingAndIsNamed() {
            PropertyCard card = PropertyCards.yesNo(2);
            PropertyRow model = card.rows().get(2);
            assertTrue(Double.isNaN(model.tasks().get(2).score(PropertyMetric.AUROC).value()));
            double two = (model.tasks().get(0).score(PropertyMetric.AUROC).value() + model.tasks().get(1).score(PropertyMetric.AUROC).value()) / 2;
            assertEquals(two, model.score(PropertyMetric.AUROC).value(), 1e-12);
            assertTrue(card.text().replaceAll("\\s+", " ").contains("one class only, so without AUROC: ear"), card.text());
        }
    }

    @Nested
    class Words {

        @Test
        void aBetterModelBeatsTheNaiveRowAndTheBaseline() {
            assertSentence("molgraph-xlstm beats the best naive row \\(train-mean\\): RMSE 0.\\d+ against 1.\\d+, 95 % interval of the gain"
                    + " \\[0.\\d+, 1.\\d+\\]. It beats the best baseline: random-forest, RMSE 0.\\d+, 95 % interval of the gain \\[.*\\].",
                    PropertyCards.numbers(0.2));
        }

        @Test
        void aBaselineThatDoesBetterIsNamed() {
            assertSentence("molgraph-xlstm beats the best naive row .* A baseline does better: random-forest, RMSE 0.\\d+, 95 % interval of"
                    + " the gain \\[-.*\\].", PropertyCards.numbers(0.8));
        }

        @Test
        void aModelThatIsWorseThanTheNaiveRowDoesNotBeatIt() {
            assertSentence("molgraph-xlstm does NOT beat the best naive row \\(train-mean\\): .* A baseline does better: .*",
                    PropertyCards.numbers(2));
        }

        @Test
        void aSmallGainIsNotShown() {
            assertSentence(".* It is NOT shown to beat the best baseline: random-forest, AUROC 0.\\d+; the 95 % interval of the gain"
                    + " \\[-.*\\] includes 0.", PropertyCards.yesNo(1.2));
        }

        @Test
        void withoutBothClassesNothingCanBeTold() {
            LabelledPredictions none = LabelledPredictions.of(LabelKind.YES_NO, List.of(new ScoredTask("a", 1)), new double[20], new double[20]);
            PropertyCard card = PropertyCard.of("t", PropertyCards.setting(LabelKind.YES_NO, new ScoredTask("a", 1)), List.of(),
                    PropertyCards.bootstrap(), List.of(PropertyCards.run("train-majority", MethodKind.NAIVE, none),
                            PropertyCards.run("model", MethodKind.MODEL, none)));
            assertSentence("Whether model is of use CANNOT BE TOLD: its AUROC is not defined, as no task has molecules of both classes in the"
                    + " test set.", card);
            assertEquals(card.text(), reread(card).text());
        }

        @Test
        void aCardWithoutAModelSaysSo() {
            PropertyCard card = PropertyCard.of("t", PropertyCards.setting(LabelKind.NUMBER, new ScoredTask("logS", 1)), List.of(),
                    PropertyCards.bootstrap(), PropertyCards.numberRuns(1).subList(0, 1));
            assertEquals(List.of("No model on this card: naive rows and baselines only."), card.verdict());
        }

        private static void assertSentence(String pattern, PropertyCard card) {
            assertEquals(1, card.verdict().size());
            assertTrue(card.verdict().get(0).matches(pattern), card.verdict().get(0));
        }
    }

    @Nested
    class Formats {

        @Test
        void textIsTheSameAsEver() throws IOException {
            assertEquals(resource("numbers.txt"), PropertyCards.numbers(0.2).text());
            assertEquals(resource("yes-no.txt"), PropertyCards.yesNo(1.2).text());
        }

        @Test
        void textIsAtMostAHundredColumnsWide() {
            for (PropertyCard card : List.of(PropertyCards.numbers(0.2), PropertyCards.numbers(2), PropertyCards.yesNo(2))) {
                assertEquals(List.of(), card.text().lines().filter(line -> line.length() > 100).toList());
            }
        }

        @Test
        void jsonIsReadBackAsTheSameCardAlsoUnderAnotherLocale() {
            Locale before = Locale.getDefault();
            try {
                Locale.setDefault(Locale.forLanguageTag("ar-EG"));
                PropertyCard card = PropertyCards.yesNo(1.2);
                assertEquals(card, reread(card));
                assertEquals(PropertyCards.numbers(0.2), reread(PropertyCards.numbers(0.2)));
                assertTrue(card.json().startsWith("{\n  \"format\" : \"trivium property card 2\",\n  \"verdict\" : [ \"molgraph-xlstm "));
            } finally {
                Locale.setDefault(before);
            }
        }

        @Test
        void jsonWhoseVerdictWasChangedIsRefused() {
            String json = PropertyCards.numbers(2).json();
            assertTrue(json.contains("does NOT beat"));
            var e = assertThrows(IOException.class, () -> PropertyCard.parse(json.replace("does NOT beat", "beats")));
            assertTrue(e.getMessage().startsWith("score card must have the verdict that its rows give, got "), e.getMessage());
        }

        @Test
        void csvHoldsEveryScoreOnceWithEmptyCellsForWhatIsNotKnown() {
            PropertyCard card = PropertyCards.yesNo(1.2);
            List<String> lines = card.csv().lines().toList();
            assertEquals("method,kind,task,metric,value,low,high,seed_deviation,seeds,molecules,positive", lines.get(0));
            assertEquals(1 + 3 * (4 * (1 + 3) + 3), lines.size());
            assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 11), card.csv());
            double mean = card.rows().get(2).score(PropertyMetric.AUROC).value();
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("molgraph-xlstm,model,,AUROC," + mean + ",") && line.endsWith(",1 2,80,")));
            assertTrue(lines.contains("train-majority,naive,ear,AUROC,,,,,,78,0"), card.csv());
            assertTrue(lines.contains("random-forest,baseline,,megabytes,400.0,,,,,80,"), card.csv());
            assertFalse(card.csv().contains("NaN"));
        }
    }

    private static PropertyCard reread(PropertyCard card) {
        try {
            return PropertyCard.parse(card.json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PropertyCardTest.class.getResourceAsStream(name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
