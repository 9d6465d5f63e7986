package dev.trivium.cli.page;

import dev.trivium.cli.option.ReportOptions;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.Prose;
import dev.trivium.evaluation.report.Section;
import dev.trivium.timeseries.Forecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What models forecast for two windows of the test rows, chosen by their place: the last one, and the one in the middle. */
public final class LastWindows implements BiConsumer<String, Forecaster> {

    private static final int LEAST_HISTORY = 48;

    private final Split split;
    private final List<String> drawn = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();

    /** @param split whose test rows are forecast */
    public LastWindows(Split split) {
        this.split = split;
    }

    /** Draws a model, by its first seed. */
    @Override
    public void accept(String name, Forecaster fitted) {
        if (drawn.contains(name)) {
            return;
        }
        drawn.add(name);
        if (!fitted.spec().known().isEmpty()) {
            blocks.add(new Prose(name + " is given columns whose future is known; its forecasts are not drawn."));
            return;
        }
        int horizon = fitted.spec().horizon();
        int last = split.test().to() - horizon;
        int middle = Math.max(split.test().from(), (split.test().from() + last) / 2);
        draw(name, fitted, last, "the last test window");
        if (last - middle >= horizon) {
            draw(name, fitted, middle, "a window in the middle of the test rows");
        }
    }

    private void draw(String name, Forecaster fitted, int origin, String which) {
        SeriesSet series = split.test().series();
        int horizon = fitted.spec().horizon();
        if (origin < fitted.spec().lookback()) {
            return;
        }
        SeriesSet history = series.rows(0, origin);
        var chart = fitted.predict(history).chart(history, Math.max(LEAST_HISTORY, 3 * horizon), name + ": " + which + ", and what came",
                "Chosen by its place, not by how well it went.", series.rows(origin, origin + horizon));
        blocks.add(LineFigure.of(chart));
    }

    /** Puts the drawings on a page, if there are any. */
    public void show(ReportOptions page) {
        if (!blocks.isEmpty()) {
            page.show(new Section("Forecasts", blocks));
        }
    }
}
