package dev.trivium.imputation.fgatt;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * From when an imputer is made until it is closed. Any number of threads may use it at once; closing waits until the uses that have begun
 * are over, so that native memory is never freed under one, and later uses are refused.
 */
final class Lifetime {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** What is done with an open imputer. */
    @FunctionalInterface
    interface Use<T, E extends Exception> {
        T run() throws E;
    }

    /** {@return what the use returns} */
    <T, E extends Exception> T during(Use<T, E> use) throws E {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("imputer must be open, got one that was closed");
            }
            return use.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Ends it; the first time, what it held is freed. */
    void end(Runnable free) {
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
