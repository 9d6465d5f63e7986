package dev.trivium.nn.loss;

import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A loss whose forward and backward pass are one native function each. */
record KernelLoss(String function, Layout layout, List<Object> settings) implements Loss {

    /**
     * How the shapes of prediction and target belong together.
     *
     * @param axis name of the prediction's last axis, which the target lacks; empty if the shapes are equal
     */
    record Layout(String axis, int size) {
        static final Layout EQUAL = new Layout("", 0);
    }

    /** A missing element is replaced before anything is computed from it: its gradient is then 0, and not 0 times NaN. */
    static final Script SCRIPT = new Script("Losses", """
            def error(self, p: Tensor, y: Tensor, mask: List[Tensor]) -> Tensor:
              e = torch.sub(y, p)
              if torch.len(mask) > 0:
                e = torch.where(torch.ne(mask[0], 0), e, 0.)
              return e
            def mean_of(self, losses: Tensor, mask: List[Tensor]) -> Tensor:
              if torch.len(mask) > 0:
                mean = torch.div(torch.sum(losses), torch.clamp_min(torch.sum(torch.ne(mask[0], 0)), 1))
              else:
                mean = torch.mean(losses)
              return mean
            def squared(self, p: Tensor, y: Tensor, mask: List[Tensor]) -> Tensor:
              return self.mean_of(torch.square(self.error(p, y, mask)), mask)
            def absolute(self, p: Tensor, y: Tensor, mask: List[Tensor]) -> Tensor:
              return self.mean_of(torch.abs(self.error(p, y, mask)), mask)
            def huber(self, p: Tensor, y: Tensor, mask: List[Tensor], delta: float) -> Tensor:
              size = torch.abs(self.error(p, y, mask))
              inner = torch.clamp_max(size, delta)
              return self.mean_of(torch.mul(inner, torch.sub(size, torch.mul(inner, 0.5))), mask)
            def pinball(self, p: Tensor, y: Tensor, mask: List[Tensor], levels: List[float]) -> Tensor:
              parts = annotate(List[Tensor], [])
              for i in range(torch.len(levels)):
                parts.append(torch.full([1], levels[i], dtype=7)) # torch.tensor would round to 32 bits
              q = torch.type_as(torch.cat(parts), p)
              masks = annotate(List[Tensor], [])
              if torch.len(mask) > 0:
                masks.append(torch.unsqueeze(mask[0], -1))
              e = self.error(p, torch.unsqueeze(y, -1), masks)
              return self.mean_of(torch.mean(torch.maximum(torch.mul(q, e), torch.mul(torch.sub(q, 1), e)), [-1]), mask)
            def binary_cross_entropy(self, p: Tensor, y: Tensor, mask: List[Tensor]) -> Tensor:
              if torch.len(mask) > 0:
                seen = torch.ne(mask[0], 0)
                losses = torch.binary_cross_entropy_with_logits(torch.where(seen, p, 0.), torch.where(seen, y, 0.), None, None, 0)
                losses = torch.where(seen, losses, 0.)
              else:
                losses = torch.binary_cross_entropy_with_logits(p, y, None, None, 0)
              return self.mean_of(losses, mask)
            def cross_entropy(self, p: Tensor, y: Tensor, mask: List[Tensor]) -> Tensor:
              logits = p
              classes = y
              if torch.len(mask) > 0:
                seen = torch.ne(mask[0], 0)
                logits = torch.where(torch.unsqueeze(seen, -1), p, 0.)
                classes = torch.where(seen, y, 0)
              chosen = torch.squeeze(torch.gather(torch.log_softmax(logits, -1), -1, torch.unsqueeze(classes, -1)), -1)
              losses = torch.neg(chosen)
              if torch.len(mask) > 0:
                losses = torch.where(torch.ne(mask[0], 0), losses, 0.)
              return self.mean_of(losses, mask)
            """);

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return of(prediction, target, List.of());
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target, Tensor mask) {
        if (!Arrays.equals(mask.shape(), target.shape())) {
            throw new IllegalArgumentException(
                    "mask must have the target's shape " + target.shapeText() + ", got " + mask.shapeText());
        }
        return of(prediction, target, List.of(mask));
    }

    private Tensor of(Tensor prediction, Tensor target, List<Tensor> mask) {
        check(prediction, target);
        List<Object> arguments = new ArrayList<>(List.of(prediction, target, mask));
        arguments.addAll(settings);
        return SCRIPT.call(function, arguments.toArray());
    }

    /** Broadcasting would compare every prediction with every target, and train on it. */
    private void check(Tensor prediction, Tensor target) {
        long[] expected = target.shape();
        if (layout.size() > 0) {
            expected = Arrays.copyOf(expected, expected.length + 1);
            expected[expected.length - 1] = layout.size();
        }
        if (!Arrays.equals(expected, prediction.shape())) {
            throw new IllegalArgumentException(layout.size() > 0
                    ? "prediction must have the shape of the target " + target.shapeText() + " and " + layout.axis() + "=" + layout.size()
                            + ", got " + prediction.shapeText()
                    : "prediction must have the target's shape " + target.shapeText() + ", got " + prediction.shapeText());
        }
    }
}
