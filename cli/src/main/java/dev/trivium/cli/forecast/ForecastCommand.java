package dev.trivium.cli.forecast;

import picocli.CommandLine.Command;

/** Forecasts of multivariate series. */
@Command(
        name = "forecast",
        header = "Forecast multivariate series: fit a model or take a pre-trained one, predict with it, score it beside simple methods.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FitCommand.class, FineTuneCommand.class, PredictCommand.class, EvaluateCommand.class, SearchCommand.class},
        footer = {"", "Examples",
            "  trivium forecast evaluate --data ETTh1 --model waverora --lookback 96 --horizon 24",
            "  trivium forecast predict --model timetracker --data any.csv --horizon 96",
            "  trivium forecast fit --data sales.csv --lookback 112 --horizon 28 --out sales.trivium",
            "  trivium forecast predict --model sales.trivium --data sales.csv --out next.csv --chart next.svg"})
public final class ForecastCommand {

    /** Made by the parser. */
    public ForecastCommand() {}
}
