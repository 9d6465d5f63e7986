package dev.trivium.benchmarks;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of a large CSV file with the columns {@code id} and {@code smiles}: real molecules over and over, every hundredth row broken. */
record ManyRows(List<String> pool, int rows) {

    private static final int BROKEN_EVERY = 100;
    private static final List<String> BROKEN = List.of("", "C1CC", "C(C", "CC)C", "[Na", "Xq", "C==C", "not a molecule", "C%1C", "c1cc(cc1", "[C@@@@H]",
            "N#", "\"\"\"", "CC\u00e9");

    boolean broken(int row) {
        return row % BROKEN_EVERY == BROKEN_EVERY / 2;
    }

    String smiles(int row) {
        return broken(row) ? BROKEN.get(row / BROKEN_EVERY % BROKEN.size()) : pool.get(row % pool.size());
    }

    void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("id,smiles\n");
            for (int row = 0; row < rows; row++) {
                out.write(row + "," + quoted(smiles(row)) + "\n");
            }
        }
    }

    private static String quoted(String cell) {
        return cell.contains("\"") || cell.contains(",") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
