package dev.trivium.reproduce.timetracker;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.TextFile;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.PretrainingScore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints a line for every epoch, keeps the same in a CSV file over all sittings, and ends a sitting when its time is over. */
final class PretrainingLog implements TrainingMonitor {

    private static final List<String> HEADER = List.of("epoch", "steps", "points", "rate", "train", "validation", "next", "masked",
            "loads_max_over_min_per_layer", "seconds");
    private static final double EVEN = 3;
    private static final int LINE_EVERY = 50;

    private final Path file;
    private final Pretraining pretraining;
    private final Optional<Double> minutes;
    private final PrintStream output;
    private final List<List<String>> lines = new ArrayList<>();
    private final Map<Integer, PretrainingScore> scores = new TreeMap<>();
    private final long start = System.nanoTime();
    private @Nullable PretrainingScore latest;

    PretrainingLog(Path file, Pretraining pretraining, Optional<Double> minutes, PrintStream output) {
        this.file = file;
        this.pretraining = pretraining;
        this.minutes = minutes;
        this.output = output;
    }

    /** Told by the run, before the end of the epoch is. */
    void scored(PretrainingScore score) {
        latest = score;
    }

    /** {@return the score of an epoch of this process} */
    Optional<PretrainingScore> at(int epoch) {
        return Optional.ofNullable(scores.get(epoch));
    }

    /** Keeps what earlier sittings wrote; an epoch that is trained again, because its checkpoint was lost, is written again. */
    @Override
    public void started(Start run) {
        lines.clear();
        lines.add(HEADER);
        if (Files.exists(file)) {
            try (var kept = Files.lines(file)) {
                kept.skip(1).map(line -> List.of(line.split(",", -1)))
                        .filter(cells -> Integer.parseInt(cells.get(0)) < run.resumedAtEpoch())
                        .forEach(lines::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        output.println(String.format(Locale.ROOT, "%d parameters, from epoch %d", run.parameters(), run.resumedAtEpoch()));
    }

    @Override
    public void stepped(Progress progress) {
        if (progress.batch() % LINE_EVERY == 0 && progress.batch() < progress.batches()) {
            output.println(String.format(Locale.ROOT, "  step %d of %d  train %.4f", progress.batch(), progress.batches(), progress.loss()));
        }
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        PretrainingScore score = java.util.Objects.requireNonNull(latest);
        scores.put(epoch.epoch(), score);
        long steps = (long) epoch.epoch() * pretraining.recipe().stepsPerEpoch();
        long points = steps * pretraining.recipe().batch() * pretraining.points();
        String loads = String.join(" ", score.imbalances().stream().map(x -> String.format(Locale.ROOT, "%.2f", x)).toList());
        lines.add(List.of(Integer.toString(epoch.epoch()), Long.toString(steps), Long.toString(points), number(epoch.rate()),
                number(epoch.trainLoss()), number(score.loss()), number(score.next()), number(score.masked()), loads,
                String.format(Locale.ROOT, "%.1f", epoch.seconds())));
        try {
            TextFile.write(file, CsvText.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output.println(String.format(Locale.ROOT,
                "epoch %3d  train %.4f  validation %.4f%s (next %.4f, masked %.4f)  rate %.2e  loads %s  %.1f s", epoch.epoch(),
                epoch.trainLoss(), score.loss(), epoch.best() ? "*" : " ", score.next(), score.masked(), epoch.rate(), loads,
                epoch.seconds()));
        if (score.imbalances().stream().anyMatch(x -> x > EVEN)) {
            output.println("  the busiest expert of a layer has more than " + EVEN + " times the tokens of the idlest");
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    @Override
    public boolean enough() {
        return minutes.isPresent() && (System.nanoTime() - start) / 60e9 >= minutes.get();
    }
}
