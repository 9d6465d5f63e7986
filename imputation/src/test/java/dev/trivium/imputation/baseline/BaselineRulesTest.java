package dev.trivium.imputation.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineRulesTest {

    private static final double NAN = Double.NaN;

    private static SeriesSet series(int width, double... values) {
        List<Variable> variables = new ArrayList<>();
        for (int s = 0; s < width; s++) {
            variables.add(new Variable("s" + s, Optional.empty()));
        }
        return SeriesSet.of(TimeAxis.index(0, 1, values.length / width), variables, values);
    }

    private static Imputer fit(ImputerSpec spec, SeriesSet series) throws IOException {
        Split split = Split.ratios(series, 0.6, 0.2);
        return spec.fit(split.train(), split.validation(), Training.seed(1));
    }

    private static double[] filled(ImputerSpec spec, double... gaps) throws IOException {
        try (Imputer imputer = fit(spec, series(1, 2, 4, 6, 4, 4, 4, 4, 4, 4, 4))) { // mean 4
            return imputer.fill(series(1, gaps)).values().toArray();
        }
    }

    @Test
    void theMeanIsThatOfTheTrainingRows() throws IOException {
        assertArrayEquals(new double[] {4, 9, 4}, filled(new MeanSpec(), NAN, 9, NAN), 1e-12);
    }

    @Test
    void theLastValueIsCarriedOnAndTheFirstOneBack() throws IOException {
        assertArrayEquals(new double[] {7, 7, 7, 9, 9}, filled(new LastSpec(), NAN, 7, NAN, 9, NAN), 1e-12);
        assertArrayEquals(new double[] {4, 4}, filled(new LastSpec(), NAN, NAN), 1e-12);
    }

    @Test
    void aLineIsDrawnBetweenNeighboursAndLevelAtTheEdges() throws IOException {
        assertArrayEquals(new double[] {6, 6, 8, 10, 12, 12}, filled(new LinearSpec(), NAN, 6, NAN, NAN, 12, NAN), 1e-12);
        assertArrayEquals(new double[] {4, 4}, filled(new LinearSpec(), NAN, NAN), 1e-12);
    }

    private static SeriesSet factors(double noise) {
        Random random = new Random(1);
        double[] values = new double[600 * 6];
        double a = 0;
        double b = 0;
        for (int t = 0; t < 600; t++) {
            a = random.nextGaussian();
            b = random.nextGaussian();
            for (int s = 0; s < 6; s++) {
                values[t * 6 + s] = 100 * s + (s + 1) * ((s % 2 == 0 ? a : -a) + (s % 3 - 1) * b + noise * random.nextGaussian());
            }
        }
        return series(6, values);
    }

    /** Mean absolute error on an outage of the fourth series in the last rows, in units of it. */
    private static double error(ImputerSpec spec, SeriesSet truth) throws IOException {
        double[] values = truth.toArray();
        for (int t = 480; t < 600; t++) {
            values[t * 6 + 3] = NAN;
        }
        SeriesSet gaps = series(6, values);
        double sum = 0;
        try (Imputer imputer = fit(spec, gaps)) {
            SeriesSet filled = imputer.fill(gaps, 480, 600).values();
            for (int t = 0; t < 120; t++) {
                sum += Math.abs(filled.value(t, 3) - truth.value(480 + t, 3)) / 120;
            }
        }
        return sum;
    }

    @Test
    void whatOtherSeriesSayIsUsed() throws IOException {
        SeriesSet truth = factors(0.05);
        double mean = error(new MeanSpec(), truth);
        assertTrue(error(NearestNodesSpec.standard(), truth) < 0.7 * mean);
        assertTrue(error(MatrixFactorisationSpec.standard(), truth) < 0.15 * mean);
        assertTrue(error(RidgeArSpec.standard(), truth) < 0.15 * mean);
    }

    @Test
    void aRegressionThatLearnsNothingIsTheLine() throws IOException {
        Random random = new Random(2);
        double[] values = new double[400];
        for (int t = 1; t < 400; t++) {
            values[t] = values[t - 1] + random.nextGaussian();
        }
        for (int t = 10; t < 400; t += 7) {
            values[t] = NAN;
        }
        SeriesSet gaps = series(1, values);
        try (Imputer ridge = fit(RidgeArSpec.standard(), gaps); Imputer line = fit(new LinearSpec(), gaps)) {
            double[] ours = ridge.fill(gaps).values().toArray();
            double[] theirs = line.fill(gaps).values().toArray();
            for (int t = 0; t < 400; t++) {
                assertEquals(theirs[t], ours[t], 1.5);
            }
        }
    }

    @Test
    void aMatrixOfOtherSeriesOrStepInTheValidationRowsIsRefused() {
        SeriesSet one = factors(1);
        SeriesSet other = one.select(List.of("s1", "s0", "s2", "s3", "s4", "s5"));
        for (ImputerSpec spec : NamedImputers.simple()) {
            String message = assertThrows(IllegalArgumentException.class, () -> spec.fit(Split.ratios(one, 0.6, 0.2).train(),
                    Split.ratios(other, 0.6, 0.2).validation(), Training.seed(1))).getMessage();
            assertTrue(message.startsWith("validation must have the series and step of train"), message);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NearestNodesSpec(0));
        assertThrows(IllegalArgumentException.class, () -> new MatrixFactorisationSpec(0));
        assertThrows(IllegalArgumentException.class, () -> new RidgeArSpec(-1));
    }
}
