package dev.trivium.nn.tensor;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Owns native memory: every tensor belongs to one scope and is freed when that scope is closed.
 *
 * <p>Results of operations go to the innermost scope that the calling thread has open, whatever scope their inputs belong to; so one
 * {@code try (Scope scope = Scope.open(compute))} around a training step or a request frees all of its intermediates. Parameters and
 * constants live in a {@linkplain #detached detached} scope, which never receives results by itself.
 */
public final class Scope implements AutoCloseable {

    private static final ThreadLocal<@Nullable Scope> INNERMOST = new ThreadLocal<>();
    private static final int SMALL = 1 << 16;
    /** Reused per thread, so that a long loop allocates no direct memory: the engine's tensor is a copy. */
    private static final ThreadLocal<ByteBuffer> STAGING = ThreadLocal.withInitial(() -> direct(SMALL));

    private final PtNDManager manager;
    private final Compute compute;
    private final @Nullable Scope outer;
    private final boolean attached;

    private Scope(Compute compute, boolean attached) {
        this.compute = compute;
        this.attached = attached;
        outer = attached ? INNERMOST.get() : null;
        manager = NativeRuntime.root().newSubManager(compute.engineDevice());
        if (attached) {
            INNERMOST.set(this);
        }
    }

    /** Opens a scope that receives the results of this thread's operations until it is closed. */
    public static Scope open(Compute compute) {
        NativeRuntime.prepareThread();
        return new Scope(compute, true);
    }

    /** Creates a long-lived scope for parameters and constants; any thread may read its tensors. */
    public static Scope detached(Compute compute) {
        NativeRuntime.prepareThread();
        return new Scope(compute, false);
    }

    /**
     * {@return the innermost scope that the calling thread has open: where results go}
     *
     * @throws IllegalStateException if the thread has none open
     */
    public static Scope innermost() {
        Scope scope = INNERMOST.get();
        if (scope == null) {
            throw new IllegalStateException("tensor operations must run inside try (Scope scope = Scope.open(compute))");
        }
        return scope;
    }

    /** {@return where this scope's tensors live} */
    public Compute compute() {
        return compute;
    }

    PtNDManager manager() {
        return manager;
    }

    /** Copies values to this scope's device, in this scope's precision. */
    public Tensor tensor(float[] values, long... shape) {
        ByteBuffer buffer = staging(values.length, Float.BYTES);
        buffer.asFloatBuffer().put(values);
        return converted(stored(buffer, values.length, DataType.FLOAT32, shape));
    }

    /** Copies values to this scope's device, in this scope's precision. */
    public Tensor tensor(double[] values, long... shape) {
        if (compute.precision() == Precision.FLOAT32) {
            ByteBuffer buffer = staging(values.length, Float.BYTES);
            for (int i = 0; i < values.length; i++) {
                buffer.putFloat(i * Float.BYTES, (float) values[i]);
            }
            return stored(buffer, values.length, DataType.FLOAT32, shape);
        }
        ByteBuffer buffer = staging(values.length, Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        return stored(buffer, values.length, DataType.FLOAT64, shape);
    }

    /** Copies unsigned bytes, such as a mask of zeros and ones, to this scope's device. */
    public Tensor bytes(byte[] values, long... shape) {
        ByteBuffer buffer = staging(values.length, 1);
        buffer.duplicate().put(values);
        return stored(buffer, values.length, DataType.UINT8, shape);
    }

    /** Copies indices (64-bit integers) to this scope's device. */
    public Tensor indices(long[] values, long... shape) {
        ByteBuffer buffer = staging(values.length, Long.BYTES);
        buffer.asLongBuffer().put(values);
        return stored(buffer, values.length, DataType.INT64, shape);
    }

    /** {@return a tensor of zeros} */
    public Tensor zeros(long... shape) {
        return new Tensor((PtNDArray) manager.zeros(new Shape(shape), compute.precision().type));
    }

    /** Takes over a tensor from the scope that owns it now; it then lives as long as this scope. */
    public Tensor keep(Tensor tensor) {
        tensor.array.attach(manager);
        return tensor;
    }

    private Tensor converted(Tensor tensor) {
        if (compute.precision() == Precision.FLOAT32) {
            return tensor;
        }
        PtNDArray doubles = tensor.array.toType(DataType.FLOAT64, true);
        doubles.attach(manager);
        tensor.array.close();
        return new Tensor(doubles);
    }

    /** The engine wraps a buffer of ours without copying it, so what is handed out is always a copy that libtorch owns. */
    private Tensor stored(ByteBuffer buffer, int count, DataType type, long[] shape) {
        Shape size = new Shape(shape);
        if (size.size() != count) {
            throw new IllegalArgumentException("shape must hold the " + count + " values given, got " + size);
        }
        if (count == 0) {
            return new Tensor((PtNDArray) manager.zeros(size, type));
        }
        PtNDManager host = NativeRuntime.root();
        try (PtNDArray view = ai.djl.pytorch.jni.JniUtils.createNdFromByteBuffer(
                host, buffer, size, type, ai.djl.ndarray.types.SparseFormat.DENSE, ai.djl.Device.cpu())) {
            PtNDArray copy = compute.device().equals("cpu")
                    ? (PtNDArray) view.duplicate()
                    : view.toDevice(compute.engineDevice(), true);
            copy.attach(manager);
            return new Tensor(copy);
        }
    }

    private static ByteBuffer staging(int count, int width) {
        long bytes = (long) count * width;
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("values must fit into 2 GB, got " + bytes + " bytes");
        }
        if (bytes > (1 << 26)) {
            return direct((int) bytes); // too large to hold on to
        }
        ByteBuffer buffer = STAGING.get();
        if (buffer.capacity() < bytes) {
            buffer = direct((int) Math.max(bytes, 2L * buffer.capacity()));
            STAGING.set(buffer);
        }
        return buffer.clear().slice(0, (int) Math.max(bytes, 1)).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Frees every tensor of this scope. Scopes of a thread must be closed in the reverse order of opening. */
    @Override
    public void close() {
        if (attached) {
            if (INNERMOST.get() != this) {
                throw new IllegalStateException("scopes must be closed innermost first, by the thread that opened them");
            }
            if (outer == null) {
                INNERMOST.remove();
            } else {
                INNERMOST.set(outer);
            }
        }
        manager.close();
    }
}
