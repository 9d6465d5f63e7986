package dev.trivium.cli.record;

import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that a run read.
 *
 * @param option      the option that named it
 * @param name        its name, without folders
 * @param sha256      of its bytes
 * @param bytes       its size
 * @param fingerprint of a model file: what it holds, without the times in it
 * @param catalogue   whether it belongs to a data set of the catalogue, whose name is the option's value
 */
public record FileFact(String option, String name, String sha256, long bytes, Optional<String> fingerprint, boolean catalogue) {

    private static final String MODEL = ".trivium";

    /** Looks at a file. */
    static FileFact of(String option, Path file, boolean catalogue) throws IOException {
        String name = String.valueOf(file.getFileName());
        return new FileFact(option, name, Sha256.of(file), Files.size(file),
                name.endsWith(MODEL) ? Optional.of(ModelFile.fingerprint(file)) : Optional.empty(), catalogue);
    }

    /** {@return whether a file is this one: it has the same bytes or, if it is a model, has learnt the same} */
    public boolean isSame(Path file) throws IOException {
        try {
            return sha256.equals(Sha256.of(file)) || fingerprint.isPresent() && fingerprint.get().equals(ModelFile.fingerprint(file));
        } catch (ModelFileException e) {
            return false; // no model
        }
    }

    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("option", option);
        map.put("name", name);
        map.put("sha256", sha256);
        map.put("bytes", bytes);
        map.put("catalogue", catalogue);
        fingerprint.ifPresent(value -> map.put("fingerprint", value));
        return map;
    }
}
