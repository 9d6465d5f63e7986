package dev.trivium.nn.training;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.schedule.Progress;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Trains a model until its validation score stops improving, and leaves it with the parameters of its best epoch. */
public final class TrainingLoop {

    private final Trainable model;
    private final TrainingPlan plan;
    private final Training run;

    /**
     * @param model what to train
     * @param plan the recipe
     * @param run this run of it; its number of epochs goes before the plan's
     */
    public TrainingLoop(Trainable model, TrainingPlan plan, Training run) {
        this.model = model;
        this.plan = run.epochs().isPresent() ? plan.withEpochs(run.epochs().getAsInt()) : plan;
        this.run = run;
        if (model.items() < 1) {
            throw new IllegalArgumentException("training data must hold at least 1 item, got " + model.items());
        }
    }

    /**
     * Runs to the end.
     *
     * @throws IOException if a checkpoint cannot be read or written; the message names the file
     * @throws NonFiniteLossException at the first loss that is not finite
     * @throws TrainingCancelledException if the monitor cancelled; the state was saved first
     */
    public TrainingOutcome run() throws IOException {
        Parameters parameters = model.parameters();
        try (Learner learner = Learner.of(model, plan)) {
            TrainingState state = run.resume().isPresent()
                    ? CheckpointReader.read(run.resume().get(), model.identity(), learner, plan.tie(),
                            new CheckpointReader.Epochs(model.items(), plan.batch(), plan.stepsPerEpoch(model.items())))
                    : new TrainingState(plan.tie());
            run.monitor().started(new TrainingMonitor.Start(parameters.count(), model.items(), plan.epochs(),
                    parameters.compute().device(), state.epoch + 1));
            boolean enough = false;
            while (!enough && !state.finished(plan)) {
                runEpoch(state, learner);
                save(state, learner);
                enough = run.monitor().enough();
            }
            if (state.best != null) {
                parameters.restore(state.best);
            }
            return new TrainingOutcome(state.history, state.bestEpoch, state.bestScore);
        }
    }

    private void runEpoch(TrainingState state, Learner learner) throws IOException {
        long start = System.nanoTime();
        int[] order = DataOrder.of(run.seed(), state.epoch, model.items());
        int batches = plan.stepsPerEpoch(order.length);
        while (state.batch < batches) {
            int from = state.batch * plan.batch();
            int[] batch = Arrays.copyOfRange(order, from, Math.min(from + plan.batch(), order.length));
            double rate = rate(state.epoch, state.batch, batches);
            double loss = step(batch, (long) state.epoch * batches + state.batch, rate, learner);
            requireFinite("training loss", loss, state, rate);
            state.lossSum += loss * batch.length;
            state.seen += batch.length;
            state.batch++;
            run.monitor().stepped(new TrainingMonitor.Progress(state.epoch + 1, plan.epochs(), state.batch, batches, state.meanLoss()));
            if (run.monitor().cancelled()) {
                save(state, learner);
                throw new TrainingCancelledException(state.epoch + 1, state.batch, run.checkpoint());
            }
        }
        learner.afterEpoch(state.epoch);
        run.monitor().finishedEpoch(judge(state, learner, rate(state.epoch, batches - 1, batches), start));
    }

    private double rate(int epoch, int batch, int batches) {
        return plan.schedule().rate(new Progress((long) epoch * batches + batch, batches, plan.epochs()));
    }

    /** Scores the epoch and keeps a copy of the best parameters, or of their average. */
    private EpochResult judge(TrainingState state, Learner learner, double rate, long start) {
        try (Learner.Averaged averaged = learner.averaged()) {
            double score = model.validate();
            requireFinite("validation score", score, state, rate);
            EpochResult result = state.finishEpoch(score, rate, (System.nanoTime() - start) / 1e9);
            if (result.best()) {
                state.best = model.parameters().snapshot();
            }
            return result;
        }
    }

    private double step(int[] batch, long step, double rate, Learner learner) {
        try (Scope scope = Scope.open(model.parameters().compute())) {
            Optional<Trainable.Gradients> known = model.gradients(scope, batch, step);
            if (known.isPresent()) {
                if (Double.isFinite(known.get().loss())) {
                    learner.optimizer().step(known.get().byName(), rate, plan.maxGradientNorm());
                    learner.afterStep();
                }
                return known.get().loss();
            }
            Tensor loss;
            try (Tape tape = Tape.record()) {
                loss = model.loss(scope, batch, step);
            }
            double value = loss.item();
            if (Double.isFinite(value)) {
                learner.optimizer().step(loss, rate, plan.maxGradientNorm());
                learner.afterStep();
            }
            return value;
        }
    }

    private void requireFinite(String what, double value, TrainingState state, double rate) {
        if (!Double.isFinite(value)) {
            throw new NonFiniteLossException(what, value, state.epoch + 1, state.batch + 1, rate);
        }
    }

    private void save(TrainingState state, Learner learner) throws IOException {
        if (run.checkpoint().isPresent()) {
            Path file = run.checkpoint().get();
            Checkpoint.write(file, model.identity(), state, learner, run.monitor()::saving);
        }
    }
}
