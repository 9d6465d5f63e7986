package dev.trivium.benchmarks;

import dev.trivium.nn.training.TrainingMonitor;

/** Keeps how long each training step took, from the end of the one before; the first of an epoch, before which it validated, is left out. */
final class StepClock implements TrainingMonitor {

    private final java.util.List<Double> milliseconds = new java.util.ArrayList<>();
    private long before;

    @Override
    public void stepped(Progress progress) {
        long now = System.nanoTime();
        if (progress.batch() > 1 || progress.batches() == 1) {
            milliseconds.add((now - before) / 1e6);
        }
        before = now;
    }

    Timings timings(int warmUp, int runs) {
        int first = Math.min(warmUp, Math.max(0, milliseconds.size() - 1));
        return new Timings(milliseconds.subList(first, Math.min(milliseconds.size(), first + runs)).stream().mapToDouble(m -> m).toArray());
    }
}
