package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * The error of the four prediction heads, summed over heads and averaged over tasks: per head and task the mean over the batch's labelled
 * molecules of the squared error, or of the cross-entropy of logits with positives weighted. A task without a label in the batch adds
 * nothing.
 *
 * <p>Differs from the published code: there, such a task makes the loss NaN.
 */
final class TaskError {

    private static final double MOST_WEIGHT = 100;

    private static final Script SCRIPT = new Script("TaskError", """
            # p (heads, B, T), y (B, T) with NaN for missing, positive (T)
            def task_error(self, p: Tensor, y: Tensor, positive: Tensor, classify: bool) -> Tensor:
              seen = torch.eq(y, y)
              target = torch.where(seen, y, torch.zeros_like(y)).unsqueeze(0).expand_as(p)
              if classify:
                e = torch.binary_cross_entropy_with_logits(p, target, None, positive, 0)
              else:
                e = torch.square(p - target)
              e = torch.where(seen, e, torch.zeros_like(e))
              return torch.div(e.sum([0, 1]), torch.clamp_min(seen.sum([0]), 1)).mean()
            """);

    private final boolean classify;
    private final double[] positive;

    private TaskError(boolean classify, double[] positive) {
        this.classify = classify;
        this.positive = positive;
    }

    /** Prepares the error; the training labels, (molecules, tasks), give the weights of the classes. */
    static TaskError of(TaskKind kind, Objective.ClassWeights weights, int tasks, double[] labels) {
        double[] positive = new double[tasks];
        Arrays.setAll(positive, t -> weights == Objective.ClassWeights.BALANCED ? weight(LabelScale.observed(tasks, t, labels)) : 1);
        return new TaskError(kind == TaskKind.CLASSIFICATION, positive);
    }

    private static double weight(double[] labels) {
        double positives = Arrays.stream(labels).filter(y -> y == 1).count();
        return positives == 0 || positives == labels.length ? 1 : Math.min(MOST_WEIGHT, (labels.length - positives) / positives);
    }

    /** {@return the error of predictions (heads, B, T) for labels (B, T), NaN for a missing one} */
    Tensor of(Scope scope, Tensor predictions, Tensor labels) {
        return SCRIPT.call("task_error", predictions, labels, scope.tensor(positive, positive.length), classify);
    }
}
