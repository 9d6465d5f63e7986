package dev.trivium.cli.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than a thousand mutants in every build; {@link Fuzz} is the long run. */
class FuzzTest {

    @TempDir
    private Path folder;

    @Test
    void everyMutantIsAnsweredOrRefusedByName() throws IOException, InterruptedException {
        List<String> bugs = new ArrayList<>();
        int mutants = 0;
        int past = 0;
        for (Map.Entry<Format, Integer> each : Formats.all(Path.of(".."), folder).entrySet()) {
            boolean slow = each.getKey() instanceof ModelFormat;
            Figures figures = new Fuzzer(folder, 20_260_801).run(each.getKey(), slow ? 15 : 4 * each.getValue());
            figures.bugs.forEach(bug -> bugs.add(figures.format + " " + bug));
            mutants += figures.mutants;
            past += figures.pastOuter;
        }
        assertEquals(List.of(), bugs);
        assertTrue(past > 0.6 * mutants, past + " of " + mutants + " got past the outer parser");
    }
}
