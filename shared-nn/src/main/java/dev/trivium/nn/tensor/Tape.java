package dev.trivium.nn.tensor;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Records operations for reverse-mode differentiation on the calling thread while it is open.
 *
 * <p>Unlike the engine's own collector, of which there may be one in a process, every thread can have its own.
 */
public final class Tape implements AutoCloseable {

    private final boolean before;

    private Tape() {
        before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
    }

    /** Starts recording. */
    public static Tape record() {
        NativeRuntime.prepareThread();
        return new Tape();
    }

    /** {@return whether the calling thread has a tape open} */
    public static boolean recording() {
        NativeRuntime.prepareThread();
        return JniUtils.isGradMode();
    }

    /**
     * Adds the gradient of a scalar to every parameter it depends on, and frees the recorded graph.
     *
     * @param loss a tensor with one element
     */
    public void backward(Tensor loss) {
        if (loss.count() != 1) {
            throw new IllegalArgumentException("loss must be a single number, got shape " + loss.array.getShape());
        }
        try (PtNDArray one = (PtNDArray) loss.array.onesLike()) {
            JniUtils.backward(loss.array, one, false, false);
        }
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
