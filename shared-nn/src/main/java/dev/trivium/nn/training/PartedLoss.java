package dev.trivium.nn.training;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * The loss of a batch that is computed in parts, one after the other, so that the memory and the cache of one part are enough. The gradients of all
 * parts but the last are carried over into the last one's loss, which has the value and the gradient of the whole: ⟨p, g⟩ − ⟨p, g⟩ is 0 and has the
 * gradient g.
 */
public final class PartedLoss {

    private static final Script SCRIPT = new Script("PartedLoss", """
            def carried(self, loss: Tensor, parameters: List[Tensor], gradients: List[Tensor], earlier: float) -> Tensor:
              total = torch.add(loss, earlier)
              for i in range(torch.len(parameters)):
                product = torch.sum(torch.mul(parameters[i], gradients[i]))
                total = torch.add(total, torch.sub(product, torch.detach(product)))
              return total
            """);

    private PartedLoss() {}

    /** The loss of some items of a batch: its share of the whole batch's. */
    @FunctionalInterface
    public interface Part {

        /**
         * {@return the share of items {@code [from, to)}, one element}
         *
         * @param scope for the part's tensors
         */
        Tensor loss(Scope scope, int from, int to);
    }

    /**
     * Computes the loss of a batch; to be called by {@link Trainable#loss}, whose tape is open.
     *
     * @param parameters those that learn; their collected gradients are overwritten
     * @param scope of the batch
     * @param count items of the batch
     * @param size most items of a part, at least 1
     * @param part computes a part; the parts are asked for in order
     * @return the sum over all parts
     */
    public static Tensor of(Parameters parameters, Scope scope, int count, int size, Part part) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, got " + size);
        }
        if (count <= size) {
            return part.loss(scope, 0, count);
        }
        List<Tensor> trained = parameters.trainable().stream().map(parameters::get).toList();
        trained.forEach(Tensor::zeroGradient);
        double earlier = 0;
        int from = 0;
        for (; from + size < count; from += size) {
            try (Scope inner = Scope.open(parameters.compute()); Tape tape = Tape.record()) {
                Tensor loss = part.loss(inner, from, from + size);
                earlier += loss.item();
                tape.backward(loss);
            }
        }
        Tensor last = part.loss(scope, from, count);
        return SCRIPT.call("carried", last, trained, trained.stream().map(Tensor::gradient).toList(), earlier);
    }
}
