package dev.trivium.nn.graph;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Segments;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;

/**
 * An attentive readout of whole sets that does not depend on the order of their elements (Vinyals, Bengio and Kudlur 2016, eq. 3 to 7):
 * (tokens, D) → (sets, 2D).
 *
 * <pre>
 * q* = 0, (h, c) = 0; then, for a number of steps:
 *   (h, c) = LSTM(q*, (h, c))                   a cell with input 2D and state D; gates i, f, g, o
 *   α_v    = softmax over the set's v of x_v · h
 *   q*     = [h; Σ_v α_v x_v]
 * </pre>
 *
 * <p>Parameters: those of PyTorch's LSTM, {@code weight_ih} (4D, 2D), {@code weight_hh} (4D, D), {@code bias_ih} and {@code bias_hh}
 * (4D), uniform on ±1/√D at first.
 *
 * <p>The half of q* that is h meets the cell twice, as input and as state, so their weights are added before the product. The first
 * step starts from zeros alone and is computed once for all sets.
 */
public final class Set2Set {

    private static final Script SCRIPT = new Script("Set2Set", TokenLinear.FUNCTIONS + """
            def cell(self, gates: Tensor, c: List[Tensor]) -> List[Tensor]:
              i, f, g, o, = torch.chunk(gates, 4, 1)
              c1 = torch.mul(torch.sigmoid(i), torch.tanh(g))
              if torch.len(c) > 0:
                c1 = torch.addcmul(c1, torch.sigmoid(f), c[0])
              return [torch.mul(torch.sigmoid(o), torch.tanh(c1)), c1]
            # softmax over each set, for scores (tokens)
            def weights(self, scores: Tensor, owner: Tensor, sets: int) -> Tensor:
              low = torch.new_full(scores, [sets], -1e+300 if ops.prim.dtype(scores) == 7 else -1e+38)
              top = torch.scatter_reduce(low, 0, owner, torch.detach(scores), "amax")
              e = torch.exp(torch.sub(scores, torch.index_select(top, 0, owner)))
              total = torch.index_add(torch.new_zeros(scores, [sets]), 0, owner, e)
              return torch.div(e, torch.index_select(total, 0, owner))
            def read(self, x: Tensor, scores: Tensor, owner: Tensor, sets: int) -> Tensor:
              a = self.weights(scores, owner, sets)
              return torch.index_add(torch.new_zeros(x, [sets, torch.size(x, 1)]), 0, owner, torch.mul(x, torch.unsqueeze(a, 1)))
            def forward_all(self, x: Tensor, owner: Tensor, sets: int, steps: int, ih: Tensor, hh: Tensor, b_ih: Tensor, b_hh: Tensor) -> Tensor:
              d = torch.size(x, 1)
              bias = torch.add(b_ih, b_hh)
              by_h, by_reading, = torch.unbind(torch.unflatten(ih, 1, [2, d]), 1)
              by_state = torch.add(by_h, hh)
              by_reading = torch.contiguous(by_reading)
              hc = self.cell(torch.unsqueeze(bias, 0), [])
              reading = self.read(x, torch.mv(x, torch.select(hc[0], 0, 0)), owner, sets)
              for step in range(1, steps):
                if step == 1:
                  gates = self.packed_linear(reading, by_reading, torch.add(torch.mv(by_state, torch.select(hc[0], 0, 0)), bias))
                else:
                  gates = torch.add(self.packed_linear(hc[0], by_state, bias), self.packed_linear(reading, by_reading, None))
                hc = self.cell(gates, [hc[1]])
                reading = self.read(x, torch.sum(torch.mul(x, torch.index_select(hc[0], 0, owner)), [1]), owner, sets)
              return torch.cat([torch.expand(hc[0], [sets, d]), reading], 1)
            """);

    private final int width;
    private final int steps;
    private final Tensor inputWeight;
    private final Tensor stateWeight;
    private final Tensor inputBias;
    private final Tensor stateBias;

    /**
     * Adds the layer's parameters to a store.
     *
     * @param width D
     * @param steps how often the set is read, at least 1
     */
    public Set2Set(int width, int steps, Parameters parameters) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, got " + width);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, got " + steps);
        }
        this.width = width;
        this.steps = steps;
        Initial initial = Initial.fanIn(width);
        inputWeight = parameters.add("weight_ih", initial, 4L * width, 2L * width);
        stateWeight = parameters.add("weight_hh", initial, 4L * width, width);
        inputBias = parameters.add("bias_ih", initial, 4L * width);
        stateBias = parameters.add("bias_hh", initial, 4L * width);
    }

    /** {@return q* after the last step, (sets, 2D), for elements x (tokens, D)} */
    public Tensor forward(Tensor x, Segments sets) {
        int tokens = sets.packing().tokens();
        if (x.shape().length != 2 || x.size(0) != tokens || x.size(1) != width) {
            throw new IllegalArgumentException("x must have shape (tokens=" + tokens + ", D=" + width + "), got " + x.shapeText());
        }
        return SCRIPT.call("forward_all", x, sets.owner(), sets.packing().sequences(), steps, inputWeight, stateWeight, inputBias, stateBias);
    }
}
