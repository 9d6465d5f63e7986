package dev.trivium.reproduce.results;

import dev.trivium.reproduce.results.Table.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tables of the studies of forecasts. */
final class ForecastTables {

    private static final int DIGITS = 3;
    private static final String NAIVE = "seasonal-naive";
    private static final String ZERO_SHOT = "timetracker";

    private ForecastTables() {}

    static String waveRora(Runs runs) {
        Table table = new Table("Data set, horizon", List.of("**WaveRoRA** MSE", "seeds", "linear MSE", "seasonal naive MSE", "last value MSE",
                "WaveRoRA MAE", "linear MAE"));
        for (String set : runs.distinct("dataset")) {
            for (String horizon : runs.where("dataset", set).distinct("horizon")) {
                Runs of = runs.where("dataset", set).where("horizon", horizon);
                table.line(set + ", " + horizon, List.of(Cell.of(of, "mse", DIGITS).text(), String.valueOf(of.lines().size()),
                        mean(of, "linear_mse"), mean(of, "seasonal_mse"), mean(of, "last_value_mse"), Cell.of(of, "mae", DIGITS).text(),
                        mean(of, "linear_mae")));
            }
        }
        return "Standardised errors over all test windows; lower is better.\n\n" + table.markdown();
    }

    private static String mean(Runs runs, String column) {
        return Table.number(runs.mean(column).orElseThrow(), DIGITS);
    }

    static String zeroShot(Runs runs) {
        List<String> methods = runs.distinct("method");
        Table table = new Table("Data set", methods.stream().map(ForecastTables::named).toList());
        for (String set : runs.distinct("set")) {
            double naive = runs.where("set", set).where("method", NAIVE).mean("mase").orElseThrow();
            table.best(set, methods.stream().map(method -> relative(runs.where("set", set).where("method", method), naive)).toList(), true);
        }
        table.best("geometric mean", methods.stream().map(method -> geometricMean(runs, method)).toList(), true);
        table.line("80 % intervals cover", methods.stream().map(method -> covered(runs, method)).toList());
        return "MASE relative to that of the seasonal naive forecast; lower is better. Nothing was fitted for " + named(ZERO_SHOT)
                + ". Means are over all " + runs.distinct("set").size() + " sets, for methods that were run on all of them.\n\n" + table.markdown();
    }

    private static String named(String method) {
        return method.equals(ZERO_SHOT) ? "**" + method + "**" : method;
    }

    private static Cell relative(Runs one, double naive) {
        return new Cell(Arrays.stream(one.numbers("mase")).map(mase -> mase / naive).toArray(), DIGITS);
    }

    private static Cell geometricMean(Runs runs, String method) {
        List<Double> logarithms = new ArrayList<>();
        for (String set : runs.distinct("set")) {
            Runs of = runs.where("set", set);
            of.where("method", method).mean("mase").ifPresent(mase ->
                    logarithms.add(Math.log(mase / of.where("method", NAIVE).mean("mase").orElseThrow())));
        }
        double mean = Math.exp(logarithms.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN));
        return new Cell(logarithms.size() < runs.distinct("set").size() ? new double[0] : new double[] {mean}, DIGITS);
    }

    private static String covered(Runs runs, String method) {
        Runs of = runs.where("method", method);
        return of.lines().size() < runs.distinct("set").size() ? "–" : Table.number(100 * of.mean("coverage_80").orElseThrow(), 1) + " %";
    }

    static String fineTuned(Runs runs) {
        Table table = new Table("Data set, share of the training windows", List.of("start", "MSE", "MAE", "best epoch"));
        for (String set : runs.distinct("dataset")) {
            for (String share : runs.where("dataset", set).distinct("share")) {
                for (String start : runs.where("dataset", set).where("share", share).distinct("start")) {
                    Runs of = runs.where("dataset", set).where("share", share).where("start", start);
                    table.line(set + ", " + Table.number(100 * Double.parseDouble(share), 0) + " %", List.of(start, Cell.of(of, "mse", DIGITS).text(),
                            Cell.of(of, "mae", DIGITS).text(), String.join(", ", of.distinct("best_epoch"))));
                }
            }
        }
        return "Standardised errors over all test windows, horizon 96; lower is better. A best epoch of 0 is the start itself.\n\n" + table.markdown();
    }

    static String intervals(Runs runs) {
        List<String> nominal = runs.distinct("nominal");
        List<String> columns = new ArrayList<>(List.of("seeds"));
        nominal.forEach(level -> columns.addAll(List.of(percent(level) + " intervals cover", "width")));
        Table table = new Table("Case, method, variant", columns);
        Runs whole = runs.where("over", "all");
        for (String name : whole.distinct("case")) {
            for (String method : whole.where("case", name).distinct("method")) {
                for (String variant : whole.where("case", name).where("method", method).distinct("variant")) {
                    Runs of = whole.where("case", name).where("method", method).where("variant", variant);
                    List<String> cells = new ArrayList<>(List.of(String.valueOf(of.distinct("seed").size())));
                    nominal.forEach(level -> cells.addAll(List.of(covered(of.where("nominal", level).numbers("share")),
                            Cell.of(of.where("nominal", level), "width", DIGITS).text())));
                    table.line(name + ", " + method + ", " + variant, cells);
                }
            }
        }
        return "Over all steps and series; several seeds: mean ± standard deviation. By step and series: the study.\n\n" + table.markdown();
    }

    private static String percent(String share) {
        return Table.number(100 * Double.parseDouble(share), 0) + " %";
    }

    private static String covered(double[] shares) {
        return shares.length == 0 ? "not run" : new Cell(Arrays.stream(shares).map(share -> 100 * share).toArray(), 1).text() + " %";
    }
}
