package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.ScoredSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Small cards with known errors, for tests. */
public final class Cards {

    static final int WINDOWS = 200;
    static final int HORIZON = 8;

    private Cards() {
    }

    /** A card whose model's errors are {@code size} times those of seasonal naive, plus its own noise of size {@code noise}. */
    public static ScoreCard card(double size, double noise) {
        return ScoreCard.of("WaveRoRA on a made series", setting(), coverage(), bootstrap(), runs(size, noise));
    }

    static List<MethodRun> runs(double size, double noise) {
        List<MethodRun> runs = new ArrayList<>();
        runs.add(run("last value", MethodKind.LAST_VALUE, "", errors(1.6, 0, 1)));
        runs.add(run("seasonal naive 24", MethodKind.SEASONAL_NAIVE, "season found by periodogram", errors(1, 0, 1)));
        runs.add(run("drift", MethodKind.NAIVE, "", errors(1.8, 0, 1)));
        runs.add(run("boosted trees on lags", MethodKind.BASELINE, "XGBoost native library absent: random forest",
                errors(0.9, 0, 1)));
        Method model = new Method("WaveRoRA", MethodKind.MODEL, List.of(1L, 2L), new Cost(127.4, 2300, 400), "");
        runs.add(new MethodRun(model, List.of(errors(size, noise, 2), errors(size * 1.01, noise, 3))));
        return runs;
    }

    static Setting setting() {
        return new Setting("made.csv", "700/100/200 rows", 48, HORIZON, 1, "lowest validation MSE");
    }

    static Coverage coverage() {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        excluded.put("look-back more than 30 % missing", 3);
        excluded.put("all targets missing", 0);
        return new Coverage(WINDOWS, excluded, 17, 2L * WINDOWS * HORIZON, HORIZON);
    }

    static Bootstrap bootstrap() {
        return Bootstrap.overWindows(WINDOWS, HORIZON, 1, 42);
    }

    static MethodRun run(String name, MethodKind kind, String note, ForecastErrors errors) {
        return new MethodRun(new Method(name, kind, List.of(), new Cost(0.012, 1.5, 400), note), List.of(errors));
    }

    /** Two series; the first window's first series has no outcomes. */
    static ForecastErrors errors(double size, double noise, long noiseSeed) {
        SplittableRandom shared = new SplittableRandom(7);
        SplittableRandom own = new SplittableRandom(noiseSeed);
        double[] shock = new double[2 * (WINDOWS + HORIZON)];
        for (int i = 0; i < shock.length; i++) {
            shock[i] = size * shared.nextDouble(-2, 2) + noise * own.nextDouble(-2, 2);
        }
        double[] predicted = new double[WINDOWS * HORIZON * 2];
        double[] actual = new double[predicted.length];
        for (int w = 0; w < WINDOWS; w++) {
            for (int h = 0; h < HORIZON; h++) {
                for (int s = 0; s < 2; s++) {
                    int at = (w * HORIZON + h) * 2 + s;
                    predicted[at] = shock[2 * (w + h) + s] * (1 + 0.1 * h) * (s == 0 ? 4 : 100);
                    actual[at] = w == 0 && s == 0 ? Double.NaN : 0;
                }
            }
        }
        ForecastErrors errors = new ForecastErrors(HORIZON, List.of(
                new ScoredSeries("temperature", "°C", 4, 3), new ScoredSeries("pressure", "", 100, 0)));
        errors.add(predicted, actual, WINDOWS);
        return errors;
    }
}
