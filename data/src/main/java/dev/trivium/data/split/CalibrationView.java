package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/**
 * The view of a {@link Split} that holds the rows on which intervals are calibrated: they neither train, nor choose, nor score. Made by
 * {@link Split#withCalibration} and {@link Split#withCalibrationFrom} only.
 */
public final class CalibrationView implements View {

    private final SeriesSet series;
    private final List<Segment> segments;

    CalibrationView(SeriesSet series, List<Segment> segments) {
        this.series = series;
        this.segments = List.copyOf(segments);
    }

    @Override
    public SeriesSet series() {
        return series;
    }

    @Override
    public int from() {
        return segments.get(0).from();
    }

    @Override
    public int to() {
        return segments.get(segments.size() - 1).to();
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }
}
