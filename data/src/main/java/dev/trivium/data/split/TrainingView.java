package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;

/** The view of a {@link Split} that holds the rows a model may learn from. Made by a split only. */
public final class TrainingView implements View {

    private final SeriesSet series;
    private final int from;

    TrainingView(SeriesSet whole, int from, int to) {
        series = whole.rows(0, to);
        this.from = from;
    }

    @Override
    public SeriesSet series() {
        return series;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return series.length();
    }
}
