package dev.trivium.reproduce.results;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lines of a file of recorded runs.
 *
 * @param file  where they stand
 * @param lines cells by the name of their column
 */
record Runs(Path file, List<Map<String, String>> lines) {

    static Runs read(Path file) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord line : csv) {
                Map<String, String> cells = new LinkedHashMap<>();
                IntStream.range(0, line.getHeader().size()).forEach(i -> cells.put(line.getHeader().get(i), line.getField(i)));
                lines.add(cells);
            }
        }
        if (lines.isEmpty()) {
            throw new IOException(file + ": must hold recorded runs, got none");
        }
        return new Runs(file, List.copyOf(lines));
    }

    Runs where(Predicate<Map<String, String>> line) {
        return new Runs(file, lines.stream().filter(line).toList());
    }

    Runs where(String column, String value) {
        return where(line -> line.getOrDefault(column, "").equals(value));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The different texts of a column, in the order of the file. */
    List<String> distinct(String column) {
        return lines.stream().map(line -> text(line, column)).distinct().toList();
    }

    /** The numbers of a column; those that are not there are left out. */
    double[] numbers(String column) {
        return lines.stream().map(line -> text(line, column)).filter(text -> !text.isEmpty()).mapToDouble(Double::parseDouble).toArray();
    }

    OptionalDouble mean(String column) {
        double[] numbers = numbers(column);
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(java.util.Arrays.stream(numbers).average().orElseThrow());
    }

    private String text(Map<String, String> line, String column) {
        String text = line.get(column);
        if (text == null) {
            throw new IllegalArgumentException(file + ": must have a column " + column + ", got " + line.keySet());
        }
        return text;
    }

    /** What the runs were made with, in a sentence that begins with a blank; empty where the file does not say. */
    String madeWith() {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("machine", "versions", "commit")) {
            if (lines.get(0).containsKey(column)) {
                String texts = distinct(column).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining(column.equals("commit") ? ", " : "; "));
                parts.add(column.equals("commit") ? "commits " + texts : texts);
            }
        }
        return parts.isEmpty() ? "" : " Made with " + String.join("; ", parts) + ".";
    }
}
