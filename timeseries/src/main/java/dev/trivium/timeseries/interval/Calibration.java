package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.conformal.CalibrationPoints;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Forecasts of the windows whose targets lie in the calibration rows, beside what came.
 *
 * <p>Every window counts; where they are so many, or so wide, that their forecasts would fill more than {@value #CELLS} numbers, windows at even
 * distances do.
 */
public final class Calibration {

    private static final int CELLS = 1 << 24;

    private final Forecaster model;
    private final Bands bands;
    private final List<int[]> pairs;
    private final Windows windows;
    private final CalibrationView view;
    private final int[] chosen;
    private final int[] columns;
    private final Said said;
    private final double[] scale;

    private Calibration(Forecaster model, CalibrationView view, Bands bands) {
        this.model = CalibratedForecaster.baseOf(model);
        this.bands = bands;
        this.view = view;
        windows = windows(this.model.spec(), view);
        columns = columns(this.model, windows.series());
        Forecaster.Rolling rolling = this.model.rolling(windows);
        pairs = bands.nearest(rolling.levels());
        long each = (long) this.model.spec().horizon() * columns.length * (pairs.isEmpty() ? 1 : 1 + rolling.levels().size());
        chosen = evenly(windows.count(), (int) Math.max(1, CELLS / each));
        said = forecast(rolling);
        scale = scale();
    }

    /**
     * Forecasts the calibration rows.
     *
     * @param model fitted, without these rows; of a calibrated one the model inside
     * @param view one run of rows; earlier rows are looked back at
     * @param shares of values that intervals shall hold, rising within (0, 1)
     * @throws IllegalArgumentException if the view has other columns than the model, or too few windows for the largest share
     */
    public static Calibration of(Forecaster model, CalibrationView view, List<Double> shares) {
        Bands bands = new Bands(shares);
        int fewest = fewest(model, view);
        int needed = Tails.TOGETHER.fewest(shares.get(shares.size() - 1));
        if (fewest < needed) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "calibration must have at least %d values of every forecast step for intervals"
                    + " of %s, got %d in %d rows", needed, bands.text(), fewest, view.rows()));
        }
        return new Calibration(model, view, bands);
    }

    /**
     * {@return how many values came at the step of which fewest came, over all windows and series: at least {@link Tails#fewest} are needed}
     *
     * @param model any fitted one
     */
    public static int fewest(Forecaster model, CalibrationView view) {
        return fewest(model.spec(), model.variables().stream().map(Variable::name).toList(), view);
    }

    /**
     * {@return the same of a model that is still to be fitted}
     *
     * @param spec its recipe
     * @param series that it will forecast
     */
    public static int fewest(ForecasterSpec spec, List<String> series, CalibrationView view) {
        Windows windows = windows(spec, view);
        int[] columns = series.stream().mapToInt(windows.series()::indexOf).toArray();
        if (windows.series().missing() == 0) {
            return Math.multiplyExact(windows.count(), columns.length);
        }
        return IntStream.range(0, spec.horizon()).map(h -> (int) Arrays.stream(columns).mapToLong(column -> IntStream.range(0, windows.count())
                .filter(w -> windows.series().observed(windows.origin(w) + h, column)).count()).sum()).min().orElse(0);
    }

    private static Windows windows(ForecasterSpec spec, CalibrationView view) {
        return Windows.over(view, spec.lookback(), spec.horizon(), 1, Forecaster.MAX_MISSING_SHARE);
    }

    private static int[] columns(Forecaster model, SeriesSet series) {
        return model.variables().stream().map(Variable::name).mapToInt(series::indexOf).toArray();
    }

    private static int[] evenly(int count, int most) {
        int kept = Math.min(count, most);
        int[] chosen = new int[kept];
        Arrays.setAll(chosen, i -> (int) ((2L * i + 1) * count / (2L * kept)));
        return chosen;
    }

    private Said forecast(Forecaster.Rolling rolling) {
        int size = size();
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i <= (pairs.isEmpty() ? 0 : rolling.levels().size()); i++) {
            all.add(new double[chosen.length * size]);
        }
        for (int i = 0; i < chosen.length;) {
            int run = 1; // neighbouring windows are forecast together
            while (i + run < chosen.length && chosen[i + run] == chosen[i] + run) {
                run++;
            }
            WindowForecasts part = pairs.isEmpty() ? new WindowForecasts(rolling.predict(chosen[i], chosen[i] + run))
                    : rolling.forecast(chosen[i], chosen[i] + run);
            System.arraycopy(part.mean(), 0, all.get(0), i * size, run * size);
            for (int q = 1; q < all.size(); q++) {
                System.arraycopy(part.quantiles().get(q - 1), 0, all.get(q), i * size, run * size);
            }
            i += run;
        }
        return Said.of(new WindowForecasts(all.get(0), all.subList(1, all.size())), pairs, bands.shares().size());
    }

    /** The deviation of every series before the calibration rows; 1 for one that is constant there. Only pooled errors need it. */
    private double[] scale() {
        SeriesSet before = windows.series().rows(0, view.from());
        double[] scales = new double[columns.length];
        Arrays.setAll(scales, s -> {
            double[] values = Arrays.stream(before.column(columns[s])).filter(Double::isFinite).toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            double deviation = Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
            return deviation > 0 && Double.isFinite(deviation) ? deviation : 1;
        });
        return scales;
    }

    /** {@return intervals that stay as they are} */
    public ForecastIntervals intervals(Tails tails) {
        return ForecastIntervals.of(this, tails);
    }

    /**
     * {@return whether there can be {@link #adaptive} intervals with the standard tails: the newest errors of every step and series, which they keep, fit
     * into memory, and are enough for the largest share}
     */
    public boolean canAdapt() {
        return AdaptiveForecastIntervals.fits(this, ForecastIntervals.STANDARD_TAILS);
    }

    /**
     * {@return intervals that go on learning, in a state of their own}
     *
     * @throws IllegalArgumentException if the newest errors do not fit into memory, or are too few for the largest share, see {@link #canAdapt}
     */
    public AdaptiveForecastIntervals adaptive(Tails tails) {
        return AdaptiveForecastIntervals.begin(this, tails);
    }

    Forecaster model() {
        return model;
    }

    Bands bands() {
        return bands;
    }

    List<int[]> pairs() {
        return pairs;
    }

    CalibrationView view() {
        return view;
    }

    int windowCount() {
        return chosen.length;
    }

    int[] columns() {
        return columns;
    }

    int size() {
        return model.spec().horizon() * columns.length;
    }

    double scale(int series) {
        return scale[series];
    }

    /** {@return the points of one step: of all series, in groups, or of one; in the order of time, the newest of them, values that are missing left out} */
    CalibrationPoints points(int step, int[] series, int newest, int... shares) {
        int first = Math.max(0, chosen.length - newest);
        int[][] cells = IntStream.of(series).boxed().flatMap(s -> IntStream.range(first, chosen.length)
                .filter(w -> Double.isFinite(value(w, step, s))).mapToObj(w -> new int[] {w, s})).toArray(int[][]::new);
        double[] values = Arrays.stream(cells).mapToDouble(cell -> value(cell[0], step, cell[1])).toArray();
        int[] groups = Arrays.stream(cells).mapToInt(cell -> cell[1]).toArray();
        double[] scales = Arrays.stream(cells).mapToDouble(cell -> scale[cell[1]]).toArray();
        double[][] low = IntStream.of(shares).mapToObj(q -> ends(said.low().get(q), step, cells)).toArray(double[][]::new);
        double[][] high = IntStream.of(shares).mapToObj(q -> ends(said.high().get(q), step, cells)).toArray(double[][]::new);
        CalibrationPoints points = pairs.isEmpty() ? CalibrationPoints.of(low[0], values) : CalibrationPoints.ofQuantiles(low, high, values);
        return points.inGroups(groups).scaledBy(scales);
    }

    /** {@return how many values came at a step in the newest windows, over all series} */
    int count(int step, int newest) {
        return (int) IntStream.range(Math.max(0, chosen.length - newest), chosen.length).mapToLong(w -> IntStream.range(0, columns.length)
                .filter(s -> Double.isFinite(value(w, step, s))).count()).sum();
    }

    private double value(int window, int step, int series) {
        return windows.series().value(windows.origin(chosen[window]) + step, columns[series]);
    }

    private double[] ends(double[] all, int step, int[][] cells) {
        return Arrays.stream(cells).mapToDouble(cell -> all[cell[0] * size() + step * columns.length + cell[1]]).toArray();
    }
}
