package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final int POINTS = 1560;

    private static double[] of(Family family, long index) {
        return family.draw(new Dice(17, index), POINTS);
    }

    /** Autocorrelation at a lag. */
    private static double correlation(double[] x, int lag) {
        double[] y = Paths.standardise(x.clone());
        double sum = 0;
        for (int t = lag; t < y.length; t++) {
            sum += y[t] * y[t - lag];
        }
        return sum / (y.length - lag);
    }

    private static double[] differences(double[] x) {
        double[] d = new double[x.length - 1];
        Arrays.setAll(d, t -> x[t + 1] - x[t]);
        return d;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void everyFamilyDrawsFiniteSeriesThatAreSeldomConstant() {
        for (SyntheticSeries.Kind kind : SyntheticSeries.Kind.values()) {
            int constant = 0;
            for (int i = 0; i < 200; i++) {
                double[] x = SyntheticSeries.whole(new Dice(2, i), kind, POINTS);
                assertTrue(Arrays.stream(x).allMatch(v -> Math.abs(v) < 1e4), kind + " " + i);
                constant += Arrays.stream(x).allMatch(v -> v == x[0]) ? 1 : 0;
            }
            assertTrue(constant <= 2, kind + " has " + constant + " constant draws");
        }
    }

    @Test
    void theSharesSumToOne() {
        assertEquals(1, Arrays.stream(SyntheticSeries.Kind.values()).mapToDouble(kind -> kind.share).sum(), 1e-12);
    }

    @Test
    void anHourlySeasonRepeatsAfterADayMoreThanAfterHalfOfOne() {
        int higher = 0;
        for (int i = 0; i < 200; i++) {
            double[] x = Season.draw(new Dice(4, i), POINTS, new Rhythm(24, 168, 0, true));
            higher += correlation(x, 24) > correlation(x, 12) + 0.1 ? 1 : 0;
        }
        assertTrue(higher >= 180, higher + " of 200");
    }

    @Test
    void theMedianSeasonalDrawIsWellAutocorrelatedAtItsPeriod() {
        double[] values = new double[200];
        for (int i = 0; i < 200; i++) {
            values[i] = correlation(SeasonalFamily.draw(new Dice(6, i), POINTS, new Rhythm(24, 168, 0, true)), 24);
        }
        double median = median(values);
        assertTrue(median > 0.6 && median < 0.97, "median " + median);
    }

    @Test
    void weekdaysAndWeekendsDifferInManyDraws() {
        int unlike = 0;
        for (int i = 0; i < 200; i++) {
            double[] x = Season.draw(new Dice(9, i), POINTS, new Rhythm(24, 168, 0, true));
            unlike += correlation(x, 168) > correlation(x, 24) + 0.05 ? 1 : 0;
        }
        assertTrue(unlike >= 50 && unlike <= 160, unlike + " of 200");
    }

    @Test
    void nothingCanBeKnownOfNoiseAndNothingButTheLastValueOfAWalk() {
        double noise = 0;
        double[] steps = new double[100];
        for (int i = 0; i < 100; i++) {
            noise = Math.max(noise, Math.abs(correlation(of(PureFamilies::white, i), 1)));
            steps[i] = correlation(differences(of(PureFamilies::walk, i)), 1);
        }
        assertTrue(noise < 0.2, "noise " + noise);
        assertEquals(0, median(steps), 0.02);
    }

    @Test
    void countsAreWholeNumbersFromZeroInMostDraws() {
        int whole = 0;
        for (int i = 0; i < 100; i++) {
            double[] x = of(new CountFamily(), i);
            assertTrue(Arrays.stream(x).allMatch(v -> v >= 0), "draw " + i);
            whole += Arrays.stream(x).allMatch(v -> v == Math.rint(v)) ? 1 : 0;
        }
        assertTrue(whole >= 80, whole + " of 100");
    }

    @Test
    void epidemicsArePositiveAndSkewedToTheRight() {
        int skewed = 0;
        for (int i = 0; i < 100; i++) {
            double[] x = of(new EpidemicFamily(), i);
            assertTrue(Arrays.stream(x).allMatch(v -> v >= 0), "draw " + i);
            double[] z = Paths.standardise(x.clone());
            skewed += Arrays.stream(z).map(v -> v * v * v).average().orElseThrow() > 0.3 ? 1 : 0;
        }
        assertTrue(skewed >= 85, skewed + " of 100");
    }

    @Test
    void volatileNoiseIsUncorrelatedButItsSquaresAreNot() {
        double plain = 0;
        double squared = 0;
        for (int i = 0; i < 100; i++) {
            double[] x = Noise.volatile1(new Dice(12, i), POINTS);
            plain += correlation(x, 1) / 100;
            squared += correlation(Arrays.stream(x).map(v -> v * v).toArray(), 1) / 100;
        }
        assertEquals(0, plain, 0.02);
        assertTrue(squared > 0.05, "squares " + squared);
    }

    @Test
    void aProductOfKernelsHasTheVarianceOfASum() {
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            double[] x = of(new KernelFamily(), i);
            assertTrue(Arrays.stream(x).allMatch(Double::isFinite), "draw " + i);
            sum += Arrays.stream(x).map(v -> v * v).average().orElseThrow() / 300;
        }
        // 2.5 terms of mean squared weight 0.3: about 0.75, and a little noise.
        assertTrue(sum > 0.5 && sum < 1.2, "mean square " + sum);
    }

    @Test
    void aTrendHasMeanZeroAndVarianceOne() {
        for (int i = 0; i < 50; i++) {
            double[] x = Trend.draw(new Dice(13, i), POINTS);
            assertEquals(0, Paths.mean(x), 1e-9);
            assertEquals(1, Paths.deviation(x, 0), 1e-9);
        }
    }

    @Test
    void switchedSeriesHoldTheirLevelOften() {
        int held = 0;
        for (int i = 0; i < 200; i++) {
            double[] d = differences(of(new SwitchFamily(), i));
            held += Arrays.stream(d).filter(v -> Math.abs(v) < 1e-12).count() > POINTS / 3 ? 1 : 0;
        }
        assertTrue(held >= 20, held + " of 200");
    }

    @Test
    void theSunSetsAndRainIsMostlyAbsent() {
        Profile sun = Profile.sun(new Dice(1, 1));
        assertEquals(0, sun.at(5.0), 1e-12);
        assertEquals(0, sun.at(-3.01), 1e-12);
        assertTrue(sun.at(0.5) > 0.8);
    }

    @Test
    void aProfileRepeatsAndIsStandard() {
        for (int i = 0; i < 50; i++) {
            Profile profile = Profile.draw(new Dice(14, i));
            double[] x = new double[1920];
            Arrays.setAll(x, t -> profile.at(t / 1920.0));
            assertEquals(0, Paths.mean(x), 1e-2);
            assertEquals(1, Paths.deviation(x, 0), 5e-2);
            assertEquals(profile.at(0.37), profile.at(4.37), 1e-9);
            assertEquals(profile.at(0.37), profile.at(-2.63), 1e-9);
        }
    }
}
