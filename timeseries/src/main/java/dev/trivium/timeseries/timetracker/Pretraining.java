package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingLoop;
import dev.trivium.nn.training.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pre-training of a network on draws of single series, in as many sittings as one likes.
 *
 * <p>A {@linkplain #sit sitting} trains at a constant rate and leaves a checkpoint from which the next one goes on: sittings one after
 * the other give the same bits as one long run (on the same engine, device and number of threads). {@linkplain #finish Finishing} goes on
 * from such a checkpoint without touching it, lets the rate fall and writes the weights; training can still go on from the checkpoint
 * another day. A checkpoint is refused by a run of other settings, recipe, seed or sources. A pre-training may {@linkplain #after go on} from the
 * weights of another with a recipe of its own.
 *
 * <p>No token that learns sees its own future: attention is causal, and the statistics that scale a draw come from a prefix of it that ends
 * before the first token with a loss. What a draw hides and what it supervises: {@link Corruption}, {@link PretrainingRecipe}.
 *
 * @param settings shape of the network
 * @param recipe how it is trained
 * @param train draws to learn from
 * @param validation draws that score every epoch; must share no series with those to learn from
 * @param earlier the stage before this one, if it does not begin with random weights
 */
public record Pretraining(TimeTrackerSettings settings, PretrainingRecipe recipe, SeriesSource train, SeriesSource validation,
        Optional<EarlierStage> earlier) {

    /** Epochs of a sitting that only time ends. */
    private static final int ENDLESS = 1_000_000;

    /** A pre-training from random weights. */
    public Pretraining(TimeTrackerSettings settings, PretrainingRecipe recipe, SeriesSource train, SeriesSource validation) {
        this(settings, recipe, train, validation, Optional.empty());
    }

    /** {@return this one, from the weights of an earlier stage} */
    public Pretraining after(EarlierStage stage) {
        return new Pretraining(settings, recipe, train, validation, Optional.of(stage));
    }

    /**
     * Trains without decay.
     *
     * @param training its epochs are counted from the beginning of the first sitting; its monitor may end the sitting after an epoch
     * @param scores told about every epoch, before the training's monitor is
     * @return how it went, from the first sitting on
     * @throws IOException if a checkpoint cannot be read or written; the message names the file
     */
    public TrainingOutcome sit(Training training, Consumer<PretrainingScore> scores) throws IOException {
        try (Run run = new Run(training, scores)) {
            return new TrainingLoop(run.trainable, recipe.plan(ENDLESS, 0), training).run();
        }
    }

    /**
     * Goes on from a checkpoint with a falling rate, and writes the weights of the best epoch by validation.
     *
     * @param training must name a checkpoint to resume; its own checkpoint, if any, must be another file
     * @param decayEpochs epochs to add, at least 1
     * @param weights file to write
     * @param scores told about every epoch, before the training's monitor is
     * @return how it went, from the first sitting on
     * @throws IOException if a file cannot be read or written; the message names it
     */
    public TrainingOutcome finish(Training training, int decayEpochs, Path weights, Consumer<PretrainingScore> scores) throws IOException {
        if (decayEpochs < 1) {
            throw new IllegalArgumentException("decayEpochs must be at least 1, got " + decayEpochs);
        }
        Path stable = training.resume().orElseThrow(() -> new IllegalArgumentException("training must resume a checkpoint, got none"));
        if (training.checkpoint().isPresent() && training.checkpoint().get().toAbsolutePath().normalize()
                .equals(stable.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("checkpoint must be another file than the one resumed, got " + stable);
        }
        int epochs = epochs(stable) + decayEpochs;
        try (Run run = new Run(training, scores)) {
            TrainingOutcome outcome = new TrainingLoop(run.trainable, recipe.plan(epochs, decayEpochs), training.withEpochs(epochs)).run();
            SavedTimeTracker.write(weights, settings, run.parameters, PretrainingProvenance.of(this, training, decayEpochs, outcome));
            return outcome;
        }
    }

    /**
     * {@return the finished epochs of a checkpoint}
     *
     * @throws IOException if the file is no checkpoint
     */
    public static int epochs(Path checkpoint) throws IOException {
        ModelContents contents = ModelFile.read(checkpoint);
        if (!(contents.training().get("epoch") instanceof Number epoch)) {
            throw new IOException(checkpoint + " must be a checkpoint of a training, got kind " + contents.kind());
        }
        return epoch.intValue();
    }

    /** {@return points of a draw: a full window and the patch after it} */
    public int points() {
        return PretrainingDraws.points(settings);
    }

    /** More epochs and a decay may follow; everything else must stay. */
    Map<String, Object> identity(long seed) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", SavedTimeTracker.KIND);
        identity.put("settings", PretrainingProvenance.describe(settings));
        identity.put("recipe", PretrainingProvenance.describe(recipe));
        identity.put("seed", seed);
        identity.put("train", train.describe());
        identity.put("validation", validation.describe());
        earlier.ifPresent(stage -> identity.put("after", stage.about()));
        return identity;
    }

    private final class Run implements AutoCloseable {

        final Parameters parameters;
        final PretrainingTrainable trainable;

        Run(Training training, Consumer<PretrainingScore> scores) {
            parameters = Parameters.create(Compute.choose(training.device()), training.seed());
            try {
                TimeTrackerNetwork network = new TimeTrackerNetwork(settings, parameters);
                earlier.ifPresent(stage -> stage.into(parameters));
                trainable = new PretrainingTrainable(parameters, network, Pretraining.this, training.seed(), scores);
            } catch (RuntimeException e) {
                parameters.close();
                throw e;
            }
        }

        @Override
        public void close() {
            trainable.close();
            parameters.close();
        }
    }
}
