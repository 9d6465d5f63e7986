package dev.trivium.nn.parameter;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The tensors of one model, by dotted names such as {@code layer.0.query.weight}: trained parameters, and buffers, which belong to the
 * model's state but follow a rule of their own instead of a gradient.
 *
 * <p>Owns their native memory: close it with the model. {@link #child} gives a layer its own prefix in the same store; only the
 * store that was created by {@link #create} can be closed. Reading is safe from many threads; adding and setting are not.
 */
public final class Parameters implements AutoCloseable {

    private static final Script SCRIPT = new Script("ParameterOps", """
            def assign(self, target: Tensor, source: Tensor) -> float:
              torch.copy_(target, source)
              return 0.
            """);

    private final Scope scope;
    private final Map<String, Tensor> tensors;
    private final Set<String> buffers;
    private final Random random;
    private final String prefix;

    private Parameters(Scope scope, Map<String, Tensor> tensors, Set<String> buffers, Random random, String prefix) {
        this.scope = scope;
        this.tensors = tensors;
        this.buffers = buffers;
        this.random = random;
        this.prefix = prefix;
    }

    /**
     * Creates an empty store.
     *
     * @param compute where the parameters live and in which precision
     * @param seed of the stream from which initial values are drawn, in the order of {@link #add}
     */
    public static Parameters create(Compute compute, long seed) {
        return new Parameters(Scope.detached(compute), new LinkedHashMap<>(), new LinkedHashSet<>(), new Random(seed), "");
    }

    /** {@return this store seen from under {@code name}: what is added there gets {@code name.} before its name} */
    public Parameters child(String name) {
        return new Parameters(scope, tensors, buffers, random, prefix + name + ".");
    }

    /**
     * Adds a parameter.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public Tensor add(String name, Initial initial, long... shape) {
        String full = fresh(name);
        double[] values = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        initial.fill(values, random);
        Tensor tensor = scope.tensor(values, shape).requireGradient();
        tensors.put(full, tensor);
        return tensor;
    }

    /**
     * Adds a buffer: saved, copied and restored with the parameters and averaged with them, but without a gradient and never given to
     * an optimiser. No initial value is drawn.
     *
     * @param values its elements in row-major order
     * @throws IllegalArgumentException if the name is taken
     */
    public Tensor buffer(String name, double[] values, long... shape) {
        String full = fresh(name);
        Tensor tensor = scope.tensor(values, shape);
        tensors.put(full, tensor);
        buffers.add(full);
        return tensor;
    }

    private String fresh(String name) {
        String full = prefix + name;
        if (tensors.containsKey(full)) {
            throw new IllegalArgumentException("name must be new, got " + full);
        }
        return full;
    }

    /** {@return a constant that lives as long as the parameters: not trained, not saved} */
    public Tensor constant(double[] values, long... shape) {
        return scope.tensor(values, shape);
    }

    /** {@return the names of parameters and buffers, in the order of addition} */
    public Set<String> names() {
        return Collections.unmodifiableSet(tensors.keySet());
    }

    /** {@return the names of what a gradient trains, in the order of addition: all but the buffers} */
    public Set<String> trainable() {
        Set<String> names = new LinkedHashSet<>(tensors.keySet());
        names.removeAll(buffers);
        return Collections.unmodifiableSet(names);
    }

    /** {@return the tensors of parameters and buffers, in the order of addition} */
    public Collection<Tensor> tensors() {
        return Collections.unmodifiableCollection(tensors.values());
    }

    /**
     * Looks a parameter up by its full name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("name must be a parameter of the model, got " + name);
        }
        return tensor;
    }

    /** {@return the number of trainable numbers; those of buffers do not count} */
    public long count() {
        return trainable().stream().mapToLong(name -> get(name).count()).sum();
    }

    /** {@return where the parameters live} */
    public Compute compute() {
        return scope.compute();
    }

    /** {@return a copy of all values, buffers included; float32 values are exact in it} */
    public Map<String, float[]> snapshot() {
        Map<String, float[]> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> copy.put(name, tensor.toFloats()));
        return copy;
    }

    /** Overwrites one parameter or buffer; {@code values} are its elements in row-major order. */
    public void set(String name, double[] values) {
        Tensor target = get(name);
        checkCount(name, values.length, target);
        try (Scope here = Scope.open(compute())) {
            SCRIPT.callUnrecorded("assign", target, here.tensor(values, target.shape()));
        }
    }

    /**
     * Overwrites all parameters and buffers.
     *
     * @throws IllegalArgumentException if names or sizes differ from the model's; nothing is changed then
     */
    public void restore(Map<String, float[]> snapshot) {
        if (!snapshot.keySet().equals(tensors.keySet())) {
            Set<String> missing = new LinkedHashSet<>(tensors.keySet());
            missing.removeAll(snapshot.keySet());
            Set<String> unexpected = new LinkedHashSet<>(snapshot.keySet());
            unexpected.removeAll(tensors.keySet());
            throw new IllegalArgumentException("snapshot must name the model's parameters, got missing=" + missing
                    + ", unexpected=" + unexpected);
        }
        snapshot.forEach((name, values) -> checkCount(name, values.length, get(name)));
        try (Scope here = Scope.open(compute())) {
            snapshot.forEach((name, values) -> {
                Tensor target = get(name);
                SCRIPT.callUnrecorded("assign", target, here.tensor(values, target.shape()));
            });
        }
    }

    private static void checkCount(String name, int got, Tensor target) {
        if (got != target.count()) {
            throw new IllegalArgumentException("values of " + name + " must have shape " + Arrays.toString(target.shape())
                    + ", got " + got + " numbers");
        }
    }

    /** Frees all parameters, buffers and constants. */
    @Override
    public void close() {
        if (!prefix.isEmpty()) {
            throw new IllegalStateException("parameters must be closed by their owner, not through the child " + prefix);
        }
        scope.close();
    }
}
