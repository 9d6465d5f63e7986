package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.Trainable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins a network and the windows of some data to the training loop. An item is a window with all its series. */
final class TuningTrainable implements Trainable {

    private static final int TOKENS = 8192;

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

    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        TuningBatch windows = train.batch(batch);
        NetworkModel.Answer answer = model.answer(scope, windows.inputs().values(), train.width(), windows.inputs().patches(), train.said(),
                Optional.of(new SeriesGraph.Step(seed, step)));
        if (tuning.gamma() > 0) {
            model.network().balance(moving(answer.loads()), tuning.gamma());
        }
        return loss.of(answer.last(), windows, scope);
    }

    /** {@return the loads, even ones for frozen layers: their balance bias stays as it is, too} */
    private List<Tensor> moving(List<Tensor> loads) {
        List<Tensor> moving = new ArrayList<>();
        for (int i = 0; i < loads.size(); i++) {
            String balance = "layer." + i + ".experts.balance";
            moving.add(tuning.frozen().stream().anyMatch(balance::startsWith) ? loads.get(i).scale(0) : loads.get(i));
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
        return sum / observed;
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
