package dev.trivium.cli.forecast;

import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.Session;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Mixing;
import dev.trivium.timeseries.timetracker.SavedTimeTracker;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets trained weights go on learning from a series. */
@Command(
        name = "fine-tune",
        header = "Let a pre-trained model go on learning from a series, and write it to a file.",
        customSynopsis = "trivium forecast fine-tune --data FILE|NAME --horizon H --out FILE [--model timetracker|FILE] [OPTIONS]",
        description = {"", "The start is kept if no epoch scores better on the validation rows; test rows are not looked at. Ctrl-C saves the state"
                + " beside the model's file and says how to go on.",
            "Compare before and after: trivium forecast evaluate --models timetracker,FILE."},
        footer = {"", "Examples",
            "  trivium forecast fine-tune --data sales.csv --horizon 28 --out sales.trivium",
            "  trivium forecast fine-tune --data ETTh1 --horizon 96 --share 0.05 --freeze layer.0.,layer.1. --out few.trivium",
            "  trivium forecast fine-tune --data cells.csv --horizon 24 --graph soft --out cells.trivium"})
final class FineTuneCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Reads
    @Option(names = "--model", paramLabel = "NAME|FILE", defaultValue = SavedTimeTracker.KIND,
            description = "timetracker (default) for the weights that ship, or a file of such weights or of a model that was fine-tuned before.")
    private String model = SavedTimeTracker.KIND;

    @Option(names = "--lookback", paramLabel = "L",
            description = "Past steps that a forecast sees, at most; 512 by default, but no more than half the training rows.")
    private @Nullable Integer lookback;

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "Steps to forecast.")
    private int horizon;

    @Option(names = "--share", paramLabel = "SHARE", description = "Share of the training windows to learn from, the last ones; 1, all, by default.")
    private @Nullable Double share;

    @Option(names = "--freeze", paramLabel = "BEGINNING", split = ",",
            description = "Parameters that stay as they are, by the beginnings of their names, such as embedding. or layer.0.")
    private List<String> frozen = new ArrayList<>();

    @Option(names = "--graph", paramLabel = "RULE", defaultValue = "none",
            description = "Which series see each other: none (default), all, hard or soft (by the spectra of a window), or the number of nearest ones.")
    private String graph = "none";

    @Option(names = "--rate", paramLabel = "RATE", description = "Learning rate of new parameters; 2e-4 by default.")
    private @Nullable Double rate;

    @Option(names = "--rate-factor", paramLabel = "FACTOR", description = "Share of the rate at which pre-trained parameters learn; 1 by default.")
    private @Nullable Double factor;

    @Mixin
    private FitRun run = new FitRun();

    @Override
    public Integer call() throws IOException {
        run.check();
        Start start = start();
        Session session = Session.of(spec);
        if (start instanceof Start.FromFile from) {
            session.trail().reads("--model", from.file());
        } else {
            session.trail().shipped(SavedTimeTracker.KIND, TimeTracker.shippedSha256());
        }
        recipe(start, lookback == null ? Lengths.LONGER : lookback); // what is wrong with it is said before the data are read
        run.fit(session, split -> recipe(start, lookback == null ? Lengths.longer(split) : lookback), model);
        return 0;
    }

    private Start start() throws IOException {
        Path file = Path.of(model);
        boolean named = model.toLowerCase(Locale.ROOT).equals(SavedTimeTracker.KIND) && !Files.isRegularFile(file);
        if (!named && !Files.isRegularFile(file) && !model.endsWith(".trivium")) {
            throw run.refused("--model must be timetracker or a file of its weights, got " + model);
        }
        if (named && !TimeTracker.isShipped()) {
            throw new IOException(Predictor.UNSHIPPED);
        }
        if (!named && !Predictor.isTimeTracker(file)) {
            throw new IOException(file + " must hold weights of timetracker; only these can be fine-tuned");
        }
        return named ? Start.shipped() : Start.file(file);
    }

    private ForecasterSpec recipe(Start start, int most) {
        try {
            return TimeTrackerSpec.fineTuned(most, horizon, tuning()).with(start);
        } catch (IllegalArgumentException e) {
            throw run.refused("--" + e.getMessage());
        }
    }

    private FineTuning tuning() {
        FineTuning tuning = FineTuning.standard().with(mixing()).withFrozen(frozen);
        if (share != null) {
            tuning = tuning.withShare(share);
        }
        return tuning.withRate(rate == null ? tuning.rate() : rate, factor == null ? tuning.factor() : factor);
    }

    private Mixing mixing() {
        return switch (graph.toLowerCase(Locale.ROOT)) {
            case "none" -> Mixing.alone();
            case "all" -> Mixing.all();
            case "hard" -> Mixing.hard();
            case "soft" -> Mixing.soft();
            default -> {
                if (!graph.matches("[1-9][0-9]{0,5}")) {
                    throw new IllegalArgumentException("graph must be none, all, hard, soft or a number of nearest series, got " + graph);
                }
                yield Mixing.nearest(Integer.parseInt(graph));
            }
        };
    }
}
