package dev.trivium.nn.training;

import dev.trivium.nn.layer.DropoutMasks;
import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** A two-layer regression with dropout on 53 made-up items: small enough to train in a test, random enough to catch a lost state. */
final class TinyRegression implements Trainable, AutoCloseable {

    private static final int INPUTS = 3;
    private static final int HIDDEN = 5;
    private static final int ITEMS = 53;

    final Parameters parameters;
    private final long seed;
    private final double[][] x = new double[ITEMS][INPUTS];
    private final double[] y = new double[ITEMS];
    private final DropoutMasks dropout;
    private final Tensor in;
    private final Tensor inBias;
    private final Tensor out;
    private final Tensor outBias;
    /** Item whose target is made NaN; none if negative. */
    int poisoned = -1;
    /** Whether it gives its gradients itself. */
    boolean knowing;
    /** What learns; all alike if none. */
    List<ParameterGroup> groups = List.of();

    TinyRegression(long seed) {
        this.seed = seed;
        Random random = new Random(11);
        for (int i = 0; i < ITEMS; i++) {
            for (int j = 0; j < INPUTS; j++) {
                x[i][j] = random.nextGaussian();
            }
            y[i] = Math.sin(x[i][0]) + x[i][1] * x[i][2] + 0.1 * random.nextGaussian();
        }
        parameters = Parameters.create(Compute.cpu(), seed);
        in = parameters.add("in.weight", Initial.fanIn(INPUTS), HIDDEN, INPUTS);
        inBias = parameters.add("in.bias", Initial.fanIn(INPUTS), HIDDEN);
        out = parameters.add("out.weight", Initial.fanIn(HIDDEN), 1, HIDDEN);
        outBias = parameters.add("out.bias", Initial.fanIn(HIDDEN), 1);
        dropout = new DropoutMasks(0.2, seed);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public List<ParameterGroup> groups() {
        return groups;
    }

    @Override
    public int items() {
        return 40;
    }

    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        List<Tensor> masks = dropout.forStep(step).draw(scope, new long[] {batch.length, HIDDEN});
        Tensor hidden = inputs(scope, batch).linear(in, inBias).tanh().mul(masks.get(0));
        return hidden.linear(out, outBias).sub(targets(scope, batch)).square().mean();
    }

    @Override
    public Optional<Gradients> gradients(Scope scope, int[] batch, long step) {
        if (!knowing) {
            return Optional.empty();
        }
        Tensor loss;
        parameters.tensors().forEach(Tensor::zeroGradient);
        try (Tape tape = Tape.record()) {
            loss = loss(scope, batch, step);
            tape.backward(loss);
        }
        return Optional.of(new Gradients(loss.item(), parameters.trainable().stream()
                .collect(Collectors.toMap(name -> name, name -> parameters.get(name).gradient()))));
    }

    private Tensor inputs(Scope scope, int[] batch) {
        double[] values = new double[batch.length * INPUTS];
        for (int b = 0; b < batch.length; b++) {
            System.arraycopy(x[batch[b]], 0, values, b * INPUTS, INPUTS);
        }
        return scope.tensor(values, batch.length, INPUTS);
    }

    private Tensor targets(Scope scope, int[] batch) {
        double[] values = new double[batch.length];
        for (int b = 0; b < batch.length; b++) {
            values[b] = batch[b] == poisoned ? Double.NaN : y[batch[b]];
        }
        return scope.tensor(values, batch.length, 1);
    }

    @Override
    public double validate() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            int[] rest = new int[ITEMS - items()];
            java.util.Arrays.setAll(rest, i -> items() + i);
            return inputs(scope, rest).linear(in, inBias).tanh().linear(out, outBias).sub(targets(scope, rest)).square().mean().item();
        }
    }

    @Override
    public Map<String, Object> identity() {
        return Map.of("model", "tiny", "seed", seed);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
