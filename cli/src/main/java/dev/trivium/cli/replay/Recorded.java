package dev.trivium.cli.replay;

import dev.trivium.cli.record.RecordText;
import dev.trivium.cli.record.RunRecord;
import dev.trivium.nn.artifact.JsonFile;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was found.
 *
 * @param file  a model file or {@code run.json}
 * @param run   what it says
 * @param model what the run made, if it is at hand
 */
record Recorded(Path file, RunRecord run, Optional<ModelContents> model) {

    private static final int MOST_BYTES = 64 << 20;
    private static final byte[] ZIP = {'P', 'K'};
    private static final String JSON_BEGINS = "{[ \t\r\n";

    static Recorded read(Path file) throws IOException {
        if (isZip(file)) {
            ModelContents model = ModelFile.read(file);
            RunRecord run = RecordText.parse(run(file, model), file + ": provenance.json, run");
            requireSame(file, run, model);
            return new Recorded(file, run, Optional.of(model));
        }
        requireJson(file);
        RunRecord run = RecordText.parse(JsonFile.read(file, MOST_BYTES), file.toString());
        return new Recorded(file, run, run.madeAModel() ? beside(file, run) : Optional.empty());
    }

    /** A table or a picture given by mistake is told so, rather than where its JSON is wrong. */
    private static void requireJson(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return; // which the reader of JSON refuses
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (JSON_BEGINS.indexOf(in.read()) < 0) {
                throw new IOException(file + ": must be a model file or a record that --record wrote, got neither");
            }
        }
    }

    private static boolean isZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false; // which the reader of JSON refuses
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    @SuppressWarnings("unchecked") // objects of JSON have text as keys
    private static Map<String, @Nullable Object> run(Path file, ModelContents model) throws IOException {
        if (model.provenance().get(ModelContents.RUN) instanceof Map<?, ?> run) {
            return (Map<String, @Nullable Object>) run;
        }
        List<String> known = new ArrayList<>();
        if (model.provenance().get("seed") instanceof Long seed) {
            known.add("seed " + seed);
        }
        if (model.provenance().get("data") instanceof Map<?, ?> data) {
            known.add(data.get("name") + " with SHA-256 " + data.get("sha256"));
        }
        throw new IOException(file + ": provenance.json: run must be there for a replay, got none: the model was fitted by a program, or by a Trivium that"
                + " did not record runs. Missing are the command, its options, and name and hash of the data file; "
                + (known.isEmpty() ? "nothing of it is known" : "known are " + String.join(" and ", known)));
    }

    private static void requireSame(Path file, RunRecord run, ModelContents model) throws IOException {
        String found = model.fingerprint();
        if (!run.madeAModel() || !found.equals(run.fingerprint())) {
            throw new IOException(file + ": provenance.json, run: result.fingerprint must be that of the model, " + found + ", got " + run.fingerprint()
                    + ": the record belongs to another model, or the model was changed after its run");
        }
    }

    /** The model of a record, where it lies beside it and is still the one. */
    private static Optional<ModelContents> beside(Path file, RunRecord run) {
        try {
            ModelContents model = ModelFile.read(file.resolveSibling(run.resultName()));
            return model.fingerprint().equals(run.fingerprint()) ? Optional.of(model) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // without it, tensors are compared by their hashes
        }
    }
}
