package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/** The view of a {@link Split} that holds the rows that are looked at once, for the score; none in a split without a test. Made by a split only. */
public final class TestView implements View {

    private final SeriesSet series;
    private final List<Segment> segments;

    TestView(SeriesSet series, List<Segment> segments) {
        this.series = series;
        this.segments = List.copyOf(segments);
    }

    @Override
    public SeriesSet series() {
        return series;
    }

    @Override
    public int from() {
        return segments.isEmpty() ? series.length() : segments.get(0).from();
    }

    @Override
    public int to() {
        return segments.isEmpty() ? series.length() : segments.get(segments.size() - 1).to();
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }
}
