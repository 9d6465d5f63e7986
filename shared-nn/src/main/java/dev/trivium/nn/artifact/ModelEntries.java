package dev.trivium.nn.artifact;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The entries of a model file as what a kind of model makes of them: what does not describe one is refused by file and entry. */
public final class ModelEntries {

    /** The entry of {@link ModelContents#spec}. */
    public static final String SPEC = "spec.json";

    /** The entry of {@link ModelContents#preprocessing}. */
    public static final String PREPROCESSING = "preprocessing.json";

    /** The entry of {@link ModelContents#tensors}. */
    public static final String WEIGHTS = "weights.safetensors";

    private final Path file;
    private final ModelContents contents;

    /**
     * Reads nothing yet.
     *
     * @param file     the file, for messages
     * @param contents what it holds
     */
    public ModelEntries(Path file, ModelContents contents) {
        this.file = file;
        this.contents = contents;
    }

    /**
     * Makes a value out of an entry.
     *
     * @param entry name of the entry, for the message
     * @param value makes it; may throw what wrong texts, numbers and missing objects throw
     * @return the value
     * @throws ModelFileException if there is none
     */
    public <T> T parse(String entry, Supplier<? extends @Nullable T> value) throws ModelFileException {
        try {
            T made = value.get();
            if (made == null) {
                throw new IllegalArgumentException("an object is missing");
            }
            return made;
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new ModelFileException(file, entry, "must describe a " + contents.kind() + " model: " + firstLine(e));
        }
    }

    /**
     * Refuses a spec of a network larger than the file's tensors, before memory is taken for it.
     *
     * @param least numbers that a network of this spec has at the least, all or a part that is easily counted
     * @throws ModelFileException if the file holds fewer
     */
    public void requireNumbers(double least) throws ModelFileException {
        long stored = contents.tensors().values().stream().mapToLong(StoredTensor::elements).sum();
        if (least > stored) {
            throw new ModelFileException(file, SPEC, String.format(Locale.ROOT,
                    "must describe a network of the %d numbers in %s, got one of at least %.0f", stored, WEIGHTS, least));
        }
    }

    /** {@return the settings that are not null} */
    public Map<String, Object> spec() {
        return present(contents.spec());
    }

    /** {@return the preprocessing that is not null} */
    public Map<String, Object> preprocessing() {
        return present(contents.preprocessing());
    }

    /** {@return the provenance that is not null} */
    public Map<String, Object> provenance() {
        return present(contents.provenance());
    }

    private static Map<String, Object> present(Map<String, @Nullable Object> map) {
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }

    /** What is wrong is said by the innermost cause. */
    private static String firstLine(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
