package dev.trivium.nn.training.log;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.util.ArrayList;
import java.util.List;

/** Keeps the epochs of trainings, one curve for each. */
public final class TrainingHistory {

    /**
     * One training.
     *
     * @param name   of the model, with what tells its trainings apart
     * @param start  what was about to run
     * @param epochs that ran in this process, in order
     */
    public record Curve(String name, TrainingMonitor.Start start, List<EpochResult> epochs) {

        /** Copies the epochs. */
        public Curve {
            epochs = List.copyOf(epochs);
        }
    }

    private static final class Run {
        private final String name;
        private final TrainingMonitor.Start start;
        private final List<EpochResult> epochs = new ArrayList<>();

        Run(String name, TrainingMonitor.Start start) {
            this.name = name;
            this.start = start;
        }
    }

    private final List<Run> runs = new ArrayList<>();

    /** Starts without a training. */
    public TrainingHistory() {}

    /** {@return what watches the training of a model, or of the members of an ensemble one after another} */
    public TrainingMonitor of(String name) {
        return new TrainingMonitor() {

            private int count;

            @Override
            public void started(Start start) {
                count++;
                runs.add(new Run(count == 1 ? name : name + ", network " + count, start));
            }

            @Override
            public void finishedEpoch(EpochResult epoch) {
                runs.get(runs.size() - 1).epochs.add(epoch);
            }
        };
    }

    /** {@return the trainings that finished an epoch, in order} */
    public List<Curve> curves() {
        return runs.stream().filter(run -> !run.epochs.isEmpty()).map(run -> new Curve(run.name, run.start, run.epochs)).toList();
    }
}
