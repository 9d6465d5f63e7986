package dev.trivium.cli.search;

import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;

/** Writes a line per epoch into the log of a trial, and ends the process's part of the training where the rung ends. */
public final class TrialMonitor implements TrainingMonitor {

    private final FitProgress log;
    private final int until;
    private int epoch;

    /**
     * @param log where epochs are told
     * @param until the last epoch for now; 0 for all
     */
    public TrialMonitor(FitProgress log, int until) {
        this.log = log;
        this.until = until;
    }

    @Override
    public void started(Start start) {
        epoch = start.resumedAtEpoch() - 1;
        log.started(start);
    }

    @Override
    public void finishedEpoch(EpochResult result) {
        epoch = result.epoch();
        log.finishedEpoch(result);
    }

    @Override
    public boolean cancelled() {
        return log.cancelled();
    }

    @Override
    public boolean enough() {
        return until > 0 && epoch >= until;
    }
}
