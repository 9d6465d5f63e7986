package dev.trivium.cli.impute;

import dev.trivium.imputation.graph.NodeWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The two files that {@code --edges given} takes, read as the command does. */
public final class EdgeFile {

    private EdgeFile() {}

    /** {@return the edges of an option's file} */
    public static NodeWeights read(String option, Path file, List<String> nodes) throws IOException {
        return option.equals("--places") ? GraphFile.places(nodes, file) : GraphFile.edges(nodes, file);
    }
}
