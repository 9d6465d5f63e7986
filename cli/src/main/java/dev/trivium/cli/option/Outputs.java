package dev.trivium.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Files that a command writes; checked before the work starts. */
public final class Outputs {

    @Option(names = "--force", description = "Replace files that are there already.")
    private boolean force;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public Outputs() {}

    /** {@return whether files may be replaced} */
    public boolean force() {
        return force;
    }

    /** Refuses a file that is there already, unless {@code --force} is given, or whose folder is not. */
    public void require(String option, Path file) {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw refused(option + " must be a file, got the folder " + file);
        }
        if (Files.exists(target) && !force) {
            throw refused(option + " must not be there already (--force replaces it), got " + file);
        }
        Path folder = target.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw refused(option + " must be in a folder that is there, got " + file);
        }
    }

    /** {@return the refusal of an option} */
    public ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
