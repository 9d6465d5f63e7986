package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/** The loss of fine-tuning: see {@link FineTuning}. Errors of normalised values are multiplied by the look-back's spread first. */
final class TuningLoss {

    private static final Script SCRIPT = new Script("TimeTrackerTuningLoss", """
            # p: (S, K, (1 + Q) P), y and w: (S, K, P)
            def loss(self, p: Tensor, y: Tensor, w: Tensor, levels: List[float], square_weight: float, count: float) -> Tensor:
              parts = annotate(List[Tensor], [])
              for i in range(torch.len(levels)):
                parts.append(torch.full([1, 1], levels[i], dtype=7))
              heads = torch.unflatten(p, 2, [torch.len(levels) + 1, torch.size(y, 2)])
              error = torch.mul(torch.sub(y, torch.select(heads, 2, 0)), w)
              total = torch.mul(torch.sum(torch.square(error)), square_weight)
              if torch.len(levels) > 0:
                q = torch.type_as(torch.cat(parts), p)
                e = torch.mul(torch.sub(torch.unsqueeze(y, 2), torch.narrow(heads, 2, 1, torch.len(levels))), torch.unsqueeze(w, 2))
                pinball = torch.sum(torch.maximum(torch.mul(e, q), torch.mul(e, torch.sub(q, 1))))
                total = torch.add(total, torch.mul(pinball, 2. / torch.len(levels)))
              return torch.div(total, count)
            def square(self, p: Tensor, y: Tensor, w: Tensor) -> Tensor:
              return torch.sum(torch.square(torch.mul(torch.sub(y, torch.narrow(p, 2, 0, torch.size(y, 2))), w)))
            """);

    private final double[] levels;
    private final double squareWeight;

    TuningLoss(List<Double> levels, double squareWeight) {
        this.levels = levels.stream().mapToDouble(Double::doubleValue).toArray();
        this.squareWeight = squareWeight;
    }

    /** {@return what the batch's targets add to a mean over {@code observed} targets, from (S, K, (1 + Q) P)} */
    Tensor of(Tensor predictions, TuningBatch batch, int observed, Scope scope) {
        long[] shape = shape(predictions, batch);
        return SCRIPT.call("loss", predictions, scope.tensor(batch.targets(), shape), scope.tensor(batch.weights(), shape), levels,
                squareWeight, (double) observed);
    }

    /** {@return the sum of the mean's squared errors} */
    double square(Tensor predictions, TuningBatch batch, Scope scope) {
        long[] shape = shape(predictions, batch);
        return SCRIPT.call("square", predictions, scope.tensor(batch.targets(), shape), scope.tensor(batch.weights(), shape)).item();
    }

    private static long[] shape(Tensor predictions, TuningBatch batch) {
        long rows = predictions.size(0) * predictions.size(1);
        return new long[] {predictions.size(0), predictions.size(1), batch.targets().length / rows};
    }
}
