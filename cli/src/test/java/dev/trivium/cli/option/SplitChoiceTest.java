package dev.trivium.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SplitChoiceTest {

    private static SeriesSet hours(int length) {
        return SeriesSet.of(TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, length),
                List.of(Variable.of("a")), new double[length]);
    }

    private static String ends(Split split) {
        return split.train().to() + " " + split.validation().to() + " " + split.test().to();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.5,0.2,0.3             | 50 70 100",
        "0.5/0.2/0.3             | 50 70 100",
        "0.5,0.25                | 50 75 100",
        "10,20,30                | 10 20 30",
        "published               | 70 80 100",
        "2024-01-02,2024-01-03   | 24 48 100",
        "2024-01-02T12:00,2024-01-03 01:00 | 36 49 100"})
    void everyFormDividesTheRows(String text, String ends) {
        assertEquals(ends, ends(new SplitChoice.Converter().convert(text).split(hours(100))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.7", "0.7,0.3", "0.7,0.2,0.2", "0,0.5,0.5", "1,2", "yesterday,today", "-1,0.5", "NaN,0.1,0.2", "2024-01-02,x"})
    void anythingElseIsRefused(String text) {
        var e = assertThrows(TypeConversionException.class, () -> new SplitChoice.Converter().convert(text));
        assertTrue(e.getMessage().startsWith("must be 0.7,0.1,0.2 (shares") && e.getMessage().endsWith(", got " + text), e.getMessage());
    }

    @Test
    void ettFitsTheStep() {
        assertEquals("8640 11520 14400", ends(new SplitChoice.Converter().convert("ett").split(hours(14_400))));
        SeriesSet index = SeriesSet.of(TimeAxis.index(0, 1, 100), List.of(Variable.of("a")), new double[100]);
        var e = assertThrows(IllegalArgumentException.class, () -> new SplitChoice.Converter().convert("ett").split(index));
        assertEquals("--split ett must be used with steps of 1 h or 15 min, got 1", e.getMessage());
    }

    @Test
    void thePublishedRuleOfADataSetGoesBeforeTheStandardOne() {
        assertEquals("70 80 100", ends(SplitChoice.standard(hours(100), Optional.empty())));
        assertEquals("8640 11520 14400", ends(SplitChoice.standard(hours(14_500), Optional.of(SplitRule.ETT_HOURLY))));
    }
}
