package dev.trivium.timeseries.backtest;

import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Forecasts of some of the windows that a forecaster rolls over.
 *
 * @param all     of all windows
 * @param windows the wanted ones
 * @param place   of a wanted window among all
 */
record SomeWindows(Forecaster.Rolling all, Windows windows, IntUnaryOperator place) implements Forecaster.Rolling {

    @Override
    public double[] predict(int from, int to) {
        return forecast(from, to, false).mean();
    }

    @Override
    public List<Double> levels() {
        return all.levels();
    }

    @Override
    public WindowForecasts forecast(int from, int to) {
        return forecast(from, to, true);
    }

    private WindowForecasts forecast(int from, int to, boolean quantiles) {
        List<double[]> values = new ArrayList<>();
        for (int w = from; w < to; w++) {
            int at = place.applyAsInt(w);
            WindowForecasts one = quantiles ? all.forecast(at, at + 1) : new WindowForecasts(all.predict(at, at + 1));
            int size = one.mean().length;
            for (int q = 0; q <= one.quantiles().size(); q++) {
                if (values.size() == q) {
                    values.add(new double[(to - from) * size]);
                }
                System.arraycopy(q == 0 ? one.mean() : one.quantiles().get(q - 1), 0, values.get(q), (w - from) * size, size);
            }
        }
        return new WindowForecasts(values.get(0), values.subList(1, values.size()));
    }
}
