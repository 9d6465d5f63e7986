package dev.trivium.reproduce.record;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of studies whose figures stand in the repository. */
public final class RecordOptions {

    @Option(names = "--record", order = RunOptions.LAST, description = "Also put the runs into expected.csv, and the tables into README.md.")
    private boolean record;

    @Option(names = "--home", hidden = true, required = true, description = "Folder of expected.csv and README.md.")
    private Path home = Path.of("");

    /** {@return whether runs are put into the repository} */
    public boolean record() {
        return record;
    }

    /** {@return the folder of the study in the repository} */
    public Path home() {
        return home;
    }
}
