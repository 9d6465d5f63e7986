package dev.trivium.cli.option;

import dev.trivium.cli.record.Unrecorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Files that a command writes; checked before the work starts. */
public final class Outputs {

    @Unrecorded
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

    /**
     * Refuses a file that is there already, unless {@code --force} is given, one that another option names as well, such as the data that are read,
     * and one whose folder is not there.
     */
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
        for (OptionSpec other : spec.commandLine().getParseResult().matchedOptions()) {
            if (!other.longestName().equals(option) && other.originalStringValues().stream().anyMatch(value -> isSame(value, target))) {
                throw refused(option + " must be another file than that of " + other.longestName() + ", got " + file);
            }
        }
    }

    /** Whether a value of an option is the path of a file; many are no path at all. */
    private static boolean isSame(String value, Path target) {
        try {
            Path path = Path.of(value).toAbsolutePath();
            return path.normalize().equals(target.normalize()) || Files.exists(path) && Files.exists(target) && Files.isSameFile(path, target);
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    /** {@return the refusal of an option} */
    public ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
