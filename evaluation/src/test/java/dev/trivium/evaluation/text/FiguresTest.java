package dev.trivium.evaluation.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.evaluation.metric.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void scoresHaveFourSignificantDigits() {
        assertEquals("0.3754", Figures.score(0.37541));
        assertEquals("0.05123", Figures.score(0.051234));
        assertEquals("0.0006300", Figures.score(0.00063));
        assertEquals("12.35", Figures.score(12.3456));
        assertEquals("123456", Figures.score(123456.4));
        assertEquals("1.235e+06", Figures.score(1234567));
        assertEquals("1.200e-05", Figures.score(0.000012));
        assertEquals("0", Figures.score(0));
        assertEquals("-", Figures.score(Double.NaN));
    }

    @Test
    void scoresInOneColumnHaveTheSameDecimals() {
        double[] column = {0.94561, 1.206, 12.5};
        assertEquals("0.9456", Figures.scoreAmong(0.94561, column));
        assertEquals("12.5000", Figures.scoreAmong(12.5, column));
        assertEquals("-", Figures.scoreAmong(Double.NaN, column));
        assertEquals("2.000e+06", Figures.scoreAmong(2e6, new double[] {1, 2e6}));
    }

    @Test
    void shareAndIntervalAreShort() {
        assertEquals("95 %", Figures.percent(0.95));
        assertEquals("99.9 %", Figures.percent(0.999));
        assertEquals("+26.7 %", Figures.skill(0.2671));
        assertEquals("[-0.0412, 0.351]", Figures.interval(new Interval(-0.04123, 0.3512)));
        assertEquals("-", Figures.interval(Interval.UNKNOWN));
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.3754", Figures.score(0.3754));
        } finally {
            Locale.setDefault(before);
        }
    }
}
