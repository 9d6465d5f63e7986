package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.timeseries.RealSeries;
import dev.trivium.timeseries.Signals;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeasonFinderTest {

    private static List<Integer> found(int length, IntToDoubleFunction values) {
        double[] column = new double[length];
        Arrays.setAll(column, values);
        SeriesSet series = SeriesSet.of(TimeAxis.index(0, 1, length), List.of(Variable.of("x")), column);
        return SeasonFinder.find(Split.at(series, length - 2, length - 1, length).train());
    }

    private static double wave(int t, double period) {
        return Math.sin(2 * Math.PI * t / period);
    }

    @Test
    void findsTheSeasonsOfPublishedData() {
        assertEquals(List.of(24), SeasonFinder.find(Split.ettHourly(RealSeries.shared("ETT/ETTh1.csv.gz")).train()));
        assertEquals(List.of(24), SeasonFinder.find(Split.ettHourly(RealSeries.shared("ETT/ETTh2.csv.gz")).train()));
        assertEquals(List.of(96), SeasonFinder.find(Split.ettQuarterHourly(RealSeries.shared("ETT/ETTm1.csv.gz")).train()));
        assertEquals(List.of(144), SeasonFinder.find(Split.published(RealSeries.shared("weather/weather.csv.gz")).train()));
        assertEquals(List.of(52), SeasonFinder.find(Split.published(RealSeries.shared("ILI/national_illness.csv.gz")).train()));
        assertEquals(List.of(), SeasonFinder.find(Split.published(RealSeries.shared("exchange_rate/exchange_rate.csv.gz")).train()));
    }

    @Test
    void findsTheWeekOfTheSampleAndTheYearOfFiftyTwoWeeks(@TempDir Path folder) {
        Split split = Split.ratios(RealSeries.chicago(folder), 0.7, 0.1);
        assertEquals(List.of(7, 364), SeasonFinder.find(split.train()));
        assertEquals(7, SeasonFinder.within(split.train(), 112));
        assertEquals(1, SeasonFinder.within(split.train(), 6));
    }

    @Test
    void aHarmonicLosesToItsFundamental() {
        Random noise = new Random(1);
        List<Integer> seasons = found(1200, t -> 0.5 * wave(t, 24) + wave(t, 12) + wave(t, 8) + 0.3 * noise.nextGaussian());
        assertEquals(24, seasons.get(seasons.size() - 1));
    }

    @Test
    void aWeekIsFoundOnTopOfADay() {
        Random noise = new Random(2);
        assertEquals(List.of(24, 168), found(3000, t -> wave(t, 24) * (t / 24 % 7 < 5 ? 1.5 : 0.4) + 0.2 * noise.nextGaussian()));
    }

    @Test
    void aMultipleOfAnExactSeasonIsNotASeason() {
        assertEquals(List.of(10), found(1000, t -> t % 10 == 0 ? 1 : 0.1 * (t % 10)));
    }

    @Test
    void neitherNoiseNorADriftHasASeason() {
        for (int seed = 0; seed < 50; seed++) {
            Random noise = new Random(seed);
            assertEquals(List.of(), found(700, t -> noise.nextGaussian()), "white noise, seed " + seed);
            double[] at = new double[1];
            assertEquals(List.of(), found(700, t -> at[0] += noise.nextGaussian()), "random walk, seed " + seed);
        }
    }

    @Test
    void aStrongTrendOutliersAndGapsDoNotHideIt() {
        Random noise = new Random(3);
        assertEquals(List.of(12), found(400, t -> {
            double value = 3 * wave(t, 12) + 0.5 * t + noise.nextGaussian();
            return noise.nextInt(50) == 0 ? 1e5 : t % 9 == 4 ? Double.NaN : value;
        }));
    }

    @Test
    void onlyTrainingRowsCount() {
        SeriesSet season = Signals.season(600);
        SeriesSet late = Signals.change(Signals.walk(600), (t, s, value) -> t < 300 ? value : 1e3 * season.value(t, s));
        assertEquals(List.of(), SeasonFinder.find(Split.at(late, 300, 450, 600).train()));
    }

    @Test
    void constantsEmptyAndShortSeriesHaveNone() {
        assertEquals(List.of(), found(500, t -> 4));
        assertEquals(List.of(), found(500, t -> Double.NaN));
        assertEquals(List.of(), found(10, t -> t % 2));
    }
}
