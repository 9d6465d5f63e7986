package dev.trivium.timeseries.timetracker;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Draws the batch of the next step on a thread of its own while the current step computes; which draws a step gets is unaffected. */
final class DrawAhead implements AutoCloseable {

    private final PretrainingDraws draws;
    private final int batch;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pre-training draws");
        thread.setDaemon(true);
        return thread;
    });
    private long aheadStep = -1;
    private @Nullable Future<PretrainingBatch> ahead;

    DrawAhead(PretrainingDraws draws, int batch) {
        this.draws = draws;
        this.batch = batch;
    }

    /** {@return the draws of a step: numbers step · batch and on} Called by one thread. */
    PretrainingBatch step(long step) {
        PretrainingBatch now = ahead != null && aheadStep == step ? finished(ahead) : draws.batch(step * batch, batch);
        aheadStep = step + 1;
        ahead = executor.submit(() -> draws.batch((step + 1) * batch, batch));
        return now;
    }

    private static PretrainingBatch finished(Future<PretrainingBatch> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true; // a run is ended by its monitor, between steps
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("drawing the next batch failed", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
