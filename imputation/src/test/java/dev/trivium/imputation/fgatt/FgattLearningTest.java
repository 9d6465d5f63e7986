package dev.trivium.imputation.fgatt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a node out there is nothing to go by but the other nodes. */
class FgattLearningTest {

    private static final int TIME = 12;

    static boolean out(int t, int s) {
        return (t / TIME * 3 + 1) % 8 == s;
    }

    @Test
    void aNodeThatIsOutIsFoundFromTheOthers() throws IOException {
        SeriesSet truth = SharedFactor.series(600, 8, 0.2, 1);
        SeriesSet series = SharedFactor.change(truth, (t, s, value) -> t >= 480 && out(t, s) ? Double.NaN : value);
        Split split = Split.at(series, 420, 480, 600);
        FgattSpec spec = FgattSpec.standard()
                .withArchitecture(Architecture.standard().withSizes(16, 2, 32, 1).withWindow(TIME).withDropout(0))
                .withHiding(Hiding.standard().withOutages(0.5).withPoints(List.of(0.05, 0.2)))
                .withRecipe(Recipe.standard().withSteps(16, 50).withEpochs(4, 4).withRate(5e-3));
        try (FgattImputer imputer = spec.fit(split.train(), split.validation(), Training.seed(2).withDevice("cpu"))) {
            double[] estimates = imputer.estimates(series, 480, 600);
            double ours = 0;
            double linear = 0;
            for (int t = 480; t < 600; t++) {
                for (int s = 0; s < 8; s++) {
                    if (out(t, s)) {
                        ours += Math.abs(estimates[(t - 480) * 8 + s] - truth.value(t, s));
                        linear += Math.abs(linear(series, t, s) - truth.value(t, s));
                    }
                }
            }
            assertTrue(ours < 0.8 * linear, "mean absolute error " + ours / 120 + " against " + linear / 120 + " of linear");
        }
    }

    private static double linear(SeriesSet series, int t, int s) {
        int before = t;
        while (!series.observed(before, s)) {
            before--;
        }
        int after = t;
        while (after < series.length() && !series.observed(after, s)) {
            after++;
        }
        if (after == series.length()) {
            return series.value(before, s);
        }
        double share = (double) (t - before) / (after - before);
        return series.value(before, s) * (1 - share) + series.value(after, s) * share;
    }
}
