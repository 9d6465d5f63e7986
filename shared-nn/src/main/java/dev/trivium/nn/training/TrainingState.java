package dev.trivium.nn.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a run is, between two steps: all that a checkpoint holds besides parameters and moments. */
final class TrainingState {

    /** Epochs finished. */
    int epoch;
    /** Batches finished in the current epoch. */
    int batch;
    /** Sum of item losses in the current epoch. */
    double lossSum;
    /** Items seen in the current epoch. */
    long seen;
    /** Epochs since the best one. */
    int worse;
    int bestEpoch;
    double bestScore = Double.POSITIVE_INFINITY;
    @Nullable Map<String, float[]> best;
    final List<EpochResult> history = new ArrayList<>();
    private final TrainingPlan.Tie tie;

    TrainingState(TrainingPlan.Tie tie) {
        this.tie = tie;
    }

    boolean finished(TrainingPlan plan) {
        return epoch >= plan.epochs() || worse >= plan.patience();
    }

    double meanLoss() {
        return lossSum / seen;
    }

    /** Ends an epoch. {@return its result} */
    EpochResult finishEpoch(double score, double rate, double seconds) {
        boolean improved = score < bestScore || (score == bestScore && tie == TrainingPlan.Tie.LAST);
        worse = improved ? 0 : worse + 1;
        epoch++;
        if (improved) {
            bestEpoch = epoch;
            bestScore = score;
        }
        EpochResult result = new EpochResult(epoch, meanLoss(), score, improved, rate, seconds);
        history.add(result);
        batch = 0;
        lossSum = 0;
        seen = 0;
        return result;
    }
}
