package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineChartTest {

    private final Line rising = Line.of("measured", new double[] {0, 10, 20}, new double[] {480, 500, 501});
    private final Line fit = Line.of("fit", new double[] {10, 20}, new double[] {500, 501}).dashed();

    @Test
    void showsNamesLabelsAndLines() {
        Picture picture = LineChart.of("Memory", "this test", "step", "memory, MB", List.of(rising, fit)).picture();
        Layout.assertTidy(picture);
        assertTrue(Layout.texts(picture).containsAll(
                List.of("Memory", "this test", "step", "memory, MB", "measured", "fit", "0", "5", "20", "480")),
                Layout.texts(picture).toString());
        assertTrue(picture.marks().stream().anyMatch(mark -> mark instanceof Mark.Stroke stroke
                && stroke.ink().equals(Ink.LINES.get(1)) && stroke.dashed() && stroke.width() == 1.8));
    }

    @Test
    void sevenLinesOfLongNamesStayTidy() {
        List<Line> lines = IntStream.range(0, 7)
                .mapToObj(i -> Line.of("a rather long name of line " + i, new double[] {0.5, 1}, new double[] {i, -i})).toList();
        Layout.assertTidy(LineChart.of("t", "", "x", "y", lines).withMark(0.75, "here").picture());
    }

    @Test
    void lossCurveMarksTheKeptEpochAndCountsEpochsInWholeNumbers() {
        Picture picture = LossCurve.of("Loss", "", "MSE", new double[] {3, 2, 1}, new double[] {3, 2.5, 2.6}, 2).picture();
        Layout.assertTidy(picture);
        assertTrue(Layout.texts(picture).containsAll(List.of("training", "validation", "weights kept: epoch 2")));
        List<String> below = picture.marks().stream()
                .filter(mark -> mark instanceof Mark.Text text && text.anchor() == Mark.Anchor.MIDDLE)
                .map(mark -> ((Mark.Text) mark).text()).toList();
        assertEquals(List.of("1", "2", "3", "epoch"), below);
    }

    @Test
    void oneEpochIsShownAsDots() {
        Picture picture = LossCurve.of("Loss", "", "MSE", new double[] {3}, new double[] {3.5}, 1).picture();
        Layout.assertTidy(picture);
        assertEquals(2, picture.marks().stream().filter(Mark.Dot.class::isInstance).count());
    }

    @Test
    void writesBothFormats(@TempDir Path folder) throws IOException {
        Chart chart = LineChart.of("t", "", "x", "y", List.of(rising));
        chart.write(folder.resolve("a.svg"));
        chart.write(folder.resolve("a.png"));
        assertTrue(Files.size(folder.resolve("a.svg")) > 500);
        assertTrue(Files.size(folder.resolve("a.png")) > 500);
        assertThrows(IllegalArgumentException.class, () -> chart.write(folder.resolve("a.jpg")));
    }

    @Test
    void rejectsWhatCannotBeDrawn() {
        assertEquals("lines must number 1 to 7, got 8",
                refused(() -> LineChart.of("t", "", "x", "y", Collections.nCopies(8, rising))));
        assertEquals("x and y must have the same length of at least 1, got 1 and 2 for a",
                refused(() -> Line.of("a", new double[1], new double[2])));
        assertEquals("x must be finite and increase, got 0.0 at index 1 of a",
                refused(() -> Line.of("a", new double[2], new double[2])));
        assertEquals("y must be finite or NaN (gap), got Infinity at index 0 of a",
                refused(() -> Line.of("a", new double[1], new double[] {Double.POSITIVE_INFINITY})));
        assertEquals("x must be in [0.0, 20.0], got 21.0",
                refused(() -> LineChart.of("t", "", "x", "y", List.of(rising)).withMark(21, "late")));
        assertEquals("keptEpoch must be in [1, 1], got 2",
                refused(() -> LossCurve.of("t", "", "MSE", new double[1], new double[1], 2)));
        assertEquals("training and validation must have the same length of at least 1, got 1 and 2",
                refused(() -> LossCurve.of("t", "", "MSE", new double[1], new double[2], 1)));
    }

    private static String refused(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }
}
