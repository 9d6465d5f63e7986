package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.Trainable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins network and draws to the training loop. An item is a place in an epoch; what is drawn for it follows from the step. */
final class PretrainingTrainable implements Trainable, AutoCloseable {

    /** Not the run's: runs on the same validation source hide its draws in the same way. */
    private static final long VALIDATION_SEED = 0;

    private final Parameters parameters;
    private final TimeTrackerNetwork network;
    private final TimeTrackerSettings settings;
    private final PretrainingRecipe recipe;
    private final PretrainingLoss loss;
    private final Optional<StepGradients> written;
    private final DrawAhead train;
    private final PretrainingDraws validation;
    private final long seed;
    private final Map<String, Object> identity;
    private final Consumer<PretrainingScore> scores;

    PretrainingTrainable(Parameters parameters, TimeTrackerNetwork network, Pretraining of, long seed, Consumer<PretrainingScore> scores) {
        this.parameters = parameters;
        this.network = network;
        this.seed = seed;
        this.scores = scores;
        settings = of.settings();
        recipe = of.recipe();
        loss = new PretrainingLoss(settings.quantiles(), recipe.meanWeight());
        written = StepGradients.covers(settings) && parameters.compute().device().equals("cpu")
                ? Optional.of(new StepGradients(settings, parameters, network.parts(), loss, recipe.batch())) : Optional.empty();
        train = new DrawAhead(new PretrainingDraws(settings, recipe.corruption(), of.train(), seed), recipe.batch());
        validation = new PretrainingDraws(settings, recipe.corruption(), of.validation(), VALIDATION_SEED);
        identity = of.identity(seed);
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public int items() {
        return recipe.batch() * recipe.stepsPerEpoch();
    }

    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        PretrainingBatch draws = train.step(step);
        TimeTrackerNetwork.Output output = network.forward(inputs(draws, scope), Optional.empty(), Mode.train(scope, seed, step));
        Tensor value = loss.of(output.predictions(), draws, scope);
        network.balance(output.loads(), recipe.gamma());
        return value;
    }

    @Override
    public Optional<Gradients> gradients(Scope scope, int[] batch, long step) {
        return written.map(own -> {
            PretrainingBatch draws = train.step(step);
            Tensor inputs = scope.tensor(draws.inputs(), draws.size(), settings.positions(), 2L * settings.patch());
            StepGradients.Result result = own.of(inputs, draws, scope);
            network.balance(result.loads(), recipe.gamma());
            return new Gradients(result.loss().item(), own.gradients());
        });
    }

    private Tensor inputs(PretrainingBatch batch, Scope scope) {
        return scope.tensor(batch.inputs(), batch.size(), 1, settings.positions(), 2L * settings.patch());
    }

    @Override
    public double validate() {
        double[] sums = new double[4];
        long[][] loads = new long[settings.layers()][settings.experts().experts()];
        int supervised = 0;
        for (int from = 0; from < recipe.validationDraws(); from += recipe.batch()) {
            PretrainingBatch draws = validation.batch(from, Math.min(recipe.batch(), recipe.validationDraws() - from));
            try (Scope scope = Scope.open(parameters.compute())) {
                TimeTrackerNetwork.Output output = network.forward(inputs(draws, scope), Optional.empty(), Mode.PREDICT);
                double[] part = loss.split(output.predictions(), draws, scope);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += part[i] * draws.supervisedDraws();
                }
                add(output.loads(), loads);
            }
            supervised += draws.supervisedDraws();
        }
        if (supervised == 0) {
            throw new IllegalStateException("validation must hold a draw that is not constant, got none in " + recipe.validationDraws());
        }
        PretrainingScore score = new PretrainingScore((sums[0] + sums[2]) / supervised, mean(sums[0], sums[1]), mean(sums[2], sums[3]),
                lists(loads));
        scores.accept(score);
        return score.loss();
    }

    private static double mean(double sum, double weight) {
        return weight == 0 ? 0 : sum / weight;
    }

    private static void add(List<Tensor> output, long[][] loads) {
        for (int layer = 0; layer < loads.length; layer++) {
            double[] counts = output.get(layer).toDoubles();
            for (int e = 0; e < counts.length; e++) {
                loads[layer][e] += (long) counts[e];
            }
        }
    }

    private static List<List<Long>> lists(long[][] loads) {
        List<List<Long>> lists = new ArrayList<>();
        for (long[] layer : loads) {
            lists.add(java.util.Arrays.stream(layer).boxed().toList());
        }
        return lists;
    }

    @Override
    public Map<String, Object> identity() {
        return identity;
    }

    @Override
    public void close() {
        train.close();
        written.ifPresent(StepGradients::close);
    }
}
