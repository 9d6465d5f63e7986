package dev.trivium.nn.average;

/** Averaged weights are in the model while this is open; closing it puts the raw weights back, bit for bit. */
public final class Swap implements AutoCloseable {

    private final Runnable putBack;
    private boolean closed;

    Swap(Runnable putBack) {
        this.putBack = putBack;
    }

    /** Puts the raw weights back. Closing twice does nothing more. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            putBack.run();
        }
    }
}
