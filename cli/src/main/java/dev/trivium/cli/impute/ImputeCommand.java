package dev.trivium.cli.impute;

import picocli.CommandLine.Command;

/** Filling gaps of series. */
@Command(
        name = "impute",
        header = "Fill the gaps of series: fit an imputer, fill with it, score it beside simple methods, fill a live stream.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FitCommand.class, PredictCommand.class, EvaluateCommand.class, SearchCommand.class, StreamCommand.class},
        footer = {"", "Examples",
            "  trivium impute evaluate --data cells.csv --pattern blocks",
            "  trivium impute fit --data cells.csv --out cells.trivium",
            "  trivium impute predict --model cells.trivium --data cells.csv --out filled.csv --graph graph.svg",
            "  trivium impute stream --model cells.trivium --data yesterday.csv < live.csv"})
public final class ImputeCommand {

    /** Made by the parser. */
    public ImputeCommand() {}
}
