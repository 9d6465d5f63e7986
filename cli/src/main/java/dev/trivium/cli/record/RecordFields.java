package dev.trivium.cli.record;

import dev.trivium.nn.artifact.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the fields of a JSON object one by one; what is not as it must be is refused by its name. */
final class RecordFields {

    private static final int MOST = 10_000;
    private static final int LONGEST = 4_096;

    private final Map<String, @Nullable Object> object;
    private final String path;
    private final String at;

    RecordFields(Map<String, @Nullable Object> object, String path, String at) {
        this.object = object;
        this.path = path;
        this.at = at;
    }

    void requireOnly(String... names) throws IOException {
        Set<String> others = new TreeSet<>(object.keySet());
        others.removeAll(Set.of(names));
        if (!others.isEmpty()) {
            throw refused(others.iterator().next(), "must not be there: a record of this format has " + new TreeSet<>(Set.of(names)));
        }
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** {@return a text of one line that is not too long} */
    String text(String name) throws IOException {
        return text(name, object.get(name));
    }

    private String text(String name, @Nullable Object value) throws IOException {
        if (!(value instanceof String text)) {
            throw refused(name, "must be text, got " + shown(value));
        }
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(name, "must be one line of at most " + LONGEST + " characters, got " + shown(text));
        }
        return text;
    }

    String sha256(String name) throws IOException {
        String text = text(name);
        if (!Sha256.isHex(text)) {
            throw refused(name, "must be 64 lower-case hexadecimal digits, got " + shown(text));
        }
        return text;
    }

    /** {@return the name of a file, without folders} */
    String fileName(String name) throws IOException {
        String text = text(name);
        if (!isFileName(text)) {
            throw refused(name, "must be the name of a file without folders, got " + shown(text));
        }
        return text;
    }

    static boolean isFileName(String text) {
        return !text.isBlank() && !text.equals(".") && !text.equals("..") && text.chars().noneMatch(c -> c == '/' || c == '\\' || c == 0);
    }

    long size(String name) throws IOException {
        if (!(object.get(name) instanceof Long value) || value < 0) {
            throw refused(name, "must be a whole number of at least 0, got " + shown(object.get(name)));
        }
        return value;
    }

    boolean flag(String name) throws IOException {
        if (!(object.get(name) instanceof Boolean value)) {
            throw refused(name, "must be true or false, got " + shown(object.get(name)));
        }
        return value;
    }

    RecordFields fields(String name) throws IOException {
        return new RecordFields(object(name), path, at + name + ".");
    }

    @SuppressWarnings("unchecked") // objects of JSON have text as keys
    Map<String, @Nullable Object> object(String name) throws IOException {
        if (!(object.get(name) instanceof Map<?, ?> map)) {
            throw refused(name, "must be an object, got " + shown(object.get(name)));
        }
        return (Map<String, @Nullable Object>) map;
    }

    Map<String, String> texts(String name) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        RecordFields inner = fields(name);
        for (String key : inner.object.keySet()) {
            texts.put(inner.text("name of " + name, key), inner.text(key));
        }
        return texts;
    }

    List<String> list(String name) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Object value : elements(name)) {
            texts.add(text(name + "[" + texts.size() + "]", value));
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // objects of JSON have text as keys
    List<RecordFields> objects(String name) throws IOException {
        List<RecordFields> all = new ArrayList<>();
        for (Object value : elements(name)) {
            String here = name + "[" + all.size() + "]";
            if (!(value instanceof Map<?, ?> map)) {
                throw refused(here, "must be an object, got " + shown(value));
            }
            all.add(new RecordFields((Map<String, @Nullable Object>) map, path, at + here + "."));
        }
        return all;
    }

    private List<?> elements(String name) throws IOException {
        if (!(object.get(name) instanceof List<?> list) || list.size() > MOST) {
            throw refused(name, "must be a list of at most " + MOST + " elements, got "
                    + (object.get(name) instanceof List<?> longer ? longer.size() + " elements" : shown(object.get(name))));
        }
        return list;
    }

    IOException refused(String name, String rule) {
        return new IOException(path + ": " + at + shown(name) + " " + rule);
    }

    static String shown(@Nullable Object value) {
        return value == null ? "nothing" : Shown.of(value.toString());
    }
}
