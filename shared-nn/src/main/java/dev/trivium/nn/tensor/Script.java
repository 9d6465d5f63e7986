package dev.trivium.nn.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ScriptCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Native kernels written as TorchScript text: one call runs a whole function, with gradients.
 *
 * <p>The text holds functions of a class, {@code def name(self, x: Tensor, p: float) -> Tensor:}, in the dialect of serialised
 * TorchScript. Intermediates of a function are freed as soon as they are no longer needed, and numbers are passed by value; the
 * engine's own overloads that take a number read freed memory in the backward pass, so the library has no other way to compute.
 */
public final class Script {

    private static final Pattern FUNCTION = Pattern.compile("^def (\\w+)\\(self", Pattern.MULTILINE);

    private final String name;
    private final List<String> functions;
    private final PtSymbolBlock module; // strongly held for the life of the process: scripts are static constants

    /**
     * Compiles functions.
     *
     * @param name a class name, unique in the library
     * @param methods the functions' text
     */
    public Script(String name, String methods) {
        this.name = name;
        functions = FUNCTION.matcher(methods).results().map(found -> found.group(1)).toList();
        NativeRuntime.prepareThread();
        try {
            module = JniUtils.loadModule(NativeRuntime.root(), new ByteArrayInputStream(TorchArchive.of(name, methods)), false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // reads from memory
        }
    }

    /** {@return the names of the functions, in the order of the text} */
    public List<String> functions() {
        return functions;
    }

    /**
     * Calls a function and returns its tensor, in the innermost open scope. Recorded when a {@link Tape} is open.
     *
     * @param arguments {@link Tensor}, {@code List<Tensor>}, {@code Double}, {@code Integer}, {@code Long}, {@code Boolean},
     *     {@code long[]} or {@code double[]}, in the function's order
     */
    public Tensor call(String function, Object... arguments) {
        PtNDManager manager = Scope.innermost().manager();
        try (IValue result = run(function, arguments, true)) {
            return new Tensor(result.toTensor(manager));
        }
    }

    /** Calls a function that returns a list of tensors. */
    public List<Tensor> callMany(String function, Object... arguments) {
        PtNDManager manager = Scope.innermost().manager();
        try (IValue result = run(function, arguments, true)) {
            return Arrays.stream(result.toTensorArray(manager)).map(Tensor::new).toList();
        }
    }

    /** Calls a function that returns a number, unrecorded; for updates in place, such as an optimiser's step. */
    public double callUnrecorded(String function, Object... arguments) {
        try (IValue result = run(function, arguments, false)) {
            return result.toDouble();
        }
    }

    private IValue run(String function, Object[] arguments, boolean recorded) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(function, arguments[i]);
            }
            return ScriptCall.run(module, function, values, recorded);
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
        }
    }

    private IValue value(String function, Object argument) {
        if (argument instanceof Tensor tensor) {
            return IValue.from(tensor.array);
        } else if (argument instanceof Double number) {
            return IValue.from(number);
        } else if (argument instanceof Integer number) {
            return IValue.from(number.longValue());
        } else if (argument instanceof Long number) {
            return IValue.from(number);
        } else if (argument instanceof Boolean flag) {
            return IValue.from(flag);
        } else if (argument instanceof long[] numbers) {
            return IValue.listFrom(numbers);
        } else if (argument instanceof double[] numbers) {
            return IValue.listFrom(numbers);
        } else if (argument instanceof List<?> tensors) {
            return IValue.listFrom(tensors.stream().map(t -> ((Tensor) t).array).toArray(PtNDArray[]::new));
        }
        throw new IllegalArgumentException("arguments of " + name + "." + function
                + " must be tensors, numbers, flags or lists of them, got " + argument.getClass().getName());
    }
}
