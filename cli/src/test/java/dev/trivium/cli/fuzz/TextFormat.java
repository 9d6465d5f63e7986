package dev.trivium.cli.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A format of lines and fields, or of JSON.
 *
 * @param ending of file names
 * @param outer whether a text gets past the outer parser; a sketch of its own, not the product's reader
 * @param separators of fields; empty for JSON, which is mutated as a tree
 */
record TextFormat(String name, String ending, List<String> texts, String separators, List<String> words, Predicate<String> outer, ModelFormat.Reader reader)
        implements Format {

    @Override
    public List<byte[]> seeds() {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    @Override
    public byte[] mutate(byte[] file, SplittableRandom random) throws IOException {
        byte[] mutant = once(file, random);
        // as checksums are repaired elsewhere: half of those that the outer parser would stop are drawn again
        return random.nextBoolean() || pastOuter(mutant) ? mutant : once(file, random);
    }

    private byte[] once(byte[] file, SplittableRandom random) throws IOException {
        return separators.isEmpty() ? new JsonMutator(random).mutate(file) : new TextMutator(random, separators, words).mutate(file);
    }

    private boolean pastOuter(byte[] bytes) {
        return outer.test(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public boolean pastOuter(Path file, byte[] bytes) {
        return pastOuter(bytes);
    }

    @Override
    public Opened open(Path file) throws IOException {
        return reader.open(file);
    }

    /** {@return whether every line with something in it has as many separators as most, and quotes come in pairs} */
    static boolean isTable(String text) {
        String[] lines = text.split("\r\n|\n|\r");
        if (text.indexOf('\ufffd') >= 0 || text.indexOf('\u0000') >= 0 || text.chars().filter(c -> c == '"').count() % 2 != 0 || lines.length < 2) {
            return false;
        }
        for (char separator : new char[] {',', ';', '\t', ' '}) {
            long first = count(lines[0], separator);
            if (first > 0) {
                for (String line : lines) {
                    if (!line.isBlank() && count(line, separator) != first && line.indexOf('"') < 0) {
                        return false;
                    }
                }
                return true;
            }
        }
        return false;
    }

    private static long count(String line, char separator) {
        return line.chars().filter(c -> c == separator).count();
    }

    /** {@return whether it is text without control characters} */
    static boolean isText(String text) {
        return text.chars().noneMatch(c -> c == '\ufffd' || c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
