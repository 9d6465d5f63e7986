package dev.trivium.timeseries.search;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The score of a trial: mean squared error over the windows of the validation rows, in standard deviations of the training rows.
 *
 * <p>What a network reports of its own training is in the scale of its loss, and over the windows that its look-back allows. Here all trials of a search
 * answer for the same targets: every window whose targets are not all missing and whose look-back, of the length of the standard recipe, misses no more
 * than {@link Forecaster#MAX_MISSING_SHARE}.
 */
public final class ValidationError {

    private static final int CELLS = 1 << 20;

    private final ValidationView validation;
    private final List<String> series;
    private final double[] deviation;
    private final int horizon;
    private final int[] origins;

    private ValidationError(ValidationView validation, List<String> series, double[] deviation, int horizon, int[] origins) {
        this.validation = validation;
        this.series = series;
        this.deviation = deviation;
        this.horizon = horizon;
        this.origins = origins;
    }

    /**
     * Fixes targets and scales.
     *
     * @param lookback of the standard recipe
     * @param known columns whose future is known; they are not scored
     * @throws IllegalArgumentException if the validation rows hold no window
     */
    public static ValidationError of(TrainingView train, ValidationView validation, int lookback, int horizon, List<String> known) {
        Windows windows = Windows.over(validation, lookback, horizon, 1, Forecaster.MAX_MISSING_SHARE);
        if (windows.count() == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "validation must hold at least one window of %d → %d rows, got rows %d to %d",
                    lookback, horizon, validation.from(), validation.to()));
        }
        Standardiser standardiser = Standardiser.fit(train);
        List<String> scored = standardiser.names().stream().filter(name -> !known.contains(name)).toList();
        double[] deviation = scored.stream().mapToDouble(name -> standardiser.deviation(standardiser.names().indexOf(name))).toArray();
        int[] origins = new int[windows.count()];
        Arrays.setAll(origins, windows::origin);
        return new ValidationError(validation, scored, deviation, horizon, origins);
    }

    /** {@return how many windows are scored, at most; a look-back that reaches before the first row loses those at the beginning} */
    public int windows() {
        return origins.length;
    }

    /**
     * {@return the error of a fitted model}
     *
     * @throws IllegalArgumentException if its look-back leaves no window
     */
    public double of(Forecaster fitted) {
        Windows all = Windows.over(validation, fitted.spec().lookback(), horizon, 1);
        Forecaster.Rolling rolling = fitted.rolling(all);
        BitSet wanted = new BitSet();
        Arrays.stream(origins).forEach(wanted::set);
        double sum = 0;
        long count = 0;
        int size = horizon * series.size();
        int chunk = Math.max(1, CELLS / size);
        for (int from = 0; from < all.count(); from += chunk) {
            int to = Math.min(from + chunk, all.count());
            double[] predicted = rolling.predict(from, to);
            for (int w = from; w < to; w++) {
                if (wanted.get(all.origin(w))) {
                    double[] errors = squares(predicted, (w - from) * size, all.origin(w));
                    sum += errors[0];
                    count += (long) errors[1];
                }
            }
        }
        if (count == 0) {
            throw new IllegalArgumentException("lookback must leave a window of validation rows to score, got " + fitted.spec().lookback());
        }
        return sum / count;
    }

    /** The sum of the squared errors of a window, and how many targets are observed. */
    private double[] squares(double[] predicted, int offset, int origin) {
        SeriesSet truth = validation.series();
        double sum = 0;
        long count = 0;
        for (int s = 0; s < series.size(); s++) {
            int column = truth.indexOf(series.get(s));
            for (int h = 0; h < horizon; h++) {
                double actual = truth.value(origin + h, column);
                if (!Double.isNaN(actual)) {
                    double error = (predicted[offset + h * series.size() + s] - actual) / deviation[s];
                    sum += error * error;
                    count++;
                }
            }
        }
        return new double[] {sum, count};
    }
}
