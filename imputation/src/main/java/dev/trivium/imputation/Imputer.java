package dev.trivium.imputation;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.fill.GapFiller;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fitted imputer. May hold native memory: close it. Filling is safe from many threads at once, and closing waits for those that have begun. */
public interface Imputer extends GapFiller, AutoCloseable {

    /** {@return the recipe} */
    ImputerSpec spec();

    /** {@return the series it was fitted on and fills, in the order of the data's columns} */
    List<Variable> variables();

    /**
     * Fills the gaps of some rows; the other rows serve as context.
     *
     * @param series the series it was fitted on, at the same step
     * @param from first row to fill
     * @param to row after the last to fill
     * @return rows {@code [from, to)}
     * @throws IllegalArgumentException if series or step differ from the fitted ones
     */
    FilledSeries fill(SeriesSet series, int from, int to);

    @Override
    default FilledSeries fill(SeriesSet series) {
        return fill(series, 0, series.length());
    }

    /**
     * {@return this imputer with wider or narrower intervals} Both share what they hold: closing one closes the other. A file keeps the level.
     *
     * @param level share of true values that an interval is to hold: 0.5, 0.8, 0.9 and 0.95 are known to every imputer of this library
     * @throws IllegalArgumentException if the imputer was not calibrated for this level
     */
    default Imputer withLevel(double level) {
        throw new IllegalArgumentException("level must be that of the imputer " + spec().name() + ", which keeps no other, got " + level);
    }

    /** {@return where the imputer comes from: versions, settings, seed, data, scores; as JSON-like values} */
    Map<String, Object> provenance();

    /** {@return what a reader of a table should know of this very imputer; empty if nothing} */
    default Optional<String> note() {
        return Optional.empty();
    }

    /**
     * Writes the imputer to one file, whole or not at all.
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
     * Reads an imputer, onto the GPU if there is one.
     *
     * @throws IOException if it cannot be read or is not an imputer; the message names file and entry
     */
    static Imputer load(Path file) throws IOException {
        return SavedImputers.read(file, "auto");
    }

    /**
     * Reads an imputer onto a device.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IOException if it cannot be read or is not an imputer
     */
    static Imputer load(Path file, String device) throws IOException {
        return SavedImputers.read(file, device);
    }

    @Override
    void close();
}
