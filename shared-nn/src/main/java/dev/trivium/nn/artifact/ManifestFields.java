package dev.trivium.nn.artifact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object in the manifest, each present and of the type asked for, or refused. */
record ManifestFields(Map<?, ?> object, String what, Refusal where) {

    static ManifestFields of(@Nullable Object value, String what, Refusal where) throws ModelFileException {
        if (value instanceof Map<?, ?> object) {
            return new ManifestFields(object, what, where);
        }
        throw where.because(what + " must be an object, got " + quote(value));
    }

    void requireOnly(String... keys) throws ModelFileException {
        if (!object.keySet().equals(Set.of(keys))) {
            throw where.because(what + " must have exactly the fields " + String.join(", ", keys) + ", got " + quote(object.keySet()));
        }
    }

    String text(String key) throws ModelFileException {
        if (object.get(key) instanceof String text) {
            return text;
        }
        throw refuse(key, "text");
    }

    String checksum(String key) throws ModelFileException {
        String text = text(key);
        if (!Sha256.isHex(text)) {
            throw refuse(key, "64 lower-case hexadecimal digits");
        }
        return text;
    }

    long whole(String key) throws ModelFileException {
        if (object.get(key) instanceof Long n && n >= 0) {
            return n;
        }
        throw refuse(key, "a whole number of at least 0");
    }

    int version(String key) throws ModelFileException {
        if (object.get(key) instanceof Long n && n >= 1 && n <= Integer.MAX_VALUE) {
            return n.intValue();
        }
        throw refuse(key, "a whole number of at least 1");
    }

    Map<?, ?> object(String key) throws ModelFileException {
        return of(object.get(key), what + " " + key, where).object();
    }

    List<?> list(String key) throws ModelFileException {
        if (object.get(key) instanceof List<?> list) {
            return list;
        }
        throw refuse(key, "a list");
    }

    private ModelFileException refuse(String key, String rule) {
        return where.because(what + " " + key + " must be " + rule + ", got " + quote(object.get(key)));
    }

    private static String quote(@Nullable Object value) {
        return TextQuote.of(String.valueOf(value));
    }
}
