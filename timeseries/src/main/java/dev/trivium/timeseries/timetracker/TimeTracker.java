package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.parameter.Lifetime;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A trained network that forecasts series it has never seen:
 *
 * <pre>{@code
 * Forecast forecast = TimeTracker.shipped().forecast(history, 96);
 * forecast.quantiles().orElseThrow().interval(0.8);
 * }</pre>
 *
 * <p>Any number of series, each by itself unless it was fine-tuned otherwise; any length of history from one row on; any share of missing values, as long as each series has
 * one observed value in the rows that are used; any scale. Safe for use by several threads at once. One that was loaded from a file
 * holds native memory until it is closed.
 */
public final class TimeTracker implements AutoCloseable {

    /** The longest horizon, in steps. */
    public static final int LONGEST_HORIZON = 2000;

    private final NetworkModel model;
    private final Map<String, Object> provenance;
    private final String origin;
    private final boolean shared;
    private final Lifetime lifetime = new Lifetime("timeTracker");

    /**
     * Takes over the network's parameters.
     *
     * @param origin which weights these are, for people, with the first digits of their checksum
     * @param shared whether many use it, so that closing it does nothing
     */
    TimeTracker(NetworkModel model, Map<String, Object> provenance, String origin, boolean shared) {
        this.model = model;
        this.provenance = provenance;
        this.origin = origin;
        this.shared = shared;
    }

    /**
     * {@return the weights that come with this module, on the processor} They are read once and kept until the program ends: closing does
     * nothing.
     *
     * @throws IllegalStateException if the module holds no weights, or they are damaged
     */
    public static TimeTracker shipped() {
        return shipped("cpu");
    }

    /**
     * {@return the weights that come with this module, on a device}
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IllegalStateException if the module holds no weights, or they are damaged
     */
    public static TimeTracker shipped(String device) {
        return ShippedWeights.tracker(device);
    }

    /** {@return whether this module holds weights; if not, {@link #shipped} throws} */
    public static boolean isShipped() {
        return ShippedWeights.present();
    }

    /**
     * {@return the SHA-256 of the file of weights that comes with this module}
     *
     * @throws IOException if it cannot be read
     * @throws IllegalStateException if the module holds no weights
     */
    public static String shippedSha256() throws IOException {
        return ShippedWeights.sha256(ShippedWeights.class, "");
    }

    /**
     * {@return a model file's weights, on the processor; close it}
     *
     * @param file weights or a forecaster of this kind
     * @throws IOException if it cannot be read or holds another model; the message names the file
     */
    public static TimeTracker load(Path file) throws IOException {
        return load(file, "cpu");
    }

    /**
     * {@return a model file's weights, on a device; close it}
     *
     * @param file weights or a forecaster of this kind
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IOException if it cannot be read or holds another model; the message names the file
     */
    public static TimeTracker load(Path file, String device) throws IOException {
        ModelContents contents = ModelFile.read(file);
        return SavedTimeTracker.weights(file, contents, device, false);
    }

    /** {@return the shape of the network} */
    public TimeTrackerSettings settings() {
        return model.settings();
    }

    /** {@return which series of a history see each other: none before fine-tuning} */
    public Mixing mixing() {
        return model.mixing();
    }

    /** {@return where the weights come from; as JSON-like values} */
    public Map<String, Object> provenance() {
        return provenance;
    }

    /** {@return which weights these are, such as {@code shipped weights 1a2b3c4d}, with the first digits of their SHA-256} */
    public String origin() {
        return origin;
    }

    /** {@return the longest history that counts for a horizon, in steps, when asked in the standard way} */
    public int longestHistory(int horizon) {
        requireHorizon(horizon);
        return decoder(Prediction.standard()).seen(horizon);
    }

    /**
     * {@return what follows a history, with quantiles, asked as {@link Prediction#zeroShot}}
     *
     * @param history at least one row; only its last {@link #longestHistory} rows are used
     * @param horizon steps to forecast, from 1 to {@link #LONGEST_HORIZON}
     * @throws IllegalArgumentException if a series has nothing observed in these rows; the message names it
     */
    public Forecast forecast(SeriesSet history, int horizon) {
        return forecast(history, horizon, Prediction.zeroShot());
    }

