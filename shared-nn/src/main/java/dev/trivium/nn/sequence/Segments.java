package dev.trivium.nn.sequence;

import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * Sums, maxima and softmaxes over the tokens of each sequence of a {@link Packing}.
 *
 * <p>Holds index tensors of the scope in which it was made, and can be used as long as that scope is open. Gradients flow through all
 * results but {@link #winners}.
 */
public final class Segments {

    private static final Script SCRIPT = new Script("Segments", """
            def total(self, x: Tensor, lengths: Tensor) -> Tensor:
              return torch.segment_reduce(x, "sum", lengths=lengths, unsafe=True, initial=0)
            def winners(self, x: Tensor, lengths: Tensor, owner: Tensor) -> Tensor:
              y = torch.detach(x)
              best = torch.index_select(torch.segment_reduce(y, "max", lengths=lengths, unsafe=True), 0, owner)
              wins = torch.bitwise_or(torch.eq(y, best), torch.ne(y, y))
              rows = torch.arange(torch.size(x, 0), dtype=4, device=ops.prim.device(x)).unsqueeze(1)
              candidates = torch.where(wins, rows, torch.size(x, 0))
              first = torch.full([torch.size(lengths, 0), torch.size(x, 1)], torch.size(x, 0), dtype=4, device=ops.prim.device(x))
              return torch.scatter_reduce(first, 0, owner.unsqueeze(1).expand_as(candidates), candidates, "amin")
            # winners serve the gradient only
            def maxima(self, x: Tensor, lengths: Tensor, owner: Tensor) -> Tensor:
              if ops.prim.requires_grad(x):
                return torch.gather(x, 0, self.winners(x, lengths, owner))
              else:
                return torch.segment_reduce(x, "max", lengths=lengths, unsafe=True)
            def largest(self, x: Tensor, winners: Tensor) -> Tensor:
              return torch.gather(x, 0, winners)
            def softmax(self, x: Tensor, lengths: Tensor, owner: Tensor) -> Tensor:
              best = torch.segment_reduce(torch.detach(x), "max", lengths=lengths, unsafe=True)
              e = torch.exp(torch.sub(x, torch.index_select(best, 0, owner)))
              sums = torch.segment_reduce(e, "sum", lengths=lengths, unsafe=True, initial=0)
              return torch.div(e, torch.index_select(sums, 0, owner))
            def spread(self, y: Tensor, owner: Tensor) -> Tensor:
              return torch.index_select(y, 0, owner)
            """);

    private final Packing packing;
    private final Tensor lengths;
    private final Tensor owner;

    /** Prepares the indices of a packing, in a scope. */
    public Segments(Scope scope, Packing packing) {
        this.packing = packing;
        lengths = scope.indices(Arrays.stream(packing.lengths()).asLongStream().toArray(), packing.sequences());
        owner = scope.indices(Arrays.stream(packing.owner()).asLongStream().toArray(), packing.tokens());
    }

    /** {@return the packing that this was made for} */
    public Packing packing() {
        return packing;
    }

    /** {@return the number of the sequence that each token belongs to, (tokens), integers; for scripts that fuse several steps} */
    public Tensor owner() {
        return owner;
    }

    /** {@return the sum over each sequence's tokens: (tokens, D) → (sequences, D)} */
    public Tensor sum(Tensor x) {
        check("x", x, "tokens", packing.tokens());
        return SCRIPT.call("total", x, lengths);
    }

    /** {@return the largest value of each sequence's tokens, channel by channel: (tokens, D) → (sequences, D); the gradient goes to the winner} */
    public Tensor max(Tensor x) {
        check("x", x, "tokens", packing.tokens());
        return SCRIPT.call("maxima", x, lengths, owner);
    }

    /** {@return what {@link #max(Tensor)} gives, for winners that were computed before} */
    public Tensor max(Tensor x, Tensor winners) {
        check("x", x, "tokens", packing.tokens());
        check("winners", winners, "sequences", packing.sequences());
        return SCRIPT.call("largest", x, winners);
    }

    /**
     * Finds the rows of the largest values: (tokens, D) → (sequences, D), integers. Of equal values the first wins; NaN beats all.
     */
    public Tensor winners(Tensor x) {
        check("x", x, "tokens", packing.tokens());
        return SCRIPT.call("winners", x, lengths, owner);
    }

    /** {@return exp normalised to sum to one over each sequence's tokens, channel by channel: (tokens, D) → (tokens, D)} */
    public Tensor softmax(Tensor x) {
        check("x", x, "tokens", packing.tokens());
        return SCRIPT.call("softmax", x, lengths, owner);
    }

    /** {@return to each token the row of its sequence: (sequences, D) → (tokens, D)} */
    public Tensor spread(Tensor y) {
        check("y", y, "sequences", packing.sequences());
        return SCRIPT.call("spread", y, owner);
    }

    private static void check(String name, Tensor x, String axis, int size) {
        if (x.shape().length != 2 || x.size(0) != size) {
            throw new IllegalArgumentException(name + " must have shape (" + axis + "=" + size + ", D), got " + x.shapeText());
        }
    }
}
