package dev.trivium.nn.artifact;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model file holds, independent of any one model.
 *
 * <p>The maps are JSON objects: text, booleans, numbers of at most 64 bits, null, lists and maps of these. They are copied into one
 * form: keys sorted, whole numbers as {@code Long}, other numbers as {@code Double}. So contents that were written equal the contents
 * that are read back; read numbers through {@link Number}. An order that matters belongs in a list.
 *
 * @param kind          what the file is, such as {@code waverora}, or {@link #CHECKPOINT}: lower-case letters, digits and hyphens
 * @param version       version of the kind's own layout of spec and tensors, at least 1; its reader decides which it knows
 * @param spec          the model's settings
 * @param preprocessing what the data go through before the model; may be empty
 * @param provenance    where the model comes from, see {@link Provenance}; may be empty
 * @param training      state of an unfinished training; empty unless the kind is {@link #CHECKPOINT}
 * @param tensors       tensors by name, sorted by name
 */
public record ModelContents(String kind, int version, Map<String, @Nullable Object> spec, Map<String, @Nullable Object> preprocessing,
        Map<String, @Nullable Object> provenance, Map<String, @Nullable Object> training, Map<String, StoredTensor> tensors) {

    /** The kind of a checkpoint: the only one that may have a {@code training.json}. */
    public static final String CHECKPOINT = "checkpoint";

    /** The name in provenance under which a record of the run stands. */
    public static final String RUN = "run";

    static final String KIND_RULE = "1 to 64 lower-case letters, digits and hyphens that start with a letter";
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    public ModelContents {
        if (!isKind(kind)) {
            throw new IllegalArgumentException("kind must be " + KIND_RULE + ", got " + TextQuote.of(kind));
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, got " + version);
        }
        if (!training.isEmpty() && !kind.equals(CHECKPOINT)) {
            throw new IllegalArgumentException("training must be empty unless kind is " + CHECKPOINT + ", got kind " + kind);
        }
        spec = JsonObjects.canonical("spec", spec);
        preprocessing = JsonObjects.canonical("preprocessing", preprocessing);
        provenance = JsonObjects.canonical("provenance", provenance);
        training = JsonObjects.canonical("training", training);
        tensors = Safetensors.sorted(tensors);
    }

    /**
     * A finished model.
     *
     * @param kind          what the file is
     * @param version       version of the kind's own layout
     * @param spec          the model's settings
     * @param preprocessing what the data go through before the model
     * @param provenance    where the model comes from
     * @param tensors       tensors with distinct names
     * @return the contents of a model file
     */
    public static ModelContents model(String kind, int version, Map<String, ?> spec, Map<String, ?> preprocessing,
            Map<String, ?> provenance, Collection<StoredTensor> tensors) {
        return new ModelContents(kind, version, JsonObjects.canonical("spec", spec),
                JsonObjects.canonical("preprocessing", preprocessing), JsonObjects.canonical("provenance", provenance), Map.of(),
                Safetensors.byName(tensors));
    }

    /**
     * The state of an unfinished training.
     *
     * @param version    version of the trainer's layout
     * @param spec       what is being trained: a resumed run compares it with its own
     * @param provenance where the run comes from
     * @param training   step, schedule, random state and the like
     * @param tensors    weights, moments, best weights: tensors with distinct names
     * @return the contents of a checkpoint
     */
    public static ModelContents checkpoint(int version, Map<String, ?> spec, Map<String, ?> provenance, Map<String, ?> training,
            Collection<StoredTensor> tensors) {
        return new ModelContents(CHECKPOINT, version, JsonObjects.canonical("spec", spec), Map.of(),
                JsonObjects.canonical("provenance", provenance), JsonObjects.canonical("training", training), Safetensors.byName(tensors));
    }

    /**
     * These contents with a record of the run that made them, which takes part in no {@link #fingerprint}.
     *
     * @param run a JSON object; an earlier record is replaced
     * @return the contents with {@code run} in their provenance
     */
    public ModelContents withRun(Map<String, ?> run) {
        Map<String, @Nullable Object> with = new TreeMap<>(provenance);
        with.put(RUN, run);
        return new ModelContents(kind, version, spec, preprocessing, with, training, tensors);
    }

    /** {@return the SHA-256 of every tensor's bytes, row-major and little-endian, by name} */
    public Map<String, String> tensorHashes() {
        return Fingerprint.ofTensors(tensors);
    }

    /**
     * What was learnt, as one hash: two files with the same fingerprint answer alike, whenever and by whom they were made.
     *
     * <p>It is the SHA-256 of a JSON text of kind, version, spec, preprocessing and, of every tensor, type, shape and {@link #tensorHashes}.
     * Provenance, with its times and versions, and the state of an unfinished training are not part of it.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    static boolean isKind(String kind) {
        return KIND.matcher(kind).matches();
    }
}
