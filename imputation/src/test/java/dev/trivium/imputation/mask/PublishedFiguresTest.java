package dev.trivium.imputation.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.SharedTables;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The masks on real data, seen through three methods of a few lines each: the training mean, the last value and a straight line. */
class PublishedFiguresTest {

    private static final LocalDateTime AQI_START = LocalDateTime.of(2014, 5, 1, 1, 0);

    @Test
    void aqi36HasTheCellsAndErrorsOfTheLiterature() throws IOException {
        SeriesSet ground = SharedTables.aqi36("pm25_ground.txt.gz");
        SeriesSet missing = SharedTables.aqi36("pm25_missing.txt.gz");
        HiddenMask mask = new Published("AQI-36", missing).draw(ground, 0);
        IntPredicate test = row -> AQI_START.plusHours(row).getMonthValue() % 3 == 0;
        double cells = 8759.0 * 36;
        assertEquals(List.of(8759, 36), List.of(ground.length(), ground.width()));
        assertEquals(13.25, 100 * ground.missing() / cells, 0.005);
        assertEquals(24.58, 100 * mask.hide(ground).missing() / cells, 0.005);
        assertEquals(35_737, mask.count());
        assertEquals(20_434, mask.only(ground, test, "test months").count());
        double[][] errors = errors(ground, mask, test, row -> !test.test(row));
        assertEquals(55.93, errors[0][0], 0.01);
        assertEquals(21.09, errors[1][0], 0.01);
        assertEquals(1359.7, errors[1][1] * errors[1][1], 1);
        assertEquals(14.68, errors[2][0], 0.005);
        assertEquals(692.4, errors[2][1] * errors[2][1], 0.5);
    }

    /** Masks of {@code default_rng(1)}, made anew for each pattern; scored are the last 20 % of the rows, means are of the others. */
    @ParameterizedTest
    @CsvSource({"5g, 0.25, .615, 1.077, .518, .993, .408, .776", "5g, 0.5, .613, 1.086, .576, 1.086, .452, .850",
            "5g, 0.75, .616, 1.083, .692, 1.311, .541, 1.004", "5g, 0, .652, 1.097, .610, 1.133, .533, 1.002",
            "links, 0.25, 5.64, 9.02, .356, 2.20, .321, 1.52", "links, 0.75, 5.64, 8.99, 1.008, 3.84, .763, 2.48",
            "links, 0, 5.25, 8.22, 1.31, 3.66, .988, 2.72", "motes, 0.25, .827, 1.618, 1.086, 2.07, 1.004, 1.816",
            "motes, 0, .840, 1.604, 1.063, 1.93, 1.019, 1.864", "temperature, 0.25, .771, .847, .0127, .018, .0095, .0128",
            "temperature, 0, .753, .818, .0211, .0358, .0117, .0161", "light, 0.25, 29.4, 45.5, 3.40, 18.97, 3.10, 15.30"})
    void simpleMethodsHaveTheirKnownErrorsOnWirelessData(String data, double rate, double mean, double meanRoot, double last, double lastRoot,
                                                         double line, double lineRoot) throws IOException {
        SeriesSet truth = switch (data) {
            case "5g" -> SharedTables.cells5g();
            case "links" -> SharedTables.links();
            case "motes" -> SharedTables.moteLinks();
            case "light" -> SharedTables.moteReadings("par");
            default -> SharedTables.moteReadings("temp");
        };
        HiddenMask mask = (rate > 0 ? new Points(rate) : Blocks.published()).draw(truth, 1);
        int border = (int) (0.8 * truth.length());
        double[][] errors = errors(truth, mask, row -> row >= border, row -> row < border);
        double[][] expected = {{mean, meanRoot}, {last, lastRoot}, {line, lineRoot}};
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i][0], errors[i][0], 0.01 * expected[i][0]);
            assertEquals(expected[i][1], errors[i][1], 0.01 * expected[i][1]);
        }
    }

    /** {@return MAE and RMSE of mean, last value and line over the hidden cells of the test rows} */
    private static double[][] errors(SeriesSet truth, HiddenMask mask, IntPredicate test, IntPredicate train) {
        SeriesSet left = mask.hide(truth);
        double[][] sums = new double[3][2];
        int cells = 0;
        for (int s = 0; s < truth.width(); s++) {
            double mean = mean(left, s, train);
            for (int t = 0; t < truth.length(); t++) {
                if (mask.hidden(t, s) && test.test(t)) {
                    int before = next(left, s, t, -1);
                    int after = next(left, s, t, 1);
                    double last = left.value(before >= 0 ? before : after, s);
                    double line = before < 0 || after >= left.length() ? last
                            : last + (left.value(after, s) - last) * (t - before) / (after - before);
                    add(sums, truth.value(t, s), mean, last, line);
                    cells++;
                }
            }
        }
        for (double[] sum : sums) {
            sum[0] /= cells;
            sum[1] = Math.sqrt(sum[1] / cells);
        }
        return sums;
    }

    private static double mean(SeriesSet left, int s, IntPredicate train) {
        double sum = 0;
        int count = 0;
        for (int t = 0; t < left.length(); t++) {
            if (train.test(t) && left.observed(t, s)) {
                sum += left.value(t, s);
                count++;
            }
        }
        return sum / count;
    }

    private static int next(SeriesSet left, int s, int from, int step) {
        int t = from;
        while (t >= 0 && t < left.length() && !left.observed(t, s)) {
            t += step;
        }
        return t;
    }

    private static void add(double[][] sums, double truth, double... values) {
        for (int i = 0; i < values.length; i++) {
            sums[i][0] += Math.abs(values[i] - truth);
            sums[i][1] += (values[i] - truth) * (values[i] - truth);
        }
    }
}