    /**
     * {@return what follows a history, asked in a given way}
     *
     * @param history at least one row
     * @param horizon steps to forecast, from 1 to {@link #LONGEST_HORIZON}
     * @throws IllegalArgumentException if a series has nothing observed in the rows that are used; the message names it
     */
    public Forecast forecast(SeriesSet history, int horizon, Prediction prediction) {
        requireHorizon(horizon);
        return forecast(history, history.variables(), Integer.MAX_VALUE, horizon, prediction);
    }

    static void requireHorizon(int horizon) {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "horizon must be between 1 and %d, got %d", LONGEST_HORIZON, horizon));
        }
    }

    /** A forecast of some columns from at most so many rows. */
    Forecast forecast(SeriesSet history, List<Variable> variables, int lookback, int horizon, Prediction prediction) {
        PatchDecoder decoder = decoder(prediction);
        List<String> names = variables.stream().map(Variable::name).toList();
        double[][] contexts = Contexts.last(history, names, Math.min(lookback, decoder.seen(horizon)));
        PatchForecasts out = lifetime.during(() -> decoder.forecast(contexts, channels(names.size()), horizon));
        List<SeriesSet> sets = new ArrayList<>();
        for (double[][] values : out.values()) {
            double[] rows = new double[horizon * variables.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = values[i % variables.size()][i / variables.size()];
            }
            sets.add(SeriesSet.of(history.time().after(horizon), variables, rows));
        }
        return settings().quantiles().isEmpty() ? new Forecast(sets.get(0))
                : new Forecast(sets.get(0), new ForecastQuantiles(settings().quantiles(), sets.subList(1, sets.size())));
    }

    /**
     * {@return which experts answer for which patches of a history, in the first pass of a forecast} Patches of the horizon but the last are
     * tokens as well.
     *
     * @param history at least one row; only its last {@link #longestHistory} rows are used
     * @param horizon steps to forecast, from 1 to {@link #LONGEST_HORIZON}
     * @throws IllegalArgumentException if a series has nothing observed in these rows; the message names it
     */
    public Routing routing(SeriesSet history, int horizon) {
        requireHorizon(horizon);
        return routing(history, history.names(), Integer.MAX_VALUE, horizon, Prediction.standard());
    }

    Routing routing(SeriesSet history, List<String> names, int lookback, int horizon, Prediction prediction) {
        PassProbe probe = probe(horizon, prediction);
        double[][] contexts = Contexts.last(history, names, Math.min(lookback, probe.seen()));
        return lifetime.during(() -> probe.routing(history, names, contexts));
    }

    PassProbe probe(int horizon, Prediction prediction) {
        PatchDecoder decoder = decoder(prediction);
        return new PassProbe(model, decoder.seen(horizon), decoder.said(horizon) - 1);
    }

    /** Forecasts of contexts, (windows · series, points). */
    PatchForecasts forecast(double[][] contexts, int series, int horizon, Prediction prediction) {
        return lifetime.during(() -> decoder(prediction).forecast(contexts, channels(series), horizon));
    }

    private int channels(int series) {
        return mixing().mixes() ? series : 1;
    }

    PatchDecoder decoder(Prediction prediction) {
        return new PatchDecoder(model, settings().patch(), settings().positions(), settings().quantiles(), prediction);
    }

    /**
     * Writes the weights to a model file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        lifetime.during(() -> {
            SavedTimeTracker.write(file, model, provenance);
            return file;
        });
    }

    NetworkModel model() {
        return model;
    }

    /** {@return what the open network gives} */
    <T> T read(Function<NetworkModel, T> reader) {
        return lifetime.during(() -> reader.apply(model));
    }

    /** Frees the weights, unless they are the shipped ones. */
    @Override
    public void close() {
        if (!shared) {
            lifetime.end(model.parameters()::close);
        }
    }
}
