package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * The loss of pre-training, ours: per target point {@code 2 · mean over levels of the pinball loss + w · (min(|y|, 6) sign(y) − mean)²},
 * averaged over the points of a draw, then over the draws of a batch; a draw whose targets spread by σ > 1 counts 1/σ.
 *
 * <p>The mean head learns from cut targets: one point of z = 20 would outweigh a whole draw.
 */
final class PretrainingLoss {

    static final double MEAN_LIMIT = 6;

    private static final Script SCRIPT = new Script("TimeTrackerLoss", """
            # p: (B, N, (1 + Q) P), y: (B, N, P) -> error of the mean (B, N, P), distances d = quantile - target and slopes (B, N, Q, P)
            # the pinball loss of d is its slope times d, and the slope, 1 - q above the target and -q below, is constant
            def apart(self, p: Tensor, y: Tensor, levels: Tensor, limit: float) -> List[Tensor]:
              count = torch.size(levels, 0)
              heads = torch.split_with_sizes(torch.unflatten(p, 2, [count + 1, torch.size(y, 2)]), [1, count], 2)
              d = torch.sub(heads[1], torch.unsqueeze(y, 2))
              slopes = torch.sub_(torch.type_as(torch.gt(torch.detach(d), 0), d), levels)
              return [torch.sub(torch.squeeze(heads[0], 2), torch.clamp(y, -limit, limit)), d, slopes]
            def loss(self, p: Tensor, y: Tensor, w: Tensor, levels: Tensor, mean_weight: float, limit: float) -> Tensor:
              error, d, slopes, = self.apart(p, y, levels, limit)
              own = torch.mul_(slopes, torch.unsqueeze(torch.mul(w, torch.div(2., torch.size(levels, 0))), 2))
              pinball = torch.dot(torch.flatten(d), torch.flatten(own))
              return torch.add(pinball, torch.sum(torch.mul(torch.square(error), w)), alpha=mean_weight)
            def points(self, p: Tensor, y: Tensor, levels: Tensor, mean_weight: float, limit: float) -> Tensor:
              error, d, slopes, = self.apart(p, y, levels, limit)
              return torch.add(torch.mul(torch.mean(torch.mul(d, slopes), [2]), 2), torch.square(error), alpha=mean_weight)
            # sums and weights of tokens whose patch was seen and of those whose was masked; far: (B, N)
            def split(self, p: Tensor, y: Tensor, w: Tensor, far: Tensor, levels: Tensor, mean_weight: float,
                limit: float) -> Tensor:
              cost = torch.sum(torch.mul(self.points(p, y, levels, mean_weight, limit), w), [2])
              weight = torch.sum(w, [2])
              near = torch.rsub(far, 1)
              return torch.stack([torch.sum(torch.mul(cost, near)), torch.sum(torch.mul(weight, near)),
                  torch.sum(torch.mul(cost, far)), torch.sum(torch.mul(weight, far))])
            """);

    private final double[] levels;
    private final double meanWeight;

    PretrainingLoss(List<Double> levels, double meanWeight) {
        this.levels = levels.stream().mapToDouble(Double::doubleValue).toArray();
        this.meanWeight = meanWeight;
    }

    /** {@return the mean loss of the batch's draws; 0 if none carries any} */
    Tensor of(Tensor predictions, PretrainingBatch batch, Scope scope) {
        return SCRIPT.call("loss", tokens(predictions), targets(batch, scope), weights(batch, scope), levels(scope), meanWeight, MEAN_LIMIT);
    }

    /** {@return sum and weight of next patches, then of masked ones; the weights add up to 1} */
    double[] split(Tensor predictions, PretrainingBatch batch, Scope scope) {
        Tensor far = scope.tensor(batch.far(), batch.size(), batch.far().length / batch.size());
        return SCRIPT.call("split", tokens(predictions), targets(batch, scope), weights(batch, scope), far, levels(scope), meanWeight, MEAN_LIMIT)
                .toDoubles();
    }

    /** {@return the weight of the squared error of the mean} */
    double meanWeight() {
        return meanWeight;
    }

    /** (Q, 1), to stand beside (B, N, Q, P). */
    Tensor levels(Scope scope) {
        return scope.tensor(levels, levels.length, 1);
    }

    /** (B, 1, N, …) to (B, N, …). */
    private static Tensor tokens(Tensor predictions) {
        return predictions.reshape(predictions.size(0), predictions.size(2), predictions.size(3));
    }

    static Tensor targets(PretrainingBatch batch, Scope scope) {
        return scope.tensor(batch.targets(), shape(batch));
    }

    /** Draws weigh the same, whatever the number of their points and, above 1, their spread. */
    static Tensor weights(PretrainingBatch batch, Scope scope) {
        return scope.tensor(batch.weights(), shape(batch)).scale(1.0 / Math.max(1, batch.supervisedDraws()));
    }

    private static long[] shape(PretrainingBatch batch) {
        long patches = batch.far().length / batch.size();
        return new long[] {batch.size(), patches, batch.targets().length / (batch.size() * patches)};
    }
}
