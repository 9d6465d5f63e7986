package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.fgatt.Architecture;
import dev.trivium.imputation.fgatt.FgattImputer;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.fgatt.Recipe;
import dev.trivium.nn.training.Training;
import java.io.IOException;

/** FGATT with two layers, trained for one step: its answers are worth nothing, its time is real. */
final class SmallFgatt {

    static final int WIDTH = 64;
    static final int HEADS = 4;
    static final int LAYERS = 2;

    private SmallFgatt() {}

    static FgattImputer fit(int nodes, int window, int width) throws IOException {
        SeriesSet series = RandomSeries.of(8 * window, nodes, 7);
        FgattSpec spec = FgattSpec.standard()
                .withArchitecture(Architecture.standard().withWindow(window).withSizes(width, HEADS, 2 * width, LAYERS))
                .withRecipe(Recipe.standard().withSteps(2, 1).withEpochs(1, 1));
        Split split = Split.at(series, 5 * window, 7 * window, 8 * window);
        return spec.fit(split.train(), split.validation(), Training.seed(1).withDevice("cpu"));
    }
}
