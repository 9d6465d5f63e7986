package dev.trivium.nn.artifact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The entries a model file may have, in the order they are written, each with the most bytes that are read of it. */
enum ModelEntry {
    MANIFEST("manifest.json", 8L << 20),
    SPEC("spec.json", 8L << 20),
    PREPROCESSING("preprocessing.json", 8L << 20),
    PROVENANCE("provenance.json", 8L << 20),
    TRAINING("training.json", 8L << 20),
    WEIGHTS("weights.safetensors", 1L << 44);

    private final String file;
    private final long limit;

    ModelEntry(String file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    String file() {
        return file;
    }

    long limit() {
        return limit;
    }

    static Optional<ModelEntry> named(String file) {
        return Arrays.stream(values()).filter(entry -> entry.file.equals(file)).findFirst();
    }

    /** Refuses entries that no model file has, entries that are missing, and entries above their limit. */
    static void requireSet(Map<String, ZipRecord> entries, Refusal file) throws ModelFileException {
        for (ZipRecord entry : entries.values()) {
            ModelEntry known = named(entry.name()).orElseThrow(() -> file.at(entry.name()).because(
                    "entry must be one of " + Arrays.stream(values()).map(ModelEntry::file).collect(Collectors.joining(", "))));
            if (entry.size() > known.limit) {
                throw file.at(entry.name()).because("entry must have at most " + known.limit + " bytes, got " + entry.size());
            }
        }
        for (ModelEntry required : values()) {
            if (required != TRAINING && !entries.containsKey(required.file)) {
                throw file.at(required.file).because("entry must be present");
            }
        }
    }
}
