package dev.trivium.nn.parameter;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * From when a model is made until it is closed. Any number of threads may use it at once; closing waits until the uses that have begun
 * are over, so that native memory is never freed under one, and later uses are refused.
 */
public final class Lifetime {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final String what;
    private boolean closed;

    /** @param what is used, for the message of a refusal, such as {@code forecaster} */
    public Lifetime(String what) {
        this.what = what;
    }

    /**
     * What is done with an open model.
     *
     * @param <T> what it returns
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Use<T, E extends Exception> {

        /** {@return the result} */
        T run() throws E;
    }

    /**
     * {@return what the use returns}
     *
     * @param <T> what it returns
     * @param <E> what it may throw
     * @throws IllegalStateException if the model was closed
     */
    public <T, E extends Exception> T during(Use<T, E> use) throws E {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(what + " must be open, got one that was closed");
            }
            return use.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends it; the first time, what it held is freed. */
    public void end(Runnable free) {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free.run();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
