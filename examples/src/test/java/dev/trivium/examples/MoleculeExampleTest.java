package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeExampleTest {

    @Test
    void motifsAreListedByTheirEffectAndThePageShowsThem(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.html");
        List<String> lines = Printed.by(none -> E05_Explain.main(new String[] {page.toString()}));
        assertTrue(lines.size() >= 4, lines.toString());
        assertTrue(lines.subList(0, lines.size() - 2).stream().allMatch(line -> line.matches("effect [+-]\\d+\\.\\d+, share [01]\\.\\d+: .+")),
                lines.toString());
        assertTrue(lines.get(lines.size() - 2).matches("deleting the heaviest motif moves \\d+ predictions by .+ K, one of its size by .+ K"),
                lines.toString());
        assertTrue(Files.readString(page).contains("<svg"));
    }

    @Test
    void everyStringIsAnsweredWithANumberOrAReason() throws IOException {
        List<String> lines = Printed.by(E04_Molecule::main);
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.subList(0, 5).stream().allMatch(line -> line.matches(".+: -?\\d+ K, measured \\d+ K; nearest .+ \\([01]\\.\\d+\\)")),
                lines.toString());
        assertTrue(lines.get(5).startsWith("C1CC: refused, "), lines.get(5));
    }
}
