package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Session;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits a model and writes it to a file. */
@Command(
        name = "fit",
        header = "Fit a model to a series and write it to a file.",
        customSynopsis = "trivium forecast fit --data FILE|NAME --out FILE [OPTIONS]",
        description = {"", "Training rows teach the model, validation rows choose its best epoch; test rows are not looked at.",
            "Ctrl-C saves the state beside the model's file and says how to go on; a resumed run ends in the same bits as one that was not"
                + " interrupted."},
        footer = {"", "Examples",
            "  trivium forecast fit --data sales.csv --lookback 112 --horizon 28 --out sales.trivium",
            "  trivium forecast fit --data plant.csv --time stamp --time-format day-first --decimal , \\",
            "      --columns flow,head --unit flow=m3/h --out plant.trivium",
            "  trivium forecast fit --data ETTh1 --model published:ETTh1 --horizon 96 --out etth1.trivium",
            "Learn from 89 %% of the rows instead of 70 %%:",
            "  trivium forecast fit --data sales.csv --split 0.89,0.1,0.01 --out sales.trivium"})
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "waverora",
            description = "${COMPLETION-CANDIDATES}, or published:NAME for the published setting of a data set; waverora by default.",
            completionCandidates = ModelNames.class)
    private String model = "waverora";

    @Mixin
    private Lengths lengths = new Lengths();

    @Mixin
    private FitRun run = new FitRun();

    @Override
    public Integer call() throws IOException {
        run.check();
        ForecasterSpec recipe = lengths.recipe(model);
        requireUse(recipe);
        run.fit(Session.of(spec), split -> recipe, model);
        return 0;
    }

    /** Options that a model would ignore are refused. */
    private void requireUse(ForecasterSpec recipe) {
        if (recipe instanceof TimeTrackerSpec) {
            throw run.refused("--model must be one that is fitted, got " + model + ", which is used as it is (trivium forecast predict) or goes on"
                    + " learning (trivium forecast fine-tune)");
        }
        if (!NamedForecasters.hasEpochs(recipe.name()) && run.needsEpochs()) {
            throw run.refused("--epochs and --resume must be used with a model that is trained in epochs, got " + model);
        }
        if (lengths.season() != 0 && !(recipe instanceof SeasonalNaiveSpec)) {
            throw run.refused("--season must be used with seasonal-naive, got " + model);
        }
    }
}
