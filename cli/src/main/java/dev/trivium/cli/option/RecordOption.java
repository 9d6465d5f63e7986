package dev.trivium.cli.option;

import dev.trivium.cli.record.Recording;
import dev.trivium.cli.record.RunRecord;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.Session;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.nn.artifact.JsonFile;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a run is written down, so that {@code trivium replay} can repeat it. */
public final class RecordOption {

    private static final String NAME = "--record";

    @Unrecorded
    @Option(names = NAME, paramLabel = "FILE",
            description = "Write the run down, as JSON: its options, files by hash, versions, result; trivium replay FILE repeats and compares it.")
    private @Nullable Path record;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public RecordOption() {}

    /** Refuses a file that is in the way, before the work starts. */
    public void check(Outputs outputs) {
        if (record != null) {
            outputs.require(NAME, record);
        }
    }

    /** Writes an evaluation down. */
    public void card(Session session, Card card) throws IOException {
        if (record != null || session.trail().isFollowed()) {
            write(Recording.ofCard(command(), session.trail(), card));
        }
    }

    /** Writes a fitted model to its file, with the record of its run in it. */
    public void model(Session session, Path out, ModelFile.Saver saver) throws IOException {
        write(Recording.save(command(), session.trail(), out, saver));
    }

    /** {@return the file, if one is written} */
    List<Path> files() {
        return record == null ? List.of() : List.of(record);
    }

    /** The command that this is an option of, though perhaps by way of another mixin. */
    private CommandSpec command() {
        return spec.commandLine().getCommandSpec();
    }

    private void write(RunRecord run) throws IOException {
        if (record != null) {
            JsonFile.write(record, run.json());
        }
    }
}
