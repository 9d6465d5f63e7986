package dev.trivium.imputation.chart;

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
     * A table with what was filled in it.
     *
     * @param values (time, series); NaN where a cell is neither observed nor filled
     * @param lower lower ends of the intervals of the filled cells
     * @param upper upper ends
     * @param filled cell {@code t · series + s} is set if series {@code s} was filled at row {@code t}
     * @param level share of filled cells that the intervals are meant to cover
     * @param truth what was hidden, where it is known: the same rows and series, NaN where nothing was
     */
    public record Table(SeriesSet values, SeriesSet lower, SeriesSet upper, BitSet filled, double level, Optional<SeriesSet> truth) {

        private boolean filled(int t, int s) {
            return filled.get(t * values.width() + s);
        }
    }

    /** {@return the table of an imputer's answer} */
    public static Table table(FilledSeries filled, Optional<SeriesSet> truth) {
        BitSet cells = new BitSet();
        int width = filled.values().width();
        IntStream.range(0, filled.values().length() * width).filter(i -> filled.filled(i / width, i % width)).forEach(cells::set);
        return new Table(filled.values(), filled.lower(), filled.upper(), cells, filled.level(), truth);
    }

    /**
     * {@return a chart of the series with the most filled cells, in the span of {@code rows} rows that holds the most of them beside observed
     * ones: a span in which a series has no observed value shows nothing of how well its gap is filled}
     */
    public static GapChart of(Table table, int rows, String title, String source) {
        int count = Math.min(rows, table.values().length());
        int from = busiest(table, count);
        List<GapPanel> panels = new ArrayList<>();
        for (int s : mostFilled(table, from, from + count)) {
            panels.add(panel(table, from, from + count, s));
        }
        String level = String.format(Locale.ROOT, "%.0f %% interval", 100 * table.level());
        return new GapChart(title, source, level, stamps(table.values().time().slice(from, from + count)), panels);
    }

    private static int busiest(Table table, int rows) {
        int spans = table.values().length() - rows + 1;
        int[] shown = new int[spans];
        for (int s = 0; s < table.values().width(); s++) {
            int filled = 0;
            for (int t = 0; t < table.values().length(); t++) {
                filled += table.filled(t, s) ? 1 : 0;
                filled -= t >= rows && table.filled(t - rows, s) ? 1 : 0;
                if (t >= rows - 1) {
                    shown[t - rows + 1] += Math.min(filled, rows - filled);
                }
            }
        }
        return IntStream.range(0, spans).boxed()
                .max(Comparator.<Integer>comparingInt(t -> shown[t]).thenComparing(Comparator.reverseOrder())).orElse(0);
    }

    private static List<Integer> mostFilled(Table table, int from, int to) {
        List<Integer> series = new ArrayList<>(IntStream.range(0, table.values().width()).boxed().toList());
        series.sort(Comparator.<Integer>comparingInt(s -> -(int) IntStream.range(from, to).filter(t -> table.filled(t, s)).count()));
        return series.subList(0, Math.min(PANELS, series.size())).stream().sorted().toList();
    }

    private static GapPanel panel(Table table, int from, int to, int s) {
        Variable variable = table.values().variables().get(s);
        BitSet was = new BitSet();
        IntStream.range(from, to).filter(t -> table.filled(t, s)).forEach(t -> was.set(t - from));
        GapPanel panel = GapPanel.of(variable.name(), variable.unit().orElse(""), part(table.values(), from, to, s), was,
                part(table.lower(), from, to, s), part(table.upper(), from, to, s));
        return table.truth().map(hidden -> panel.withHidden(part(hidden, from, to, s))).orElse(panel);
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
