package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.PartedLoss;
import dev.trivium.nn.training.Trainable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins a network and the windows of some data to the training loop. An item is a window with all its series. */
final class TuningTrainable implements Trainable {

    private static final int TOKENS = 8192;
    /** Parts of a batch draw edges of their own (the golden ratio's fraction, 2^64 wide). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final NetworkModel model;
    private final FineTuning tuning;
    private final boolean mirrored;
    private final TuningWindows train;
    private final TuningWindows validation;
    private final TuningLoss loss;
    private final List<ParameterGroup> groups;
    private final long seed;
    private final Map<String, Object> identity;

    /** @param mirrored whether the network will be asked about the mirrored series, too, as it is in validation then */
    TuningTrainable(NetworkModel model, FineTuning tuning, boolean mirrored, TuningWindows train, TuningWindows validation, List<ParameterGroup> groups,
            long seed, Map<String, Object> identity) {
        this.model = model;
        this.tuning = tuning;
        this.mirrored = mirrored;
        this.train = train;
        this.validation = validation;
        this.groups = groups;
        this.seed = seed;
        this.identity = identity;
        loss = new TuningLoss(model.settings().quantiles(), tuning.squareWeight());
    }

    @Override
    public Parameters parameters() {
        return model.parameters();
    }

    @Override
    public List<ParameterGroup> groups() {
        return groups;
    }

    @Override
    public int items() {
        return train.count();
    }

    /** A batch is computed in parts, so that its memory does not grow with the number of series. */
    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        int size = Math.min(batch.length, Math.max(1, TOKENS / (train.width() * train.tokens())));
        List<TuningBatch> parts = new ArrayList<>();
        for (int from = 0; from < batch.length; from += size) {
            parts.add(train.batch(Arrays.copyOfRange(batch, from, Math.min(batch.length, from + size))));
        }
        int observed = Math.max(1, parts.stream().mapToInt(TuningBatch::observed).sum());
        double[][] loads = new double[model.settings().layers()][model.settings().experts().experts()];
        Tensor value = PartedLoss.of(parameters(), scope, batch.length, size, (inner, from, to) -> {
            TuningBatch windows = parts.get(from / size);
            NetworkModel.Answer answer = model.answer(inner, windows.inputs().values(), train.width(), windows.inputs().patches(), train.said(),
                    Optional.of(new SeriesGraph.Step(seed + from * SPREAD, step)));
            add(answer.loads(), loads);
            return loss.of(answer.last(), windows, observed, inner);
        });
        if (tuning.gamma() > 0) {
            model.network().balance(moving(loads, scope), tuning.gamma());
        }
        return value;
    }

    private static void add(List<Tensor> counted, double[][] loads) {
        for (int i = 0; i < loads.length; i++) {
            double[] counts = counted.get(i).toDoubles();
            for (int e = 0; e < counts.length; e++) {
                loads[i][e] += counts[e];
            }
        }
    }

    /** {@return the loads, even ones for frozen layers: their balance bias stays as it is, too} */
    private List<Tensor> moving(double[][] loads, Scope scope) {
        List<Tensor> moving = new ArrayList<>();
        for (int i = 0; i < loads.length; i++) {
            String balance = "layer." + i + ".experts.balance";
            boolean frozen = tuning.frozen().stream().anyMatch(balance::startsWith);
            moving.add(scope.tensor(frozen ? new double[loads[i].length] : loads[i], loads[i].length));
        }
        return moving;
    }

    /** {@return the mean squared error of the mean, in units of the training deviations, over windows whose look-back is not constant} */
    @Override
    public double validate() {
        double sum = 0;
        long observed = 0;
        int size = Math.max(1, TOKENS / (validation.width() * model.settings().positions()));
        for (int from = 0; from < validation.count(); from += size) {
            int[] numbers = new int[Math.min(size, validation.count() - from)];
            int start = from;
            Arrays.setAll(numbers, i -> start + i);
            TuningBatch windows = validation.batch(numbers);
            try (Scope scope = Scope.open(parameters().compute())) {
                sum += loss.square(asked(scope, windows), windows, scope);
            }
            observed += windows.observed();
        }
        return sum / Math.max(1, observed);
    }

    /** {@return what the network says, as it will be asked; of the mirrored answer's heads only the mean is at its place} */
    private Tensor asked(Scope scope, TuningBatch windows) {
        Tensor last = answer(scope, windows.inputs().values(), windows);
        return mirrored ? last.sub(answer(scope, windows.inputs().mirrored(model.settings().patch()), windows)).scale(0.5) : last;
    }

    private Tensor answer(Scope scope, float[] inputs, TuningBatch windows) {
        return model.answer(scope, inputs, validation.width(), windows.inputs().patches(), validation.said(), Optional.empty()).last();
    }

    @Override
    public Map<String, Object> identity() {
        return identity;
    }
}
