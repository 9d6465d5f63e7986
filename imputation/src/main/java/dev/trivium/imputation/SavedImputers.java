package dev.trivium.imputation;

import dev.trivium.imputation.baseline.SavedBaseline;
import dev.trivium.imputation.fgatt.SavedFgatt;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the reader for a model file. */
final class SavedImputers {

    private SavedImputers() {}

    static Imputer read(Path file, String device) throws IOException {
        ModelContents contents = ModelFile.read(file);
        if (SavedBaseline.isKind(contents.kind())) {
            return SavedBaseline.read(file, contents);
        }
        if (contents.kind().equals(SavedFgatt.KIND)) {
            return SavedFgatt.read(file, contents, device);
        }
        if (contents.kind().equals(ModelContents.CHECKPOINT)) {
            throw new ModelFileException(file, "manifest.json", "is the checkpoint of an unfinished training; go on with it by --resume");
        }
        throw new ModelFileException(file, "manifest.json", "must be an imputer, got the kind " + contents.kind());
    }
}
