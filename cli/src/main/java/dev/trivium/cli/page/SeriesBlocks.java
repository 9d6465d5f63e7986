package dev.trivium.cli.page;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.report.Axis;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.GapStrip;
import dev.trivium.evaluation.report.Table;
import dev.trivium.evaluation.text.Figures;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What series are like: where values are missing, and how large they are. */
public final class SeriesBlocks {

    private static final int SERIES_SHOWN = 200;

    private SeriesBlocks() {}

    /** {@return the blocks of the rows of all parts of a split, up to the last that is used} */
    public static List<Block> of(Split split) {
        int end = Math.max(split.test().to(), Math.max(split.validation().to(), split.calibration().map(View::to).orElse(0)));
        return of(split.whole().rows(0, end), Optional.of(split));
    }

    /**
     * {@return a strip of gaps and a table of the series}
     *
     * @param series up to the last row of a part at least
     */
    public static List<Block> of(SeriesSet series, Optional<Split> split) {
        List<Block> blocks = new ArrayList<>();
        GapStrip strip = GapStrip.of("Where values are missing", series.missing() == 0 ? "Nowhere: every value is there."
                : "Darker where more of a span is missing; observed spans are grey.", Axis.of(stamps(series.time())));
        split.ifPresent(parts -> {
            part(strip, "training", parts.train());
            part(strip, "validation", parts.validation());
            parts.calibration().ifPresent(view -> part(strip, "calibration", view));
            part(strip, "test", parts.test());
        });
        Table table = Table.of("The series" + (series.width() > SERIES_SHOWN ? ", the first " + SERIES_SHOWN + " of " + series.width() : ""),
                List.of("series", "unit", "observed", "missing", "least", "mean", "largest")).texts(2);
        for (int s = 0; s < Math.min(SERIES_SHOWN, series.width()); s++) {
            double[] values = series.column(s);
            strip.series(series.names().get(s), values);
            var known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).summaryStatistics();
            boolean any = known.getCount() > 0;
            table.row(List.of(series.names().get(s), series.variables().get(s).unit().orElse(""), Long.toString(known.getCount()),
                    Figures.percent(1 - (double) known.getCount() / values.length), any ? Figures.significant(known.getMin(), 4) : "",
                    any ? Figures.significant(known.getAverage(), 4) : "", any ? Figures.significant(known.getMax(), 4) : ""));
        }
        blocks.add(strip);
        blocks.add(table);
        return blocks;
    }

    private static void part(GapStrip strip, String name, View view) {
        if (view.to() > view.from()) {
            strip.part(name, view.from(), view.to());
        }
    }

    private static ChartTime stamps(TimeAxis time) {
        if (time.zone().isEmpty()) {
            long first = Long.parseLong(time.label(0));
            return ChartTime.index(first, time.length() == 1 ? 1 : Long.parseLong(time.label(1)) - first, time.length());
        }
        ZonedDateTime[] stamps = new ZonedDateTime[time.length()];
        Arrays.setAll(stamps, t -> time.dateTime(t).orElseThrow());
        return ChartTime.dates(List.of(stamps));
    }
}
