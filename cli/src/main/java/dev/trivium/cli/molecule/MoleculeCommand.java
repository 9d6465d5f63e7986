package dev.trivium.cli.molecule;

import picocli.CommandLine.Command;

/** Properties of molecules. */
@Command(
        name = "molecule",
        header = "Predict properties of molecules from SMILES: fit a model, answer files of any length, score it beside simple methods.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FitCommand.class, PredictCommand.class, EvaluateCommand.class, SearchCommand.class, ExplainCommand.class},
        footer = {"", "Examples",
            "  trivium molecule evaluate --data solubility.csv --target logS --split scaffold",
            "  trivium molecule fit --data solubility.csv --target logS --out solubility.trivium",
            "  trivium molecule predict --model solubility.trivium --data library.csv --out answers.csv",
            "  trivium molecule explain --model solubility.trivium --data library.csv --top 20 --out why"})
public final class MoleculeCommand {

    /** Made by the parser. */
    public MoleculeCommand() {}
}
