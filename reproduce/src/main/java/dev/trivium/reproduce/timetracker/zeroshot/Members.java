package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.WindowForecasts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fitted forecasters of the same look-back whose plain average is the forecast; often one. */
final class Members implements AutoCloseable {

    private static final int CELLS = 1 << 22; // look-back values read at once

    private final List<Forecaster> fitted;

    private Members(List<Forecaster> fitted) {
        this.fitted = fitted;
    }

    static Members fit(List<ForecasterSpec> specs, Split split, Training training) throws IOException {
        Members members = new Members(new ArrayList<>());
        try {
            for (ForecasterSpec spec : specs) {
                members.fitted.add(spec.fit(split.train(), split.validation(), training));
            }
            return members;
        } catch (IOException | RuntimeException e) {
            members.close();
            throw e;
        }
    }

    /** {@return the first of them, or the only one} */
    Forecaster first() {
        return fitted.get(0);
    }

    /** {@return the average of what they say, (windows, horizon, series)} */
    double[] predict(Windows windows) {
        double[] mean = new double[windows.count() * windows.horizon() * windows.series().width()];
        for (Forecaster member : fitted) {
            double[] values = member.rolling(windows).predict(0, windows.count());
            for (int i = 0; i < mean.length; i++) {
                mean[i] += values[i] / fitted.size();
            }
        }
        return mean;
    }

    /**
     * {@return the quantiles that the only one says itself, one array (windows, horizon, series) a level}
     *
     * @throws IllegalArgumentException if it lacks a level
     */
    List<double[]> quantiles(Windows windows, List<Double> levels) {
        Forecaster.Rolling rolling = first().rolling(windows);
        int size = windows.horizon() * windows.series().width();
        List<double[]> all = new ArrayList<>();
        levels.forEach(level -> all.add(new double[windows.count() * size]));
        int[] places = levels.stream().mapToInt(level -> place(rolling.levels(), level)).toArray();
        int chunk = Math.max(1, CELLS / (windows.lookback() * windows.series().width()));
        for (int from = 0; from < windows.count(); from += chunk) {
            int to = Math.min(from + chunk, windows.count());
            WindowForecasts said = rolling.forecast(from, to);
            for (int a = 0; a < places.length; a++) {
                System.arraycopy(said.quantiles().get(places[a]), 0, all.get(a), from * size, (to - from) * size);
            }
        }
        return all;
    }

    private static int place(List<Double> there, double level) {
        for (int i = 0; i < there.size(); i++) {
            if (Math.abs(there.get(i) - level) < 1e-9) {
                return i;
            }
        }
        throw new IllegalArgumentException("the forecaster's levels must hold " + level + ", got " + there);
    }

    @Override
    public void close() {
        fitted.forEach(Forecaster::close);
    }
}
