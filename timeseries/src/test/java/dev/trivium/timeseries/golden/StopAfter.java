package dev.trivium.timeseries.golden;

import dev.trivium.nn.training.TrainingMonitor;

/** Stops a run in its second epoch. */
final class StopAfter implements TrainingMonitor {

    private final int steps;
    private int done;

    StopAfter(int steps) {
        this.steps = steps;
    }

    @Override
    public void stepped(Progress progress) {
        done++;
    }

    @Override
    public boolean cancelled() {
        return done >= steps;
    }
}
