package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamedForecastersTest {

    @Test
    void everyNameGivesARecipeOfThatName() {
        for (String name : NamedForecasters.names()) {
            ForecasterSpec spec = NamedForecasters.of(name, 96, 24, 0);
            assertEquals(name, spec.name());
            assertEquals(96, spec.lookback());
            assertEquals(24, spec.horizon());
        }
    }

    @Test
    void aPublishedSettingIsFoundByItsDataSet() {
        assertEquals(WaveRoraSpec.published("ETTh1", 192), NamedForecasters.of("published:ETTh1", 96, 192, 0));
    }

    @Test
    void aPublishedSettingHasItsOwnLookback() {
        var e = assertThrows(IllegalArgumentException.class, () -> NamedForecasters.of("published:ETTh1", 48, 96, 0));
        assertEquals("lookback must be 96 for the published settings, got 48", e.getMessage());
    }

    @Test
    void anUnknownNameIsRefusedWithThoseKnown() {
        var e = assertThrows(IllegalArgumentException.class, () -> NamedForecasters.of("prophet", 96, 24, 0));
        assertTrue(e.getMessage().startsWith("model must be one of waverora, ") && e.getMessage().endsWith(" or published:NAME, got prophet"),
                e.getMessage());
    }

    @Test
    void columnsKnownAheadAreForBoostedTreesOnly() {
        assertEquals(List.of("holiday"), NamedForecasters.of("boosted-trees", 96, 24, 0, List.of("holiday")).known());
        var e = assertThrows(IllegalArgumentException.class, () -> NamedForecasters.of("linear", 96, 24, 0, List.of("holiday")));
        assertEquals("known must be empty for linear, which cannot use columns whose future is known (boosted-trees can), got [holiday]",
                e.getMessage());
    }

    @Test
    void theSimpleMethodsHoldBothNaiveRowsThatEveryCardNeeds() {
        List<MethodKind> kinds = NamedForecasters.simple(96, 24, 0).stream().map(spec -> NamedForecasters.kind(spec.name())).toList();
        assertTrue(kinds.containsAll(List.of(MethodKind.LAST_VALUE, MethodKind.SEASONAL_NAIVE, MethodKind.NAIVE, MethodKind.BASELINE)));
        assertTrue(!kinds.contains(MethodKind.MODEL));
    }
}
