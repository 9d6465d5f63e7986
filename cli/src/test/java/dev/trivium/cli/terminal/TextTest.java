package dev.trivium.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void durationsHaveTheUnitThatReadsBest() {
        assertEquals("0.3 s", Durations.text(0.31));
        assertEquals("10 s", Durations.text(9.96));
        assertEquals("59 s", Durations.text(59.4));
        assertEquals("1 min 00 s", Durations.text(59.6));
        assertEquals("2 h 05 min", Durations.text(7500));
        assertEquals("0.0 s", Durations.text(-1));
    }

    @Test
    void sizesAreInPowersOfAThousand() {
        assertEquals("812 bytes", Sizes.text(812));
        assertEquals("2.6 MB", Sizes.text(2_589_657));
        assertEquals("737 kB", Sizes.text(737_015));
        assertEquals("1.0 GB", Sizes.text(1_000_000_000));
    }

    @Test
    void aReportAlignsTextsOfSeveralLines() {
        assertEquals(List.of("split       a", "            b", "a longer label text"),
                new Report().row("split", "a\nb").row("none", "").row("a longer label", "text").lines());
    }
}
