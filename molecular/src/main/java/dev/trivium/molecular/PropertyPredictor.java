package dev.trivium.molecular;

import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.artifact.ModelFile;
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

    /** {@return how intervals or sets are put around its predictions; empty if it was not calibrated} */
    default Optional<MoleculeIntervals> intervals() {
        return Optional.empty();
    }

    /**
     * {@return this model with intervals or sets around its predictions} Both share what they hold: closing one closes the other. Those of this
     * library write them to their file too; what this method makes of any other model cannot be saved.
     *
     * @throws IllegalArgumentException if they are of another kind of model or of other tasks
     */
    default PropertyPredictor withIntervals(MoleculeIntervals intervals) {
        intervals.requireOf(this);
        return new IntervalPredictor(this, intervals);
    }

    /**
     * {@return this model with intervals or sets learnt from the calibration molecules of a split, see {@link MoleculeIntervals#calibrate}} Both
     * share what they hold: closing one closes the other. The hash of the calibration molecules is kept with the model's provenance.
     *
     * @param split  on whose training molecules the model was fitted, and by whose validation molecules it was chosen
     * @param shares of molecules whose truth an interval or set is to hold, rising within (0, 1)
     * @throws IllegalArgumentException if the split has no calibration molecules, or too few for any of the shares
     */
    default PropertyPredictor calibrated(MoleculeSplit split, List<Double> shares) {
        return withIntervals(MoleculeIntervals.calibrate(this, split, shares));
    }

    /**
     * Writes the model to one file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    void save(Path file) throws IOException;

    /**
     * Hashes what was learnt: parameters, scales, settings, not times and versions. Two fits of one recipe on the same data with the same seed,
     * machine, versions and number of threads have the same fingerprint; it is also that of the file that {@link #save} writes, see
     * {@link ModelFile#fingerprint(Path)}.
     *
     * @return 64 hexadecimal digits
     * @throws IOException if the temporary file that this takes cannot be written
     */
    default String fingerprint() throws IOException {
        return ModelFile.fingerprintOf(this::save);
    }

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
