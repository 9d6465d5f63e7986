package dev.trivium.molecular;

import dev.trivium.molecular.applicability.TrainingSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fitted property predictor. May hold native memory: close it. Predicting is safe from many threads at once; closing is not.
 *
 * <p>The prediction for a molecule does not depend on which others it is predicted with, up to the rounding of float32.
 */
public interface PropertyPredictor extends AutoCloseable {

    /** {@return the recipe} */
    PropertyPredictorSpec spec();

    /** {@return the names of what it predicts} */
    List<String> tasks();

    /**
     * Predicts one row after the other; a row that is no molecule is answered with the reason and stops nothing.
     *
     * @return as many predictions as rows, in their order
     */
    List<Prediction> predict(List<String> smiles);

    /** {@return where the model comes from: versions, settings, seed, data, scores; as JSON-like values} */
    Map<String, Object> provenance();

    /** {@return what a reader of a table should know of this very model; empty if nothing} */
    default Optional<String> note() {
        return Optional.empty();
    }

    /** {@return the molecules it was fitted on, to set predictions beside them; empty for a model that does not keep them} */
    default Optional<TrainingSpace> trainingSpace() {
        return Optional.empty();
    }

    /**
     * Writes the model to one file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException;

    /**
     * Reads a model that {@link #save} wrote.
     *
     * @throws IOException if it cannot be read or is not a property predictor; the message names the file and what is wrong with it
     */
    static PropertyPredictor load(Path file) throws IOException {
        return SavedPredictors.read(file, "auto");
    }

    /**
     * Reads a model onto a device.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IOException if it cannot be read or is not a property predictor
     */
    static PropertyPredictor load(Path file, String device) throws IOException {
        return SavedPredictors.read(file, device);
    }

    @Override
    void close();
}
