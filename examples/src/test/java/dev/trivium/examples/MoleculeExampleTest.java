package dev.trivium.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoleculeExampleTest {

    @Test
    void everyStringIsAnsweredWithANumberOrAReason() throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            E04_Molecule.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals(6, lines.size(), lines.toString());
        assertTrue(lines.subList(0, 5).stream().allMatch(line -> line.matches(".+: -?\\d+ K, measured \\d+ K; nearest .+ \\([01]\\.\\d+\\)")),
                lines.toString());
        assertTrue(lines.get(5).startsWith("C1CC: refused, "), lines.get(5));
    }
}
