package dev.trivium.cli.impute;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.chart.GapChart;
import dev.trivium.evaluation.chart.GapPanel;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** A picture of the rows in which most was filled. */
public final class FilledChart {

    private static final int PANELS = 6;

    private FilledChart() {}

    /**
     * {@return a chart of the series with the most filled cells in the span of {@code rows} rows that holds the most of them}
     *
     * @param truth what was hidden, where it is known: the same rows and series, NaN where nothing was
     */
    public static GapChart of(FilledSeries filled, int rows, String title, String source, Optional<SeriesSet> truth) {
        SeriesSet values = filled.values();
        int count = Math.min(rows, values.length());
        int from = busiest(filled, count);
        List<GapPanel> panels = new ArrayList<>();
        for (int s : mostFilled(filled, from, from + count)) {
            panels.add(panel(filled, from, from + count, s, truth));
        }
        String level = String.format(Locale.ROOT, "%.0f %% interval", 100 * filled.level());
        return new GapChart(title, source, level, stamps(values.time().slice(from, from + count)), panels);
    }

    private static int busiest(FilledSeries filled, int rows) {
        int[] before = new int[filled.values().length() + 1];
        for (int t = 0; t < filled.values().length(); t++) {
            before[t + 1] = before[t];
            for (int s = 0; s < filled.values().width(); s++) {
                before[t + 1] += filled.filled(t, s) ? 1 : 0;
            }
        }
        return IntStream.rangeClosed(0, filled.values().length() - rows).boxed()
                .max(Comparator.<Integer>comparingInt(t -> before[t + rows] - before[t]).thenComparing(Comparator.reverseOrder())).orElse(0);
    }

    private static List<Integer> mostFilled(FilledSeries filled, int from, int to) {
        List<Integer> series = new ArrayList<>(IntStream.range(0, filled.values().width()).boxed().toList());
        series.sort(Comparator.<Integer>comparingInt(s -> -(int) IntStream.range(from, to).filter(t -> filled.filled(t, s)).count()));
        return series.subList(0, Math.min(PANELS, series.size())).stream().sorted().toList();
    }

    private static GapPanel panel(FilledSeries filled, int from, int to, int s, Optional<SeriesSet> truth) {
        Variable variable = filled.values().variables().get(s);
        BitSet was = new BitSet();
        IntStream.range(from, to).filter(t -> filled.filled(t, s)).forEach(t -> was.set(t - from));
        GapPanel panel = GapPanel.of(variable.name(), variable.unit().orElse(""), part(filled.values(), from, to, s), was,
                part(filled.lower(), from, to, s), part(filled.upper(), from, to, s));
        return truth.map(hidden -> panel.withHidden(part(hidden, from, to, s))).orElse(panel);
    }

    private static double[] part(SeriesSet series, int from, int to, int s) {
        return Arrays.copyOfRange(series.column(s), from, to);
    }

    private static ChartTime stamps(TimeAxis time) {
        if (time.zone().isEmpty()) {
            long first = Long.parseLong(time.label(0));
            long step = time.length() == 1 ? 1 : Long.parseLong(time.label(1)) - first;
            return ChartTime.index(first, step, time.length());
        }
        ZonedDateTime[] stamps = new ZonedDateTime[time.length()];
        Arrays.setAll(stamps, t -> time.dateTime(t).orElseThrow());
        return ChartTime.dates(List.of(stamps));
    }
}
