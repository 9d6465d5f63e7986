package dev.trivium.nn.training.log;

import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.util.List;

/** Several monitors of one training, told in order; any of them may cancel it or end it. */
public final class Monitors implements TrainingMonitor {

    private final List<TrainingMonitor> all;

    private Monitors(List<TrainingMonitor> all) {
        this.all = all;
    }

    /** {@return one monitor that stands for all of these} */
    public static TrainingMonitor of(List<TrainingMonitor> monitors) {
        return monitors.size() == 1 ? monitors.get(0) : new Monitors(List.copyOf(monitors));
    }

    @Override
    public void started(Start start) {
        all.forEach(each -> each.started(start));
    }

    @Override
    public void stepped(Progress progress) {
        all.forEach(each -> each.stepped(progress));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        all.forEach(each -> each.finishedEpoch(epoch));
    }

    @Override
    public void saving(WriteObserver.Stage stage, long bytes) throws IOException {
        for (TrainingMonitor each : all) {
            each.saving(stage, bytes);
        }
    }

    @Override
    public boolean cancelled() {
        return all.stream().anyMatch(TrainingMonitor::cancelled);
    }

    @Override
    public boolean enough() {
        return all.stream().anyMatch(TrainingMonitor::enough);
    }
}
