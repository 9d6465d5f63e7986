package dev.trivium.cli.forecast;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A forecast as a table of text or as JSON: time stamps, names, units. */
public final class ForecastTable {

    private static final int MOST_COLUMNS = 6;

    private ForecastTable() {}

    /**
     * {@return the first rows and series, aligned, with a note on what is left out}
     *
     * @param rows most rows to show
     */
    public static List<String> lines(SeriesSet forecast, int rows) {
        return lines(forecast, rows, "series");
    }

    /** As {@link #lines(SeriesSet, int)}, with another word for the columns. */
    static List<String> lines(SeriesSet forecast, int rows, String word) {
        int shownRows = Math.min(rows, forecast.length());
        int columns = Math.min(MOST_COLUMNS, forecast.width());
        List<List<String>> cells = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(""));
        List<String> units = new ArrayList<>(List.of(""));
        forecast.variables().subList(0, columns).forEach(variable -> {
            names.add(variable.name());
            units.add(variable.unit().orElse(""));
        });
        cells.add(names);
        boolean oneUnit = columns > 1 && units.subList(1, units.size()).stream().distinct().count() == 1;
        if (!oneUnit && units.stream().anyMatch(unit -> !unit.isEmpty())) {
            cells.add(units);
        }
        List<String> formats = IntStream.range(0, columns).mapToObj(s -> format(forecast.column(s))).toList();
        for (int t = 0; t < shownRows; t++) {
            List<String> row = new ArrayList<>(List.of(forecast.time().label(t)));
            for (int s = 0; s < columns; s++) {
                row.add(String.format(Locale.ROOT, formats.get(s), forecast.value(t, s)));
            }
            cells.add(row);
        }
        List<String> lines = aligned(cells);
        if (oneUnit && !units.get(1).isEmpty()) {
            lines.add(0, "in " + units.get(1));
        }
        if (shownRows < forecast.length() || columns < forecast.width()) {
            lines.add(String.format(Locale.ROOT, "… %d rows × %d %s in all", forecast.length(), forecast.width(), word));
        }
        return lines;
    }

    /** Five significant digits of the largest value, the same number of decimals for the whole series. */
    private static String format(double[] values) {
        double largest = Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        if (largest >= 1e9 || largest > 0 && largest < 1e-3) {
            return "%.4g";
        }
        return "%." + (largest == 0 ? 0 : Math.max(0, Math.min(4, 4 - (int) Math.floor(Math.log10(largest))))) + "f";
    }

    private static List<String> aligned(List<List<String>> cells) {
        int[] widths = new int[cells.get(0).size()];
        cells.forEach(row -> {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder(row.get(0)).append(" ".repeat(widths[0] - row.get(0).length()));
            for (int c = 1; c < widths.length; c++) {
                line.append("  ").append(" ".repeat(widths[c] - row.get(c).length())).append(row.get(c));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** The mean and, if told, quantiles by their level. */
    static Map<String, Object> json(Forecast told, boolean quantiles) {
        SeriesSet forecast = told.mean();
        List<String> time = new ArrayList<>();
        for (int t = 0; t < forecast.length(); t++) {
            time.add(forecast.time().label(t));
        }
        List<Map<String, Object>> series = new ArrayList<>();
        for (int s = 0; s < forecast.width(); s++) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", forecast.names().get(s));
            forecast.variables().get(s).unit().ifPresent(unit -> one.put("unit", unit));
            one.put("values", forecast.column(s));
            if (quantiles) {
                one.put("quantiles", quantiles(told.quantiles().orElseThrow(), s));
            }
            series.add(one);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("step", forecast.time().stepText());
        map.put("time", time);
        map.put("series", series);
        return map;
    }

    private static Map<String, Object> quantiles(ForecastQuantiles quantiles, int s) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int q = 0; q < quantiles.levels().size(); q++) {
            map.put(quantiles.levels().get(q).toString(), quantiles.values().get(q).column(s));
        }
        return map;
    }
}
