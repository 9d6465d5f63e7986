package dev.trivium.nn.artifact;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a safetensors file holds.
 *
 * @param tensors  the tensors by name, sorted by name; each under its own name
 * @param metadata free text by key, sorted by key ({@code __metadata__} in the file); empty when there is none
 */
public record Safetensors(Map<String, StoredTensor> tensors, Map<String, String> metadata) {

    public Safetensors {
        tensors = sorted(tensors);
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        metadata.forEach((key, value) -> {
            if (!wellFormed(key) || !wellFormed(value)) {
                throw new IllegalArgumentException("metadata must be text without half surrogates, got " + TextQuote.of(key));
            }
        });
    }

    /**
     * Tensors without metadata.
     *
     * @param tensors tensors with distinct names
     * @return the contents of a file
     * @throws IllegalArgumentException if two tensors have one name
     */
    public static Safetensors of(Collection<StoredTensor> tensors) {
        return new Safetensors(byName(tensors), Map.of());
    }

    static Map<String, StoredTensor> byName(Collection<StoredTensor> tensors) {
        Map<String, StoredTensor> named = new TreeMap<>();
        for (StoredTensor tensor : tensors) {
            if (named.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException("tensor names must be distinct, got " + TextQuote.of(tensor.name()) + " twice");
            }
        }
        return Collections.unmodifiableMap(named);
    }

    static Map<String, StoredTensor> sorted(Map<String, StoredTensor> tensors) {
        tensors.forEach((name, tensor) -> {
            if (!name.equals(tensor.name())) {
                throw new IllegalArgumentException(
                        "tensor must be under its own name " + TextQuote.of(tensor.name()) + ", got " + TextQuote.of(name));
            }
        });
        return byName(tensors.values());
    }

    /** The order of tensors in a written file: larger elements first, so that all are aligned; then by name. */
    List<StoredTensor> inFileOrder() {
        Comparator<StoredTensor> larger = Comparator.comparing((StoredTensor tensor) -> -tensor.type().size());
        return tensors.values().stream().sorted(larger.thenComparing(StoredTensor::name)).toList();
    }

    static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }
}
