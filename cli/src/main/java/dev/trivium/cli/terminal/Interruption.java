package dev.trivium.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish to stop. While work runs that has a state to save or a file to take away, the end of the process waits
 * for it; at any other time it is immediate.
 */
public final class Interruption {

    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean held;
    private volatile Runnable tidying = () -> {};

    private Interruption() {}

    /** {@return one that nobody can make} */
    public static Interruption never() {
        return new Interruption();
    }

    /** {@return the one of this process: Ctrl-C, or being asked to end otherwise} */
    public static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::request, "interruption"));
        return interruption;
    }

    void request() {
        requested = true;
        try {
            if (held && !done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tidying.run();
        }
    }

    /** Says what the end of the process takes away, also where it does not wait for the work; one that was said before is forgotten. */
    public void tidyAtTheEnd(Runnable work) {
        tidying = work;
    }

    /** {@return whether the user wants to stop} */
    public boolean requested() {
        return requested;
    }

    /** From now on the process waits for {@link #workIsDone} before it ends. */
    public void holdOn() {
        held = true;
    }

    /** From now on the process ends at once, as there is nothing to save. */
    public void letGo() {
        held = false;
    }

    /** Lets the process end. */
    public void workIsDone() {
        done.countDown();
    }
}
