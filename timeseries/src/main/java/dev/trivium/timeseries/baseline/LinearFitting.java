package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.window.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits the linear maps, series by series. */
final class LinearFitting {

    private static final double[] PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};
    private static final double DEFAULT_PENALTY = 1e-2; // where validation cannot choose

    private final Windows train;
    private final Windows validation;
    private final Standardiser standardiser;
    private double squaredError;
    private long scored;

    LinearFitting(Windows train, Windows validation, Standardiser standardiser) {
        this.train = train;
        this.validation = validation;
        this.standardiser = standardiser;
    }

    LinearRule fit() {
        FilledRows trainRows = FilledRows.of(train.series(), standardiser);
        FilledRows validationRows = FilledRows.of(validation.series(), standardiser);
        List<LinearMap> maps = new ArrayList<>();
        for (int s = 0; s < trainRows.width(); s++) {
            maps.add(fit(moments(train, trainRows, s), moments(validation, validationRows, s)).scaled(standardiser.deviation(s)));
        }
        return new LinearRule(train.lookback(), train.horizon(), maps);
    }

    /** {@return the mean squared error of the chosen maps on the validation windows, standardised; 0 if nothing was observed there} */
    double validationError() {
        return scored == 0 ? 0 : squaredError / scored;
    }

    private WindowMoments moments(Windows windows, FilledRows rows, int s) {
        double[] values = new double[rows.length()];
        int[] missing = new int[rows.length() + 1]; // before each row
        for (int t = 0; t < values.length; t++) {
            values[t] = (rows.value(t, s) - standardiser.mean(s)) / standardiser.deviation(s);
            missing[t + 1] = missing[t] + (windows.series().observed(t, s) ? 0 : 1);
        }
        int[] origins = IntStream.range(0, windows.count()).map(windows::origin).toArray();
        return WindowMoments.of(values, origins, windows.lookback(), windows.horizon(),
                origin -> missing[origin + windows.horizon()] == missing[origin]);
    }

    private LinearMap fit(WindowMoments trainMoments, WindowMoments validationMoments) {
        LinearMap best = LinearMap.lastValue(train.lookback(), train.horizon());
        if (trainMoments.count() == 0) {
            return best;
        }
        if (validationMoments.count() == 0) {
            return CentredMoments.of(trainMoments, LinearMap.Centre.LAST).ridge(DEFAULT_PENALTY);
        }
        double least = Double.POSITIVE_INFINITY;
        for (LinearMap.Centre centre : LinearMap.Centre.values()) {
            CentredMoments learnt = CentredMoments.of(trainMoments, centre);
            CentredMoments unseen = CentredMoments.of(validationMoments, centre);
            for (double penalty : PENALTIES) {
                LinearMap map = learnt.ridge(penalty);
                double error = unseen.squaredError(map);
                if (error < least) {
                    least = error;
                    best = map;
                }
            }
        }
        squaredError += least;
        scored += (long) validationMoments.count() * validation.horizon();
        return best;
    }
}
