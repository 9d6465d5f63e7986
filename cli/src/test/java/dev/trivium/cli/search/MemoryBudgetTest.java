package dev.trivium.cli.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.terminal.CommandName;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class MemoryBudgetTest {

    private static final long MIB = MemorySize.MEBIBYTE;

    private static MemorySize size(String text) {
        return new MemorySize.Converter().convert(text);
    }

    @Test
    void theFirstTrialRunsAloneAndThenAsManyAsFit() {
        MemoryBudget budget = new MemoryBudget(size("4g"), 8);
        assertTrue(budget.allows(0));
        assertFalse(budget.allows(1), "nothing is measured yet");
        budget.measured(1000);
        assertEquals(1.2e9, budget.expected());
        assertTrue(budget.allows(1));
        assertTrue(budget.allows(2), "3 times 1.2 GB are within 4 GiB");
        assertFalse(budget.allows(3));
        budget.measured(3000);
        assertFalse(budget.allows(1), "a larger trial changes what is expected");
        assertTrue(budget.allows(0), "one always runs");
        assertEquals("the largest trial took 2861 MiB, 3433 MiB are expected of one; of --memory 4096 MiB that leaves 1 at once", budget.text());
    }

    @Test
    void neverMoreThanJobsAndHalfOfAShareIsHeap() {
        MemoryBudget budget = new MemoryBudget(size("4g"), 2);
        budget.measured(1);
        assertTrue(budget.allows(1));
        assertFalse(budget.allows(2));
        assertEquals(1024 * MIB, budget.heap());
        assertEquals(96 * MIB, new MemoryBudget(size("256m"), 8).heap());
    }

    @Test
    void whereNothingCanBeMeasuredTheShareIsExpected() {
        MemoryBudget budget = new MemoryBudget(size("1g"), 4);
        budget.measured(0);
        assertTrue(budget.allows(3));
        assertFalse(budget.allows(4));
        assertEquals("memory cannot be measured here; of --memory 1024 MiB that leaves 4 at once", budget.text());
    }

    @Test
    void sizesAreReadAndRefused() {
        assertEquals(1536 * MIB, size("1.5g").bytes());
        assertEquals(512 * MIB, size("512M").bytes());
        for (String text : List.of("4", "100m", "-1g", "g", "1e9g", "4 g")) {
            assertEquals("must be an amount such as 4g or 512m, at least 256m, got " + text,
                    assertThrows(TypeConversionException.class, () -> size(text)).getMessage());
        }
    }

    @Test
    void quotedWordsAreReadBack() {
        List<String> words = List.of("--data", "my file.csv", "--nodes", ".", "--decimal", ",", "it's", "a='b c'");
        assertEquals(words, ShellWords.of(String.join(" ", words.stream().map(CommandName::quoted).toList())));
        assertEquals(List.of(), ShellWords.of(""));
    }
}
