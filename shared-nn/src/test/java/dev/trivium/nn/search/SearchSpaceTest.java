package dev.trivium.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SearchSpaceTest {

    private static final SearchSpace SPACE = SearchSpace.of(Real.log("rate", 1e-4, 1e-1), Whole.even("layers", 1, 4),
            Choice.of("mixing", "alone", "nearest"), Choice.of("batch", 16, 32)).with(Whole.log("neighbours", 1, 20), "mixing", "nearest");
    private static final Settings STANDARD = Settings.none().with("rate", 5e-4).with("layers", 2).with("mixing", "alone").with("batch", 64);

    private static void refused(String message, Executable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
    }

    @Test
    void aDependentParameterHasAValueOnlyWhereItsChoiceWasMade() {
        for (int i = 0; i < 50; i++) {
            Settings settings = SPACE.draw(Sampler.random(1, i));
            assertEquals(settings.text("mixing").equals("nearest"), settings.has("neighbours"), settings.toString());
        }
    }

    @Test
    void aTrialDoesNotDrawWhatTheOneBeforeItDrew() {
        SearchSpace space = SearchSpace.of(Real.even("a", 0, 1), Real.even("b", 0, 1), Real.even("c", 0, 1));
        int alike = 0;
        for (int i = 1; i <= 200; i++) {
            List<Object> one = List.copyOf(space.draw(Sampler.random(1, i)).values().values());
            List<Object> next = List.copyOf(space.draw(Sampler.random(1, i + 1)).values().values());
            alike += one.get(1).equals(next.get(0)) || one.get(2).equals(next.get(1)) ? 1 : 0;
        }
        assertTrue(alike < 5, alike + " of 200 trials begin with the second number of the trial before");
    }

    @Test
    void typedSettingsChangeTheStandardOnes() {
        assertEquals("rate=0.01, layers=2, mixing=alone, batch=64", SPACE.parse(STANDARD, Map.of("rate", "1e-2")).toString());
        assertEquals(3, SPACE.parse(STANDARD, Map.of("mixing", "nearest", "neighbours", "3")).whole("neighbours"));
        refused("parameter must be one of rate, layers, mixing, batch, neighbours, got rat", () -> SPACE.parse(STANDARD, Map.of("rat", "1")));
        refused("rate must be a number, got fast", () -> SPACE.parse(STANDARD, Map.of("rate", "fast")));
        refused("rate must be finite, got Infinity", () -> SPACE.parse(STANDARD, Map.of("rate", "Infinity")));
        refused("layers must be a whole number, got 2.5", () -> SPACE.parse(STANDARD, Map.of("layers", "2.5")));
        refused("mixing must be one of alone, nearest, got all", () -> SPACE.parse(STANDARD, Map.of("mixing", "all")));
        refused("neighbours must be left out beside rate=5e-4, layers=2, mixing=alone, batch=64, got 3",
                () -> SPACE.parse(STANDARD, Map.of("neighbours", "3")));
    }

    @Test
    void narrowingStaysWithinTheSpace() {
        SearchSpace narrow = SPACE.narrowed(Map.of("rate", Map.of("low", 1e-3, "high", 1e-2), "layers", List.of(1, 3), "batch", 16));
        for (int i = 0; i < 50; i++) {
            Settings settings = narrow.draw(Sampler.random(1, i));
            assertTrue(settings.real("rate") >= 1e-3 && settings.real("rate") <= 1e-2 && settings.whole("batch") == 16
                    && List.of(1, 3).contains(settings.whole("layers")), settings.toString());
        }
        refused("parameter must be one of rate, layers, mixing, batch, neighbours, got depth", () -> SPACE.narrowed(Map.of("depth", 1)));
        refused("rate must be within 1e-4 to 0.1, log, got 3", () -> SPACE.narrowed(Map.of("rate", Map.of("low", 1e-3, "high", 3))));
        refused("rate must have finite low <= high and low > 0 on a logarithmic scale, got low=0.01, high=0.001",
                () -> SPACE.narrowed(Map.of("rate", Map.of("low", 1e-2, "high", 1e-3))));
        refused("rate must have low and high, got [least]", () -> SPACE.narrowed(Map.of("rate", Map.of("least", 1e-3))));
        refused("batch must be one of 16, 32, got 20", () -> SPACE.narrowed(Map.of("batch", List.of(16, 20))));
        refused("the space must have a whole number for layers, got two", () -> SPACE.narrowed(Map.of("layers", "two")));
        refused("mixing must be narrowed by a list of values, got low and high", () -> SPACE.narrowed(Map.of("mixing", Map.of("low", 1, "high", 2))));
        refused("layers must have at least one value and no value twice, got []", () -> SPACE.narrowed(Map.of("layers", List.of())));
    }

    @Test
    void whatIsFixedBecomesPartOfTheStandardAndTheRestStaysAsItWas() {
        Tunable<Settings> tunable = new Tunable<>(SPACE, STANDARD, settings -> settings);
        Tunable<Settings> fixed = tunable.narrowed(Map.of("batch", 16, "rate", Map.of("low", 1e-3, "high", 1e-2)));
        assertEquals("rate=5e-4, layers=2, mixing=alone, batch=16", fixed.standard().toString());
        assertTrue(tunable.narrowed(Map.of("mixing", "nearest")).standard().has("neighbours"));
        assertFalse(tunable.standard().has("neighbours"));
    }

    @Test
    void boundsAreChecked() {
        refused("rate must have finite low <= high and low > 0 on a logarithmic scale, got low=0.0, high=1.0", () -> Real.log("rate", 0, 1));
        refused("name of a parameter must be small letters, digits and hyphens, got Rate", () -> Real.even("Rate", 0, 1));
        refused("layers must have low <= high, within ±2^40, got low=3, high=2", () -> Whole.even("layers", 3, 2));
        refused("parameters must have different names, got a twice", () -> SearchSpace.of(Real.even("a", 0, 1), Real.even("a", 0, 1)));
    }
}
