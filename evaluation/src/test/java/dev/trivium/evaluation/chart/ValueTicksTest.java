package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueTicksTest {

    @Test
    void areRoundNumbersWithOneNumberOfDecimals() {
        assertEquals(List.of("-10", "0", "10"), labels(ValueTicks.of(new Range(-19.5, 13), 5)));
        assertEquals(List.of("0.30", "0.35", "0.40"), labels(ValueTicks.of(new Range(0.29, 0.43), 4)));
        assertEquals(List.of("0", "5000", "10000"), labels(ValueTicks.of(new Range(0, 10_000), 4)));
    }

    @Test
    void wholeTicksHaveNoFractionsHoweverShortTheAxis() {
        assertEquals(List.of("1", "2", "3"), labels(ValueTicks.whole(new Range(1, 3), 10)));
    }

    @Test
    void largeAndSmallNumbersAreShortButStayDifferent() {
        assertEquals(List.of("1.1e7", "1.2e7"), labels(ValueTicks.of(new Range(1.05e7, 1.25e7), 2)));
        assertEquals(List.of("0", "2e-4", "4e-4"), labels(ValueTicks.of(new Range(0, 5e-4), 4)));
        assertEquals(List.of("12345610", "12345620"), labels(ValueTicks.of(new Range(12345608, 12345622), 2)));
    }

    @Test
    void lieInTheRangeAndAreNeverTooMany() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2000; i++) {
            double low = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-5, 9));
            double high = low + random.nextDouble() * Math.pow(10, random.nextInt(-3, 9)) + 1e-3;
            List<Tick> ticks = ValueTicks.of(new Range(low, high), 6);
            assertTrue(ticks.size() >= 1 && ticks.size() <= 6, low + " " + high + " " + ticks);
            assertTrue(ticks.stream().allMatch(t -> t.at() >= low - 1e-6 * (high - low) && t.at() <= high + 1e-6 * (high - low)));
            assertEquals(ticks.size(), ticks.stream().map(Tick::label).distinct().count(), ticks.toString());
        }
    }

    private static List<String> labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).toList();
    }
}
