package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastChartTest {

    private static final int HISTORY = 72;
    private static final int HORIZON = 24;

    @Test
    void showsTitleSeriesUnitsStartLegendAndSource() {
        List<String> texts = Layout.texts(chart(2).picture());
        assertTrue(texts.containsAll(List.of("Demand next day", "series 0 (MW)", "series 1 (MW)", "history", "forecast",
                "forecast starts at 2026-03-04 00:00 UTC", "Data: made for this test.")), texts.toString());
        assertFalse(texts.contains("actual") || texts.contains("forecast interval"), texts.toString());
    }

    @Test
    void actualValuesAndBandAreShownAndExplainedWhereGiven() {
        double[] low = forecast(0);
        double[] high = forecast(1);
        ForecastPanel panel = ForecastPanel.of("a", "", history(0), forecast(0)).withActual(forecast(2)).withBand(low, high);
        Picture picture = new ForecastChart("t", "", time(), List.of(panel)).picture();
        assertTrue(Layout.texts(picture).containsAll(List.of("actual", "forecast interval")));
        assertEquals(1, strokes(picture, Ink.VERMILION).filter(stroke -> stroke.x().length == HORIZON).count());
        assertEquals(1, picture.marks().stream()
                .filter(mark -> mark instanceof Mark.Area area && area.ink().equals(Ink.BAND) && area.x().length == 2 * HORIZON).count());
    }

    @Test
    void theForecastFollowsTheHistoryAndTheMarkStandsBetweenThem() {
        Picture picture = chart(1).picture();
        Mark.Stroke history = strokes(picture, Ink.HISTORY).filter(stroke -> stroke.x().length == HISTORY).findFirst().orElseThrow();
        Mark.Stroke forecast = strokes(picture, Ink.BLUE).filter(stroke -> stroke.x().length == HORIZON).findFirst().orElseThrow();
        double last = history.x()[HISTORY - 1];
        double step = last - history.x()[HISTORY - 2];
        assertEquals(last + step, forecast.x()[0], 1e-6);
        Mark.Stroke start = strokes(picture, Ink.QUIET).filter(stroke -> stroke.x()[0] == stroke.x()[1]).findFirst().orElseThrow();
        assertEquals(last + step / 2, start.x()[0], 1e-6);
        assertTrue(start.dashed());
    }

    @Test
    void higherValuesAreHigherOnThePicture() {
        double[] rising = new double[HORIZON];
        Arrays.setAll(rising, i -> i);
        Picture picture = new ForecastChart("t", "", time(),
                List.of(ForecastPanel.of("a", "", history(0), rising))).picture();
        Mark.Stroke forecast = strokes(picture, Ink.BLUE).filter(stroke -> stroke.x().length == HORIZON).findFirst().orElseThrow();
        assertTrue(forecast.y()[HORIZON - 1] < forecast.y()[0]);
    }

    @Test
    void labelsNeverOverlapHoweverManyPanels() {
        for (int panels = 1; panels <= 15; panels++) {
            Layout.assertTidy(chart(panels).picture());
        }
    }

    @Test
    void labelsNeverOverlapWithLongNamesAndExtremeValues() {
        String name = "a very long name of a series that nobody would ever want to read on a small panel of a chart";
        for (double size : new double[] {1e-9, 1e-3, 1, 1e6, 1e12}) {
            double[] history = Arrays.stream(history(0)).map(v -> size * v).toArray();
            double[] flat = new double[HORIZON];
            Arrays.fill(flat, -size * 5);
            ForecastPanel panel = ForecastPanel.of(name, "kg m⁻² s⁻¹", history, flat);
            Layout.assertTidy(new ForecastChart(name, name + " " + name, time(), List.of(panel, panel, panel, panel)).picture());
            Layout.assertTidy(new ForecastChart(name, name, ChartTime.index(0, 1, HISTORY + HORIZON), List.of(panel)).picture());
        }
    }

    @Test
    void drawsAConstantSeriesAMissingHistoryAndOneStepAhead() {
        double[] nothing = new double[HISTORY];
        Arrays.fill(nothing, Double.NaN);
        Layout.assertTidy(new ForecastChart("t", "", time(), List.of(
                ForecastPanel.of("a", "", new double[HISTORY], new double[HORIZON]),
                ForecastPanel.of("b", "", nothing, new double[HORIZON]))).picture());
        Picture one = new ForecastChart("t", "", ChartTime.index(0, 1, 1),
                List.of(ForecastPanel.of("a", "", new double[0], new double[] {3}))).picture();
        Layout.assertTidy(one);
        assertTrue(one.marks().stream().anyMatch(mark -> mark instanceof Mark.Dot dot && dot.ink().equals(Ink.BLUE)));
    }

    @Test
    void saysHowManySeriesAreLeftOut() {
        List<String> texts = Layout.texts(chart(15).picture());
        assertTrue(texts.contains("12 of 15 series shown. Data: made for this test."), texts.toString());
        assertTrue(texts.contains("series 11 (MW)") && !texts.contains("series 12 (MW)"));
    }

    @Test
    void svgIsWellFormed() throws Exception {
        assertEquals("svg", PictureTest.parsed(chart(3).picture().svg()).getDocumentElement().getTagName());
    }

    @Test
    void rejectsPanelsAndStampsThatDoNotFit() {
        ForecastPanel panel = ForecastPanel.of("a", "m", history(0), forecast(0));
        ForecastPanel other = ForecastPanel.of("b", "", history(0), new double[3]);
        assertEquals("panels must have the same (history, forecast) lengths, got (72, 24) for a (m) and (72, 3) for b",
                refused(() -> new ForecastChart("t", "", time(), List.of(panel, other))));
        assertEquals("time must have one stamp per value of history and forecast (96), got 95",
                refused(() -> new ForecastChart("t", "", ChartTime.index(0, 1, 95), List.of(panel))));
        assertEquals("panels must not be empty, got no panel", refused(() -> new ForecastChart("t", "", time(), List.of())));
        assertEquals("actual must have one value per forecast step (24) of a, got 1", refused(() -> panel.withActual(new double[1])));
        assertEquals("low must be at most high, got [1.0, 0.0] at step 1 of b", refused(() -> other.withBand(new double[] {1, 0, 0}, new double[3])));
        assertEquals("values must be finite or NaN (missing), got Infinity in c",
                refused(() -> ForecastPanel.of("c", "", new double[0], new double[] {Double.POSITIVE_INFINITY})));
        assertEquals("forecast must not be empty, got no value for c", refused(() -> ForecastPanel.of("c", "", new double[1], new double[0])));
    }

    private static String refused(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }

    private static ForecastChart chart(int panels) {
        return new ForecastChart("Demand next day", "Data: made for this test.", time(), IntStream.range(0, panels)
                .mapToObj(i -> ForecastPanel.of("series " + i, "MW", history(i), forecast(i))).toList());
    }

    private static ChartTime time() {
        return ChartTime.dates(Stream.iterate(ZonedDateTime.parse("2026-03-01T00:00Z[UTC]"), stamp -> stamp.plusHours(1))
                .limit(HISTORY + HORIZON).toList());
    }

    private static double[] history(int shift) {
        return IntStream.range(0, HISTORY).mapToDouble(i -> shift + Math.sin(i / 4.0)).toArray();
    }

    private static double[] forecast(int shift) {
        return IntStream.range(0, HORIZON).mapToDouble(i -> shift + Math.sin((HISTORY + i) / 4.0)).toArray();
    }

    private static Stream<Mark.Stroke> strokes(Picture picture, Ink ink) {
        return picture.marks().stream().filter(mark -> mark instanceof Mark.Stroke stroke && stroke.ink().equals(ink))
                .map(Mark.Stroke.class::cast);
    }
}
