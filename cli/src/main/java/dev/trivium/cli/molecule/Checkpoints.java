package dev.trivium.cli.molecule;

import dev.trivium.cli.option.Outputs;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The states of a fit: one file beside the model's, or, for an ensemble, one for each network, whose names end in {@code .0}, {@code .1}
 * and so on.
 *
 * @param checkpoint where states are written
 * @param resume     the state to go on from; null for a new run
 */
record Checkpoints(Path checkpoint, @Nullable Path resume) {

    private static final String ENDING = ".checkpoint";

    /** {@return those of the model that is written to a file} The state of a network of an ensemble stands for all of them. */
    static Checkpoints of(Path model, @Nullable Path resume) {
        Path checkpoint = model.resolveSibling(model.getFileName() + ENDING);
        boolean network = resume != null && resume.getFileName().toString().matches(".*\\" + ENDING + "\\.\\d{1,2}");
        return new Checkpoints(checkpoint, network && resume != null
                ? resume.resolveSibling(resume.getFileName().toString().replaceFirst("\\.\\d{1,2}$", "")) : resume);
    }

    /** Refuses a state that is not there, and one that a new run would write over. */
    void require(Outputs outputs) throws IOException {
        if (resume != null && files(resume).isEmpty()) {
            throw outputs.refused("--resume must be the checkpoint of an interrupted run, got no such file: " + resume);
        }
        if (resume == null && !outputs.force() && !files(checkpoint).isEmpty()) {
            throw outputs.refused(files(checkpoint).get(0) + " holds the state of an interrupted run; go on with --resume " + checkpoint
                    + ", or begin anew with --force");
        }
    }

    Training in(Training training) {
        Training with = training.withCheckpoint(checkpoint);
        return resume == null ? with : with.withResume(resume);
    }

    void remove() throws IOException {
        for (Path file : files(checkpoint)) {
            Files.deleteIfExists(file);
        }
        if (resume != null) {
            for (Path file : files(resume)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path state) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = state.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        String name = state.getFileName().toString();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String other = file.getFileName().toString();
                if (other.equals(name) || other.startsWith(name + ".") && other.substring(name.length() + 1).matches("\\d{1,2}")) {
                    files.add(state.resolveSibling(other));
                }
            }
        }
        files.sort(null);
        return files;
    }
}
