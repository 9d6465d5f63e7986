package dev.trivium.imputation.fgatt;

import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.nn.layer.DropoutMasks;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.PartedLoss;
import dev.trivium.nn.training.Trainable;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Joins network and series to the training loop.
 *
 * <p>Windows and what is hidden in them follow from the seed, the step and the place in the batch alone. The loss is the mean absolute error
 * of standardised values over the hidden ones, and β times that over the visible ones; what is missing in the data counts in neither.
 */
final class FgattTrainable implements Trainable {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** Numbers in the state h of a part: 1.3 MB. Measured. */
    static final long CACHED = 320_000;

    private static final Script SCRIPT = new Script("FgattLoss", """
            def weighted(self, estimate: Tensor, target: Tensor, weight: Tensor) -> Tensor:
              return torch.sum(torch.mul(torch.abs(torch.sub(estimate, target)), weight))
            """);

    private final Parameters parameters;
    private final FgattNetwork network;
    private final FgattSpec spec;
    private final NodeSeries train;
    private final int[] windows;
    private final HeldOutWindows validation;
    private final @Nullable GraphBuilder graphs;
    private final long seed;
    private final HiddenCells hidden;
    private final DropoutMasks dropout;
    private final Map<String, Object> identity;
    private final long cached;

    /**
     * @param train rows up to the last training row
     * @param windows first rows of all training windows
     * @param cached numbers in the state h of a part of a batch
     */
    FgattTrainable(Parameters parameters, FgattNetwork network, FgattSpec spec, NodeSeries train, int[] windows,
            HeldOutWindows validation, @Nullable GraphBuilder graphs, long seed, Map<String, Object> identity,
            long cached) {
        this.parameters = parameters;
        this.network = network;
        this.spec = spec;
        this.train = train;
        this.windows = windows.clone();
        this.validation = validation;
        this.graphs = graphs;
        this.seed = seed;
        this.identity = identity;
        this.cached = cached;
        hidden = new HiddenCells(spec.hiding(), spec.architecture().window(), train.nodes(), train.channels());
        dropout = new DropoutMasks(spec.architecture().dropout(), seed);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public int items() {
        return spec.recipe().batch() * spec.recipe().steps();
    }

    /**
     * A batch is computed in parts that fit into a processor's cache.
     */
    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        int count = batch.length;
        int[] starts = new int[count];
        boolean[][] cells = new boolean[count][];
        LossWeights weights = new LossWeights(count, spec.architecture().window(), train, spec.recipe().visible());
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed + step * SPREAD).nextLong());
        for (int b = 0; b < count; b++) {
            starts[b] = windows[random.nextInt(windows.length)];
            cells[b] = hidden.draw(random);
            weights.put(b, starts[b], cells[b]);
        }
        DropoutMasks.Step masks = dropout.forStep(step);
        return PartedLoss.of(parameters, scope, count, part(count), (inner, from, to) -> loss(inner, starts, cells, from, to, weights, masks));
    }

    private int part(int count) {
        long window = (long) train.nodes() * spec.architecture().window() * spec.architecture().width();
        return (int) Math.max(1, Math.min(count, cached / window));
    }

    private Tensor loss(Scope scope, int[] starts, boolean[][] cells, int from, int to, LossWeights weights, DropoutMasks.Step masks) {
        WindowInputs inputs = new WindowInputs(spec.architecture(), to - from, train.nodes(), train.channels(), graphs);
        for (int b = from; b < to; b++) {
            inputs.put(b - from, train, starts[b], cells[b]);
        }
        WindowInputs.Tensors in = inputs.tensors(scope);
        List<Tensor> drawn = masks.draw(scope, network.masks(to - from, in.neighbours()));
        return loss(network.forward(in, drawn), weights, from, to, scope);
    }

    static Tensor loss(Tensor estimates, LossWeights weights, int from, int to, Scope scope) {
        return SCRIPT.call("weighted", estimates, weights.targets(scope, from, to), weights.weights(scope, from, to));
    }

    @Override
    public double validate() {
        return validation.score(network, parameters, graphs);
    }

    @Override
    public Map<String, Object> identity() {
        return identity;
    }
}
