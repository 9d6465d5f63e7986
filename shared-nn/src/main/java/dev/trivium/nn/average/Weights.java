package dev.trivium.nn.average;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.state.NamedTensors;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The model's weights and copies of them; knows whether an average is swapped in. */
final class Weights implements AutoCloseable {

    static final Script SCRIPT = new Script("WeightAverages", """
            def copy(self, targets: List[Tensor], sources: List[Tensor]) -> float:
              torch._foreach_copy_(targets, sources)
              return 0.
            def lerp(self, targets: List[Tensor], sources: List[Tensor], weight: float) -> float:
              torch._foreach_lerp_(targets, sources, weight)
              return 0.
            def add(self, targets: List[Tensor], sources: List[Tensor]) -> float:
              torch._foreach_add_(targets, sources)
              return 0.
            def divide(self, targets: List[Tensor], number: float) -> float:
              torch._foreach_div_(targets, number)
              return 0.
            """);

    private final Compute compute;
    private final List<String> names;
    private final List<Tensor> current;
    private final Scope scope;
    private boolean swapped;

    Weights(Parameters parameters) {
        compute = parameters.compute();
        names = List.copyOf(parameters.names());
        current = List.copyOf(parameters.tensors());
        scope = Scope.detached(compute);
    }

    /** {@return the model's own tensors} */
    List<Tensor> current() {
        return current;
    }

    int count() {
        return names.size();
    }

    /** {@return zeros like the weights, which live as long as this} */
    List<Tensor> allocate() {
        return allocate(scope);
    }

    private List<Tensor> allocate(Scope owner) {
        return current.stream().map(tensor -> owner.zeros(tensor.shape())).toList();
    }

    static void copy(List<Tensor> from, List<Tensor> to) {
        SCRIPT.callUnrecorded("copy", to, from);
    }

    /** {@return copies by name, each name with a prefix} */
    NamedTensors named(Map<String, List<Tensor>> copies) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        copies.forEach((prefix, copy) -> {
            for (int i = 0; i < names.size(); i++) {
                tensors.put(prefix + names.get(i), copy.get(i));
            }
        });
        return new NamedTensors(compute, tensors);
    }

    void requireRaw() {
        if (swapped) {
            throw new IllegalStateException("the raw weights must be in place, but an average is swapped in: close the swap first");
        }
    }

    /** Saves the raw weights, then lets {@code average} overwrite them. */
    Swap swapIn(Runnable average) {
        requireRaw();
        Scope owner = Scope.detached(compute);
        List<Tensor> raw = allocate(owner);
        copy(current, raw);
        average.run();
        swapped = true;
        return new Swap(() -> {
            copy(raw, current);
            owner.close();
            swapped = false;
        });
    }

    static IllegalStateException notStarted() {
        return new IllegalStateException("an average must have been taken before it is swapped in, got none yet");
    }

    @Override
    public void close() {
        scope.close();
    }
}
