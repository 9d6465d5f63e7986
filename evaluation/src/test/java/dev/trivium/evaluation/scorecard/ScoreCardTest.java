package dev.trivium.evaluation.scorecard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScoreCardTest {

    @Nested
    class Making {

        @Test
        void refusesACardWithoutALastValueRow() {
            assertRefusedWithout(MethodKind.LAST_VALUE,
                    "rows must hold a LAST_VALUE method, got [seasonal naive 24, drift, boosted trees on lags, WaveRoRA]");
        }

        @Test
        void refusesACardWithoutASeasonalNaiveRow() {
            assertRefusedWithout(MethodKind.SEASONAL_NAIVE,
                    "rows must hold a SEASONAL_NAIVE method, got [last value, drift, boosted trees on lags, WaveRoRA]");
        }

        @Test
        void refusesNaiveRowsTakenOutOfAFinishedCard() {
            ScoreCard card = Cards.card(0.7, 0.1);
            List<ScoreRow> models = card.rows().subList(2, 5);
            var e = assertThrows(IllegalArgumentException.class, () -> new ScoreCard(
                    card.title(), card.setting(), card.coverage(), card.bootstrap(), models, Audit.none()));
            assertTrue(e.getMessage().startsWith("rows must hold a LAST_VALUE method"), e.getMessage());
        }

        @Test
        void refusesTwoRowsOfOneName() {
            List<MethodRun> runs = Cards.runs(0.7, 0.1);
            runs.add(runs.get(0));
            var e = assertThrows(IllegalArgumentException.class, () -> ScoreCard.of(
                    "t", Cards.setting(), Cards.coverage(), Cards.bootstrap(), runs));
            assertEquals("rows must have different names, got last value twice", e.getMessage());
        }

        @Test
        void refusesMethodsScoredOnOtherWindows() {
            List<MethodRun> runs = Cards.runs(0.7, 0.1);
            ForecastErrors fewer = new ForecastErrors(Cards.HORIZON, runs.get(0).errors().get(0).series());
            runs.add(Cards.run("short", MethodKind.BASELINE, "", fewer));
            var e = assertThrows(IllegalArgumentException.class, () -> ScoreCard.of(
                    "t", Cards.setting(), Cards.coverage(), Cards.bootstrap(), runs));
            assertEquals("methods must be scored on the same windows, got 0 of horizon 8 and 200 of horizon 8", e.getMessage());
        }

        @Test
        void refusesACoverageOfOtherWindowsAndAHorizonOfAnotherLength() {
            var windows = assertThrows(IllegalArgumentException.class, () -> ScoreCard.of("t", Cards.setting(),
                    new Coverage(199, Map.of(), 0, 10, 0), Cards.bootstrap(), Cards.runs(0.7, 0.1)));
            assertEquals("coverage must count the scored windows, got 199 for 200", windows.getMessage());
            var horizon = assertThrows(IllegalArgumentException.class, () -> ScoreCard.of("t",
                    new Setting("d", "s", 48, 9, 1, "v"), Cards.coverage(), Cards.bootstrap(), Cards.runs(0.7, 0.1)));
            assertEquals("rows must have one score per step (horizon 9), got 8 for last value", horizon.getMessage());
        }

        @Test
        void refusesAnotherNumberOfErrorsThanSeeds() {
            Method method = new Method("m", MethodKind.MODEL, List.of(1L, 2L), Cost.UNKNOWN, "");
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new MethodRun(method, List.of(Cards.errors(1, 0, 1))));
            assertEquals("errors must have one entry per seed (2) of m, got 1", e.getMessage());
        }

        private void assertRefusedWithout(MethodKind kind, String message) {
            List<MethodRun> runs = new ArrayList<>(Cards.runs(0.7, 0.1));
            runs.removeIf(run -> run.method().kind() == kind);
            var e = assertThrows(IllegalArgumentException.class, () -> ScoreCard.of(
                    "t", Cards.setting(), Cards.coverage(), Cards.bootstrap(), runs));
            assertEquals(message, e.getMessage());
        }
    }

    @Nested
    class Numbers {

        @Test
        void skillIsRelativeToTheBestNaiveRow() {
            ScoreCard card = Cards.card(0.7, 0);
            assertEquals("seasonal naive 24", card.bestNaive().method().name());
            assertEquals(0, card.bestNaive().skill());
            assertEquals(1 - 0.9 * 0.9, card.rows().get(3).skill(), 1e-12);
            assertEquals(1 - 1.6 * 1.6, card.rows().get(0).skill(), 1e-12);
        }

        @Test
        void severalSeedsAreAveragedWithTheirStandardDeviation() {
            ScoreCard card = Cards.card(0.7, 0.1);
            List<ForecastErrors> seeds = Cards.runs(0.7, 0.1).get(4).errors();
            double a = seeds.get(0).overall(Unit.STANDARDISED).mse();
            double b = seeds.get(1).overall(Unit.STANDARDISED).mse();
            Estimate mse = card.rows().get(4).overall().mse();
            assertEquals((a + b) / 2, mse.value(), 1e-12);
            assertEquals(Math.abs(a - b) / Math.sqrt(2), mse.seedDeviation(), 1e-12);
            assertTrue(Double.isNaN(card.rows().get(0).overall().mse().seedDeviation()));
        }

        @Test
        void naturalScoresAreInTheUnitOfTheData() {
            SeriesScores pressure = Cards.card(0.7, 0).rows().get(1).series().get(1);
            assertEquals(100 * pressure.standardised().mae(), pressure.natural().mae(), 1e-9);
            assertEquals(10_000 * pressure.standardised().mse(), pressure.natural().mse(), 1e-6);
        }
    }

    @Nested
    class FirstLine {

        @Test
        void saysThatTheModelBeatsTheBestNaiveRow() {
            String line = firstLine(Cards.card(0.7, 0.1));
            assertTrue(line.startsWith(
                    "WaveRoRA beats the best naive forecast (seasonal naive 24): MSE "), line);
            assertTrue(line.contains(", skill +"), line);
        }

        @Test
        void saysThatTheModelDoesNotBeatTheBestNaiveRowAndThatABaselineIsBetter() {
            String line = firstLine(Cards.card(1.2, 0.1));
            assertTrue(line.startsWith("WaveRoRA does NOT beat the best naive forecast (seasonal naive 24): MSE "), line);
            assertTrue(line.contains("A baseline does better: boosted trees on lags, MSE "), line);
        }

        @Test
        void saysThatALowerScoreIsNotShownWhereTheIntervalIncludesZero() {
            ScoreCard card = Cards.card(0.5, 0.83);
            ScoreRow model = card.rows().get(4);
            assertTrue(model.againstNaive().difference() < 0 && model.againstNaive().interval().contains(0), model.toString());
            String line = firstLine(card);
            assertTrue(line.startsWith("WaveRoRA is NOT shown to beat the best naive forecast (seasonal naive 24)"), line);
            assertTrue(line.contains("interval of the difference [") && line.contains("] includes 0."), line);
        }

        @Test
        void saysThatFewWindowsShowNothing() {
            ScoreCard card = ScoreCard.of("t", Cards.setting(), Cards.coverage(), new Bootstrap(1000, 60, 0.95, 1),
                    Cards.runs(0.7, 0.1));
            String line = firstLine(card);
            assertTrue(line.contains(" is NOT shown to beat ") && line.contains("200 windows are too few for an interval"), line);
        }

        @Test
        void saysWhereThereIsNoModel() {
            ScoreCard card = ScoreCard.of("t", Cards.setting(), Cards.coverage(), Cards.bootstrap(),
                    Cards.runs(0.7, 0.1).subList(0, 4));
            assertEquals("No model on this card: naive forecasts and baselines only.", firstLine(card));
        }

        private String firstLine(ScoreCard card) {
            String text = card.text();
            return text.substring(0, text.indexOf("\n\n")).replace("\n  ", " ");
        }
    }

    @Nested
    class Rendering {

        @Test
        void textIsTheGoldenText() throws IOException {
            assertEquals(resource("card.txt"), Cards.card(0.7, 0.1).text());
        }

        @Test
        void noLineIsWiderThanAHundredColumns() {
            Cards.card(0.7, 0.1).text().lines().forEach(line -> assertTrue(line.length() <= 100, line.length() + ": " + line));
        }

        @Test // digits are compared as numbers, because JDK 19 changed how a double is written
        void jsonIsTheGoldenJson() throws IOException {
            ScoreCard card = Cards.card(0.7, 0.1);
            String golden = resource("card.json");
            assertEquals(card, ScoreCard.parse(golden));
            String number = "(?<= : )-?[0-9][0-9.E-]*";
            assertEquals(golden.replaceAll(number, "0"), card.json().replaceAll(number, "0"));
        }

        @Test
        void jsonIsReadBackAsTheSameCard() throws IOException {
            ScoreCard card = Cards.card(0.7, 0.1);
            assertEquals(card, ScoreCard.parse(card.json()));
            assertEquals(card.json(), ScoreCard.parse(card.json()).json());
            assertEquals(card.text(), ScoreCard.parse(card.json()).text());
        }

        @Test
        void refusesTextThatIsNoCard() throws IOException {
            String json = Cards.card(0.7, 0.1).json();
            assertRefused("not json", "score card must be JSON, got: Unrecognized token 'not'");
            assertRefused("[1]", "score card must have the format \"trivium score card 2\", got ");
            assertRefused(json.replace("score card 2", "score card 3"),
                    "score card must have the format \"trivium score card 2\", got \"trivium score card 3\"");
            assertRefused(json.replace("\"skill\"", "\"skil\""), "score card must hold the fields of the format, got: ");
            assertRefused(json.replace("WaveRoRA beats", "WaveRoRA crushes"),
                    "score card must have the verdict that its rows give, got ");
            assertRefused(json.replace("LAST_VALUE", "NAIVE"), "score card must hold the fields of the format, got: ");
        }

        private void assertRefused(String json, String message) {
            var e = assertThrows(IOException.class, () -> ScoreCard.parse(json));
            assertTrue(e.getMessage().startsWith(message), e.getMessage());
        }

        private String resource(String name) throws IOException {
            try (InputStream in = ScoreCardTest.class.getResourceAsStream(name)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
