package dev.trivium.nn.artifact;

import org.jspecify.annotations.Nullable;

/** Where reading is: the file and the entry that a refusal names. */
record Refusal(String path, String entry) {

    static final String WHOLE_FILE = "file";

    Refusal at(String otherEntry) {
        return new Refusal(path, otherEntry);
    }

    ModelFileException because(String rule) {
        return because(rule, null);
    }

    ModelFileException because(String rule, @Nullable Throwable cause) {
        return new ModelFileException(path, entry, rule, cause);
    }
}
