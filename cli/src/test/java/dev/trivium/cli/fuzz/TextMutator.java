package dev.trivium.cli.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes one to three places of a text of lines and fields. */
final class TextMutator {

    private static final List<String> MARKS = List.of(",", ";", "\t", "\"", "\n", "\r", "\r\n", "\u0000", "\ufeff", ".", " ", "-", "+", "e", "#", ":", "\u00a0",
        "\ud83d\ude00", "|", "=");

    private final SplittableRandom random;
    private final String separators;
    private final List<String> words;

    /** @param separators characters between fields; @param words that the format knows, and that may stand where others do */
    TextMutator(SplittableRandom random, String separators, List<String> words) {
        this.random = random;
        this.separators = separators;
        this.words = words;
    }

    byte[] mutate(byte[] file) {
        if (random.nextInt(16) == 0) {
            return bytes(file);
        }
        String text = new String(file, StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(5) / 2; i > 0; i--) {
            int choice = random.nextInt(20);
            text = choice < 12 ? field(text) : choice < 17 ? line(text) : mark(text);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(byte[] file) {
        byte[] changed = file.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && changed.length > 0; i--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length + 1)) : changed;
    }

    private String line(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(other));
            case 2 -> lines.set(at, lines.set(other, lines.get(at)));
            case 3 -> lines.add(at, "");
            case 4 -> lines.set(at, lines.get(at) + "\r");
            default -> lines.addAll(at, java.util.Collections.nCopies(random.nextInt(6) == 0 ? 3000 : 2, lines.get(other)));
        }
        return String.join("\n", lines);
    }

    private String mark(String text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(4));
        String mark = random.nextInt(3) == 0 ? Telling.text(random) : MARKS.get(random.nextInt(MARKS.size()));
        return text.substring(0, at) + mark + text.substring(random.nextBoolean() ? at : end);
    }

    private boolean separates(char c) {
        return c == '\n' || separators.indexOf(c) >= 0;
    }

    private String field(String text) {
        if (text.isEmpty()) {
            return Telling.text(random);
        }
        int start = random.nextInt(text.length());
        while (start > 0 && !separates(text.charAt(start - 1))) {
            start--;
        }
        int end = start;
        while (end < text.length() && !separates(text.charAt(end))) {
            end++;
        }
        return text.substring(0, start) + instead(text.substring(start, end)) + text.substring(end);
    }

    private String instead(String field) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> Long.toString(Telling.whole(random));
            case 2 -> Double.toString(Telling.real(random));
            case 3 -> Telling.text(random);
            case 4 -> "-" + field;
            case 5 -> field + field;
            case 6 -> digit(field);
            default -> words.isEmpty() ? field + "," + field : words.get(random.nextInt(words.size()));
        };
    }

    private String digit(String field) {
        if (field.isEmpty()) {
            return "0";
        }
        int at = random.nextInt(field.length());
        return field.substring(0, at) + (char) ('0' + random.nextInt(10)) + field.substring(at + 1);
    }
}
