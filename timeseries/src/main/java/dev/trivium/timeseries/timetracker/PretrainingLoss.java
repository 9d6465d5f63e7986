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

    private static final double MEAN_LIMIT = 6;

    private static final Script SCRIPT = new Script("TimeTrackerLoss", """
            # p: (B, N, (1 + Q) P), y: (B, N, P) -> (B, N, P)
            def points(self, p: Tensor, y: Tensor, levels: List[float], mean_weight: float, limit: float) -> Tensor:
              parts = annotate(List[Tensor], [])
              for i in range(torch.len(levels)):
                parts.append(torch.full([1, 1], levels[i], dtype=7))
              q = torch.type_as(torch.cat(parts), p)
              heads = torch.unflatten(p, 2, [torch.len(levels) + 1, torch.size(y, 2)])
              e = torch.sub(torch.unsqueeze(y, 2), torch.narrow(heads, 2, 1, torch.len(levels)))
              pinball = torch.mean(torch.maximum(torch.mul(e, q), torch.mul(e, torch.sub(q, 1))), [2])
              square = torch.square(torch.sub(torch.clamp(y, -limit, limit), torch.select(heads, 2, 0)))
              return torch.add(torch.mul(pinball, 2), torch.mul(square, mean_weight))
            def loss(self, p: Tensor, y: Tensor, w: Tensor, levels: List[float], mean_weight: float, limit: float) -> Tensor:
              return torch.sum(torch.mul(self.points(p, y, levels, mean_weight, limit), w))
            # sums and weights of tokens whose patch was seen and of those whose was masked; far: (B, N)
            def split(self, p: Tensor, y: Tensor, w: Tensor, far: Tensor, levels: List[float], mean_weight: float,
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
        return SCRIPT.call("loss", tokens(predictions), targets(batch, scope), weights(batch, scope), levels, meanWeight, MEAN_LIMIT);
    }

    /** {@return sum and weight of next patches, then of masked ones; the weights add up to 1} */
    double[] split(Tensor predictions, PretrainingBatch batch, Scope scope) {
        Tensor far = scope.tensor(batch.far(), batch.size(), batch.far().length / batch.size());
        return SCRIPT.call("split", tokens(predictions), targets(batch, scope), weights(batch, scope), far, levels, meanWeight, MEAN_LIMIT)
                .toDoubles();
    }

    /** (B, 1, N, …) to (B, N, …). */
    private static Tensor tokens(Tensor predictions) {
        return predictions.reshape(predictions.size(0), predictions.size(2), predictions.size(3));
    }

    private static Tensor targets(PretrainingBatch batch, Scope scope) {
        return scope.tensor(batch.targets(), shape(batch));
    }

    /** Draws weigh the same, whatever the number of their points and, above 1, their spread. */
    private static Tensor weights(PretrainingBatch batch, Scope scope) {
        return scope.tensor(batch.weights(), shape(batch)).scale(1.0 / Math.max(1, batch.supervisedDraws()));
    }

    private static long[] shape(PretrainingBatch batch) {
        long patches = batch.far().length / batch.size();
        return new long[] {batch.size(), patches, batch.targets().length / (batch.size() * patches)};
    }
}
