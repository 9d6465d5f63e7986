package dev.trivium.timeseries;

import dev.trivium.data.fill.GapFiller;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A fitted forecaster. May hold native memory: close it. Predicting is safe from many threads at once, and closing waits
 * for those that have begun.
 *
 * <p>Missing values in a look-back are filled with the last value observed before them, never from later ones; with nothing observed
 * before, with the training mean. A look-back with more than {@link #MAX_MISSING_SHARE} of its values missing is refused.
 */
public interface Forecaster extends AutoCloseable {

    /** The largest share of missing values in a look-back from which a forecast is made. */
    double MAX_MISSING_SHARE = 0.3;

    /** {@return the recipe} */
    ForecasterSpec spec();

    /** {@return the series it was fitted on and forecasts, in the order of the data's columns; without {@link ForecasterSpec#known} ones} */
    List<Variable> variables();

    /**
     * Forecasts the steps right after a history.
     *
     * @param history at least the look-back's length, with the series it was fitted on; only its last rows are used. For a model with
     *     {@link ForecasterSpec#known} columns it goes on for the horizon: there these columns are filled in and the others missing
     * @throws IllegalArgumentException if the history is too short, has other series or another step, or misses too much
     */
    Forecast predict(SeriesSet history);

    /**
     * Fills the gaps of a history and forecasts the steps right after it, however much it misses.
     *
     * <p>The filler is given the past only: all rows of the history or, for a model with {@link ForecasterSpec#known} columns, those before
     * the horizon. Rows of the horizon are left as they are.
     *
     * @param history as for {@link #predict(SeriesSet)}; rows before the look-back serve to fill it
     * @param filler fills the series of the history
     * @return the forecast, with the number of cells that were filled in its look-back
     * @throws IllegalArgumentException if the history is too short or has other series or another step, if it cannot be filled, or if the
     *     filler does not give back the observed cells
     */
    default Forecast predict(SeriesSet history, GapFiller filler) {
        return FilledHistory.of(spec(), history, filler).predict(this);
    }

    /**
     * Prepares forecasts for the windows of a split, as an evaluation needs them: each window's forecast sees its own look-back only, and
     * the targets' rows of {@link ForecasterSpec#known} columns, which must be among the windows' series and are filled from their past.
     *
     * @throws IllegalArgumentException if look-back, horizon or series differ from the model's
     */
    Rolling rolling(Windows windows);

    /** {@return where the model comes from: versions, settings, seed, data, scores; as JSON-like values} */
    java.util.Map<String, Object> provenance();

    /** {@return what a reader of a table should know of this very model, such as the season it found; empty if nothing} */
    default Optional<String> note() {
        return Optional.empty();
    }

    /**
     * {@return what {@link #save} writes}
     *
     * @throws UnsupportedOperationException by a forecaster of one's own that has no file format
     */
    default ModelContents contents() {
        throw new UnsupportedOperationException(spec().name() + " has no contents that could be saved");
    }

    /** {@return the mean and deviation of each column by which the model scales what it is given; empty if it has none or does not tell} */
    default Optional<Standardiser> scaler() {
        return Optional.empty();
    }

    /**
     * Writes the model to one file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    default void save(Path file) throws IOException {
        ModelFile.write(file, contents());
    }

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
     * @throws IOException if it cannot be read or is not a forecaster; the message names the file and what is wrong with it
     */
    static Forecaster load(Path file) throws IOException {
        return SavedForecasters.read(file, "auto");
    }

    /**
     * Reads a model onto a device.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IOException if it cannot be read or is not a forecaster
     */
    static Forecaster load(Path file, String device) throws IOException {
        return SavedForecasters.read(file, device);
    }

    @Override
    void close();

    /** Forecasts for the windows of one split. */
    interface Rolling {

        /**
         * Forecasts windows {@code [from, to)}.
         *
         * @return (to - from, horizon, series) row-major, in the units of the data
         */
        double[] predict(int from, int to);

        /** {@return the levels of the quantiles that {@link #forecast} gives, rising within (0, 1); empty for a model without quantiles} */
        default List<Double> levels() {
            return List.of();
        }

        /** {@return windows {@code [from, to)}: what {@link #predict} says, and the quantiles at {@link #levels} from the same pass} */
        default WindowForecasts forecast(int from, int to) {
            return new WindowForecasts(predict(from, to));
        }
    }
}
