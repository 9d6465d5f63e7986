package dev.trivium.nn.artifact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the tensors of a file differ from those that a model has.
 *
 * @param missing    names the model has and the file has not, sorted
 * @param unexpected names the file has and the model has not, sorted
 * @param misshapen  {@code name must have shape [..], got [..]}, sorted by name
 */
public record TensorCheck(List<String> missing, List<String> unexpected, List<String> misshapen) {

    private static final int MOST_LISTED = 20;

    public TensorCheck {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        misshapen = List.copyOf(misshapen);
    }

    /**
     * Compares names and shapes.
     *
     * @param expected shape of every tensor of the model, by name
     * @param actual   tensors of the file, by name
     * @return all differences
     */
    public static TensorCheck compare(Map<String, long[]> expected, Map<String, StoredTensor> actual) {
        TreeSet<String> missing = new TreeSet<>(expected.keySet());
        missing.removeAll(actual.keySet());
        TreeSet<String> unexpected = new TreeSet<>(actual.keySet());
        unexpected.removeAll(expected.keySet());
        List<String> misshapen = new ArrayList<>();
        for (String name : new TreeSet<>(expected.keySet())) {
            StoredTensor tensor = actual.get(name);
            if (tensor != null && !Arrays.equals(expected.get(name), tensor.shape())) {
                misshapen.add(TextQuote.of(name) + " must have shape " + Arrays.toString(expected.get(name)) + ", got "
                        + Arrays.toString(tensor.shape()));
            }
        }
        return new TensorCheck(List.copyOf(missing), List.copyOf(unexpected), misshapen);
    }

    /**
     * Refuses a file whose tensors are not exactly the model's; one message names every difference, up to 20 of a sort.
     *
     * @param file     the file, for the message
     * @param expected shape of every tensor of the model, by name
     * @param actual   tensors of the file, by name
     * @throws ModelFileException if a name is missing or unexpected or a shape differs
     */
    public static void require(Path file, Map<String, long[]> expected, Map<String, StoredTensor> actual) throws ModelFileException {
        TensorCheck check = compare(expected, actual);
        if (!check.matches()) {
            throw new ModelFileException(file, ModelEntry.WEIGHTS.file(), "tensors must be those of the model, got " + check.describe());
        }
    }

    /**
     * {@return the weights of a network in a tensor}
     *
     * @param file   the file, for the message
     * @param tensor of the file
     * @throws ModelFileException if it is not of type F32, the one that networks are written in
     */
    public static float[] weights(Path file, StoredTensor tensor) throws ModelFileException {
        if (tensor.type() != ElementType.F32) {
            throw new ModelFileException(file, ModelEntry.WEIGHTS.file(), "tensor " + TextQuote.of(tensor.name()) + " must be of type F32, got "
                    + tensor.type());
        }
        return tensor.toFloats();
    }

    /** {@return whether there is no difference} */
    public boolean matches() {
        return missing.isEmpty() && unexpected.isEmpty() && misshapen.isEmpty();
    }

    /** {@return the differences as one line; {@code no difference} when there is none} */
    public String describe() {
        List<String> parts = new ArrayList<>();
        add(parts, "missing", missing);
        add(parts, "unexpected", unexpected);
        add(parts, "wrong shape", misshapen);
        return parts.isEmpty() ? "no difference" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String what, List<String> items) {
        if (!items.isEmpty()) {
            String listed = items.stream().limit(MOST_LISTED).map(TextQuote::of).collect(Collectors.joining(", "));
            String more = items.size() > MOST_LISTED ? " and " + (items.size() - MOST_LISTED) + " more" : "";
            parts.add(items.size() + " " + what + ": " + listed + more);
        }
    }
}
