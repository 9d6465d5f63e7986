package dev.trivium.cli.replay;

import dev.trivium.nn.artifact.ElementType;
import dev.trivium.nn.artifact.StoredTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tensor that two runs do not share.
 *
 * @param name     its name
 * @param what     what is wrong with it, if it cannot be compared; else empty
 * @param elements elements that differ
 * @param of       elements
 * @param absolute the largest difference
 * @param share    of that difference in the tensor's largest value
 */
record TensorDifference(String name, String what, long elements, long of, double absolute, double share) {

    /** {@return the tensors that differ, by their values} */
    static List<TensorDifference> of(Map<String, StoredTensor> then, Map<String, StoredTensor> now) {
        List<TensorDifference> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            StoredTensor before = then.get(name);
            StoredTensor after = now.get(name);
            if (before == null || after == null) {
                differences.add(incomparable(name, before == null ? "only in the replay" : "not in the replay"));
            } else if (before.type() != after.type() || !Arrays.equals(before.shape(), after.shape())) {
                differences.add(incomparable(name, before + " → " + after));
            } else if (!before.equals(after)) {
                differences.add(measured(before, after));
            }
        }
        return differences;
    }

    /** {@return the tensors that differ, by their hashes; how much is not known} */
    static List<TensorDifference> ofHashes(Map<String, String> then, Map<String, String> now) {
        List<TensorDifference> differences = new ArrayList<>();
        Map<String, @Nullable String> all = new TreeMap<>(then);
        now.forEach(all::putIfAbsent);
        for (String name : all.keySet()) {
            String before = then.get(name);
            String after = now.get(name);
            if (before == null || after == null || !before.equals(after)) {
                differences.add(incomparable(name, before == null ? "only in the replay" : after == null ? "not in the replay"
                        : "another hash; by how much it differs is not known without the model's file beside the record"));
            }
        }
        return differences;
    }

    private static TensorDifference incomparable(String name, String what) {
        return new TensorDifference(name, what, 0, 0, Double.NaN, Double.NaN);
    }

    private static TensorDifference measured(StoredTensor before, StoredTensor after) {
        double[] a = values(before);
        double[] b = values(after);
        double largest = 0;
        double absolute = 0;
        long count = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(a[i]), Math.abs(b[i])));
            absolute = Math.max(absolute, Math.abs(a[i] - b[i]));
            count += Double.doubleToRawLongBits(a[i]) == Double.doubleToRawLongBits(b[i]) ? 0 : 1;
        }
        return new TensorDifference(before.name(), "", count, a.length, absolute, largest == 0 ? 0 : absolute / largest);
    }

    private static double[] values(StoredTensor tensor) {
        return tensor.type() == ElementType.I64 ? Arrays.stream(tensor.toLongs()).asDoubleStream().toArray() : tensor.toDoubles();
    }
}
