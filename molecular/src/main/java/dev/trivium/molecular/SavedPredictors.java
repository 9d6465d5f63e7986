package dev.trivium.molecular;

import dev.trivium.molecular.baseline.SavedBaseline;
import dev.trivium.molecular.molgraphxlstm.SavedMolGraphXlstm;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the reader for a model file. */
final class SavedPredictors {

    private SavedPredictors() {}

    static PropertyPredictor read(Path file, String device) throws IOException {
        ModelContents contents = ModelFile.read(file);
        if (SavedBaseline.isKind(contents.kind())) {
            return SavedBaseline.read(file, contents);
        }
        if (SavedMolGraphXlstm.isKind(contents.kind())) {
            return SavedMolGraphXlstm.read(file, contents, device);
        }
        if (contents.kind().equals(ModelContents.CHECKPOINT)) {
            throw new ModelFileException(file, "manifest.json", "is the checkpoint of an unfinished training; go on with it by --resume");
        }
        throw new ModelFileException(file, "manifest.json", "must be a property predictor, got the kind " + contents.kind());
    }
}
