package dev.trivium.nn.state;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Precision;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A view of tensors by name, to copy them out for a checkpoint and back in. Does not own them. */
public final class NamedTensors {

    private static final Script SCRIPT = new Script("NamedTensors", """
            def assign(self, target: Tensor, source: Tensor) -> float:
              torch.copy_(target, source)
              return 0.
            """);

    private final Compute compute;
    private final Map<String, Tensor> tensors;

    /**
     * Looks at tensors.
     *
     * @param compute where the tensors live and in which precision
     * @param tensors the tensors, in the order of the copies
     */
    public NamedTensors(Compute compute, Map<String, Tensor> tensors) {
        this.compute = compute;
        this.tensors = new LinkedHashMap<>(tensors);
    }

    /**
     * Copies all values out, in row-major order.
     *
     * @throws IllegalStateException if the precision is float64, for which floats are not exact
     */
    public Map<String, float[]> floats() {
        if (compute.precision() != Precision.FLOAT32) {
            throw new IllegalStateException("state as floats needs a model in FLOAT32, got " + compute.precision()
                    + ": take the exact state, in doubles");
        }
        Map<String, float[]> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copy.put(name, tensor.toFloats()));
        return copy;
    }

    /** Copies all values out, in row-major order; exact in either precision. */
    public Map<String, double[]> doubles() {
        Map<String, double[]> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copy.put(name, tensor.toDoubles()));
        return copy;
    }

    /**
     * Overwrites all tensors.
     *
     * @throws IllegalArgumentException if names or sizes differ; nothing is changed then
     */
    public void setFloats(Map<String, float[]> state) {
        check(state, values -> values.length);
        try (Scope here = Scope.open(compute)) {
            assign(name -> here.tensor(state.get(name), tensors.get(name).shape()));
        }
    }

    /**
     * Overwrites all tensors.
     *
     * @throws IllegalArgumentException if names or sizes differ; nothing is changed then
     */
    public void setDoubles(Map<String, double[]> state) {
        check(state, values -> values.length);
        try (Scope here = Scope.open(compute)) {
            assign(name -> here.tensor(state.get(name), tensors.get(name).shape()));
        }
    }

    private void assign(Function<String, Tensor> source) {
        tensors.forEach((name, target) -> SCRIPT.callUnrecorded("assign", target, source.apply(name)));
    }

    private <A> void check(Map<String, A> state, ToIntFunction<A> length) {
        if (!state.keySet().equals(tensors.keySet())) {
            Set<String> missing = new LinkedHashSet<>(tensors.keySet());
            missing.removeAll(state.keySet());
            Set<String> unexpected = new LinkedHashSet<>(state.keySet());
            unexpected.removeAll(tensors.keySet());
            throw new IllegalArgumentException(
                    "state must hold exactly its own names, got missing=" + missing + ", unexpected=" + unexpected);
        }
        tensors.forEach((name, target) -> {
            int got = length.applyAsInt(state.get(name));
            if (got != target.count()) {
                throw new IllegalArgumentException("state of " + name + " must have shape " + Arrays.toString(target.shape())
                        + ", got " + got + " numbers");
            }
        });
    }
}
