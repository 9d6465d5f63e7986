package dev.trivium.molecular.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts the text of an SDF file into entries: a structure block, which is not looked into, and named data items. */
final class SdfText implements AutoCloseable {

    private static final String END = "$$$$";
    private static final int MOST_CHARACTERS = 1 << 24;

    private final Path path;
    private final BufferedReader text;
    private long line;

    SdfText(Path path, BufferedReader text) {
        this.path = path;
        this.text = text;
    }

    /**
     * An entry.
     *
     * @param line  the line on which it starts
     * @param name  its first line
     * @param block its structure block, name included
     * @param items its data items
     * @param fault what is wrong with its data items, if anything
     */
    record Entry(long line, String name, String block, Map<String, String> items, Optional<String> fault) {}

    /** The names of all data items to the end, in the order in which they first occur. */
    List<String> itemNames() throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (Optional<Entry> entry = next(); entry.isPresent(); entry = next()) {
            names.addAll(entry.get().items().keySet());
        }
        return new ArrayList<>(names);
    }

    /** The next entry; empty at the end. */
    Optional<Entry> next() throws IOException {
        long start = line + 1;
        List<String> lines = new ArrayList<>();
        long characters = 0;
        @Nullable String next = readLine();
        while (next != null && !next.startsWith(END)) {
            lines.add(next);
            characters += next.length() + 1;
            if (characters > MOST_CHARACTERS) {
                throw new MoleculeFormatException(path, start, "entry must end with $$$$ within 16 million characters, got more");
            }
            next = readLine();
        }
        if (next == null && lines.stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        return Optional.of(entry(start, lines));
    }

    private @Nullable String readLine() throws IOException {
        line++;
        return text.readLine();
    }

    private static Entry entry(long start, List<String> lines) {
        int end = 0;
        while (end < lines.size() && !lines.get(end).startsWith("M  END") && !isItem(lines.get(end), end)) {
            end++;
        }
        end += end < lines.size() && lines.get(end).startsWith("M  END") ? 1 : 0;
        Map<String, String> items = new LinkedHashMap<>();
        Optional<String> fault = Optional.empty();
        for (int i = end; i < lines.size(); i++) {
            if (isItem(lines.get(i), i)) {
                String name = itemName(lines.get(i));
                List<String> value = new ArrayList<>();
                while (i + 1 < lines.size() && !lines.get(i + 1).isBlank()) {
                    value.add(lines.get(++i).strip());
                }
                if (items.putIfAbsent(name, String.join("\n", value)) != null) {
                    fault = Optional.of("data item " + name + " must occur once, got it again");
                }
            }
        }
        String name = lines.isEmpty() ? "" : lines.get(0).strip();
        return new Entry(start, name, String.join("\n", lines.subList(0, end)) + "\n", items, fault);
    }

    /** Whether a line starts a data item; the first four of an entry never do. */
    private static boolean isItem(String line, int at) {
        return at > 3 && line.startsWith(">");
    }

    private static String itemName(String line) {
        int from = line.indexOf('<');
        int to = line.lastIndexOf('>');
        return from > 0 && to > from ? line.substring(from + 1, to).strip() : line.substring(1).strip();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
