package dev.trivium.cli.data;

import picocli.CommandLine.Command;

/** The catalogue of data sets. */
@Command(
        name = "data",
        header = "Look at the catalogue of data sets, fetch them, and turn logs into tables.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListCommand.class, InfoCommand.class, GetCommand.class, ImportCommand.class},
        footer = {"", "Examples", "  trivium data list", "  trivium data info ETTh1", "  trivium data get ETTh1 ETTm1",
            "  trivium data get ETTh1 --mirror /mnt/datasets --offline",
            "  trivium data import ulb-readings library1data.tgz --out library1.csv"})
public final class DataCommand {

    /** Made by the parser. */
    public DataCommand() {}
}
