package dev.trivium.imputation.fgatt;

import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import java.util.stream.LongStream;

/**
 * What may be tried of FGATT: around our standard and our thorough setting, which have widths 32 and 64, windows of 24 steps, 2 layers, rates of 1e-3
 * and 2e-3 and ten neighbours.
 */
public final class FgattSpace {

    private static final int MOST_NEIGHBOURS = 20;

    private FgattSpace() {}

    /**
     * {@return the space around a recipe} The kind of graph, the way of hiding, heads, steps and patience stay; the width of the feed-forward
     * parts changes with the width, and the stride is cut to the window.
     *
     * @param series columns there are, at least as many as nodes
     * @param rows training rows there are; a window is no longer than half of them
     */
    public static Tunable<FgattSpec> of(FgattSpec base, int series, int rows) {
        Architecture shape = base.architecture();
        long[] windows = LongStream.of(12, 24, 48, 96, shape.window()).filter(w -> w == shape.window() || w <= rows / 2).sorted().distinct().toArray();
        SearchSpace space = SearchSpace.of(
                Real.log("rate", 2e-4, 1e-2),
                Choice.of("batch", 4, 8, 16, 32),
                Choice.of("width", 16, 32, 64),
                Whole.even("layers", 1, 3),
                Choice.of("window", windows),
                Real.even("dropout", 0, 0.4),
                Real.even("visible", 0, 0.5),
                Whole.log("neighbours", 1, Math.max(1, Math.min(MOST_NEIGHBOURS, series - 1))));
        Settings standard = Settings.none().with("rate", base.recipe().rate()).with("batch", base.recipe().batch()).with("width", shape.width())
                .with("layers", shape.layers()).with("window", shape.window()).with("dropout", shape.dropout()).with("visible", base.recipe().visible())
                .with("neighbours", base.graph().neighbours());
        return new Tunable<>(space, standard, settings -> with(base, settings));
    }

    private static FgattSpec with(FgattSpec base, Settings s) {
        Architecture old = base.architecture();
        int hidden = s.whole("width") == old.width() ? old.hidden() : Math.max(1, (int) ((long) s.whole("width") * old.hidden() / old.width()));
        Architecture shape = old.withSizes(s.whole("width"), old.heads(), hidden, s.whole("layers")).withWindow(s.whole("window"))
                .withDropout(s.real("dropout"));
        Recipe recipe = base.recipe().withRate(s.real("rate")).withSteps(s.whole("batch"), base.recipe().steps()).withVisible(s.real("visible"));
        return new FgattSpec(shape, base.graph().withNeighbours(s.whole("neighbours")), base.hiding(), recipe, base.separator(),
                Math.min(base.stride(), shape.window()), base.given());
    }
}
