package dev.trivium.nn.training;

import java.util.List;

/**
 * How a run ended.
 *
 * @param epochs every epoch, in order
 * @param bestEpoch the one whose parameters the model now has, from 1
 * @param bestScore its validation score
 */
public record TrainingOutcome(List<EpochResult> epochs, int bestEpoch, double bestScore) {

    /** Copies the list. */
    public TrainingOutcome {
        epochs = List.copyOf(epochs);
    }

    /** {@return seconds of training and validation, over all processes that took part} */
    public double seconds() {
        return epochs.stream().mapToDouble(EpochResult::seconds).sum();
    }
}
