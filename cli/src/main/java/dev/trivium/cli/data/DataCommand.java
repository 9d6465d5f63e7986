package dev.trivium.cli.data;

import picocli.CommandLine.Command;

/** The catalogue of data sets. */
@Command(
        name = "data",
        header = "Look at the catalogue of data sets, and fetch them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListCommand.class, InfoCommand.class, GetCommand.class},
        footer = {"", "Examples", "  trivium data list", "  trivium data info ETTh1", "  trivium data get ETTh1 ETTm1",
            "  trivium data get ETTh1 --mirror /mnt/datasets --offline"})
public final class DataCommand {

    /** Made by the parser. */
    public DataCommand() {}
}
