package dev.trivium.reproduce.timetracker;

import dev.trivium.nn.training.TrainingOutcome;
import dev.trivium.reproduce.record.Origin;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.PretrainingScore;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What weights are, what they were made from and what they are not, for people. */
final class PretrainingCard {

    private final String sha256;
    private final long bytes;
    private final Pretraining pretraining;
    private final TrainingOutcome outcome;
    private final int decayEpochs;
    private final Optional<PretrainingScore> score;
    private final long seed;
    private final Origin origin;

    /** @param origin where and with what the run was finished; earlier sittings may have been elsewhere */
    PretrainingCard(Path weights, Pretraining pretraining, TrainingOutcome outcome, int decayEpochs, Optional<PretrainingScore> score,
            long seed, Origin origin) throws IOException {
        byte[] file = Files.readAllBytes(weights);
        sha256 = sha256(file);
        bytes = file.length;
        this.pretraining = pretraining;
        this.outcome = outcome;
        this.decayEpochs = decayEpochs;
        this.score = score;
        this.seed = seed;
        this.origin = origin;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java platform must offer SHA-256", e);
        }
    }

    String sha256() {
        return sha256;
    }

    /** {@return the card, in Markdown} */
    String text() {
        TimeTrackerSettings network = pretraining.settings();
        long steps = (long) outcome.epochs().size() * pretraining.recipe().stepsPerEpoch();
        double points = (double) steps * pretraining.recipe().batch() * pretraining.points();
        StringBuilder text = new StringBuilder("# Weights of Time Tracker\n\n");
        text.append("Forecasts of numeric series without training on them: a mean and quantiles. Built after the abstract of arXiv 2505.15151; "
                + "what the abstract leaves open, and all of the training, is ours.\n\n");
        line(text, "File", String.format(Locale.ROOT, "timetracker.trivium, %.2f MB, SHA-256 %s", bytes / 1e6, sha256));
        line(text, "Network", String.format(Locale.ROOT, "patches of %d points, up to %d; width %d, %d layers of %d heads; %d shared experts, "
                + "%d of %d private ones, %d units each; quantiles %s", network.patch(), network.positions(), network.width(), network.layers(),
                network.heads(), network.experts().shared(), network.experts().chosen(), network.experts().experts(),
                network.experts().hidden(), network.quantiles()));
        line(text, "Training", String.format(Locale.ROOT, "%d steps of %d draws of %d points (%.1f million points, drawn once each), the last %d "
                + "of %d epochs with a falling rate; %.0f s", steps, pretraining.recipe().batch(), pretraining.points(), points / 1e6, decayEpochs,
                outcome.epochs().size(), outcome.seconds()));
        pretraining.earlier().ifPresent(stage -> line(text, "Began with", String.format(Locale.ROOT,
                "the last weights of an earlier stage: %s epochs at a constant rate, checkpoint with SHA-256 %s; the steps above come after it",
                stage.about().get("epochs"), stage.about().get("sha256"))));
        line(text, "Validation", String.format(Locale.ROOT, "loss %.4f at epoch %d, whose weights these are%s", outcome.bestScore(),
                outcome.bestEpoch(), score.map(PretrainingCard::split).orElse("")));
        line(text, "Finished with", String.format(Locale.ROOT, "seed %d, commit %s, %d thread(s), %s, %s", seed, origin.commit(),
                origin.threads(), origin.machine(), origin.versions()));
        text.append("\n## Sources\n\n");
        sources(text, "Training", pretraining.train().describe());
        sources(text, "Validation", pretraining.validation().describe());
        text.append("\n## Limits\n\nNot trained on anything but the sources above. Calendar, units and names of series are not seen. "
                + "Histories shorter than a season cannot show it; below 12 observed points nothing was trained, and "
                + "intervals are a guess. The mean was learnt from values cut at six deviations: for heavy tails take the median. Quantiles are those of the training draws' kind of surprise: check their "
                + "coverage on your own data before decisions depend on them.\n");
        return text.toString();
    }

    private static String split(PretrainingScore score) {
        String loads = String.join(", ", score.imbalances().stream().map(x -> String.format(Locale.ROOT, "%.2f", x)).toList());
        return String.format(Locale.ROOT, "; next patch %.4f, farther patches %.4f (per unit of weight, so not parts of the loss); busiest over idlest expert, by layer: %s", score.next(),
                score.masked(), loads);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("- **").append(name).append("**: ").append(value).append('\n');
    }

    private static void sources(StringBuilder text, String name, Map<String, Object> description) {
        text.append("### ").append(name).append("\n\n");
        description.forEach((key, value) -> {
            if (value instanceof List<?> several && several.stream().anyMatch(each -> each instanceof Map<?, ?>)) {
                text.append("- ").append(key).append(":\n");
                several.forEach(each -> text.append("  - ").append(each).append('\n'));
            } else {
                text.append("- ").append(key).append(": ").append(value).append('\n');
            }
        });
        text.append('\n');
    }
}
