package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatChartTest {

    private static final List<String> EXPERTS = List.of("expert 1", "expert 2");

    private static HeatPanel panel(String heading, double... values) {
        int columns = values.length / 2;
        return HeatPanel.of(heading, EXPERTS, IntStream.range(0, columns).mapToObj(i -> "Jan " + (i + 1)).toList(),
                new double[][] {Arrays.copyOf(values, columns), Arrays.copyOfRange(values, columns, 2 * columns)});
    }

    private static List<Mark.Area> cells(Picture picture) {
        return picture.marks().stream().filter(Mark.Area.class::isInstance).map(Mark.Area.class::cast).skip(6).toList(); // paper and five swatches
    }

    @Test
    void everyValueIsACellAndALargerOneIsDarker() {
        Picture picture = HeatChart.stacked("Routing", "made up", "share", "day", List.of(panel("layer 1", 0, 0.1, 0.4, 0.3, 0.2, 0.25))).picture();
        List<Mark.Area> cells = cells(picture);
        assertEquals(6, cells.size());
        assertTrue(light(cells.get(0)) > light(cells.get(1)) && light(cells.get(1)) > light(cells.get(4)) && light(cells.get(4)) > light(cells.get(2)));
        Layout.assertTidy(picture);
        assertTrue(Layout.texts(picture).containsAll(List.of("Routing", "made up", "day", "layer 1", "expert 1", "expert 2", "Jan 1", "share 0", "0.4")),
                Layout.texts(picture).toString());
    }

    private static int light(Mark.Area cell) {
        int rgb = cell.ink().rgb();
        return (rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF);
    }

    @Test
    void aMissingValueHasNoCell() {
        assertEquals(3, cells(HeatChart.beside("t", "", "share", "", List.of(panel("a", 0.5, Double.NaN, 0, 1))).picture()).size());
    }

    @Test
    void whoDoesNotSeeItIsToldTheLargestOfEachPanel() {
        String svg = HeatChart.stacked("t", "", "share", "", List.of(panel("one", 0.1, 0.75, 0.2, 0.3), panel("two", 0, 0, 0.5, 0))).picture().svg();
        assertTrue(svg.contains("<desc>Largest share: one: 0.75 at expert 1, Jan 2; two: 0.50 at expert 2, Jan 1.</desc>"), svg);
    }

    @Test
    void manyRowsColumnsAndPanelsStayTidy() {
        Random random = new Random(2);
        List<String> names = IntStream.range(0, 321).mapToObj(i -> "a series with a rather long name " + i).toList();
        List<HeatPanel> bySeries = new ArrayList<>();
        List<HeatPanel> overTime = new ArrayList<>();
        for (int p = 0; p < 4; p++) {
            double[][] values = new double[321][];
            Arrays.setAll(values, r -> random.doubles(8).toArray());
            bySeries.add(HeatPanel.of("layer " + p, names, IntStream.range(1, 9).mapToObj(Integer::toString).toList(), values));
            overTime.add(HeatPanel.of("layer " + p, List.of("expert 1"), IntStream.range(0, 900).mapToObj(i -> "2024-01-01T00:00:" + i).toList(),
                    new double[][] {random.doubles(900).toArray()}));
        }
        Layout.assertTidy(HeatChart.beside("t", "s", "share", "expert", bySeries).picture());
        Layout.assertTidy(HeatChart.stacked("t", "s", "share", "patch", overTime).picture());
        Layout.assertTidy(HeatChart.stacked("t", "", "share", "", List.of(HeatPanel.of("one", List.of("a"), List.of("b"), new double[1][1]))).picture());
    }

    @Test
    void tablesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> panel("a", 0.5, 1.01));
        assertThrows(IllegalArgumentException.class, () -> HeatPanel.of("a", EXPERTS, List.of("x"), new double[][] {{0}, {0, 1}}));
        assertThrows(IllegalArgumentException.class, () -> HeatPanel.of("a", EXPERTS, List.of("x"), new double[1][1]));
        assertThrows(IllegalArgumentException.class, () -> HeatChart.stacked("t", "", "share", "", List.of()));
        assertThrows(IllegalArgumentException.class,
                () -> HeatChart.stacked("t", "", "share", "", List.of(panel("a", 0, 0), panel("b", 0, 0, 0, 0))));
    }
}
