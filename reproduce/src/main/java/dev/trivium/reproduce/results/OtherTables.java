package dev.trivium.reproduce.results;

import dev.trivium.reproduce.results.Table.Cell;
import java.util.List;
import java.util.Set;

/** Tables of the studies of molecules and of gaps. */
final class OtherTables {

    private static final int DIGITS = 3;
    private static final String SCAFFOLD = "scaffold";
    /** Sets whose labels are numbers: their first score is an RMSE. */
    private static final Set<String> NUMBERS = Set.of("ESOL", "FREESOLV", "LIPO");

    private static final Set<String> HOW = Set.of("threads", "commit", "machine", "versions", "fit_seconds", "seconds");

    private OtherTables() {}

    static String molecules(Runs runs) {
        return "The three given splits, which are random: mean ± standard deviation over splits and seeds.\n\n"
                + table(runs.where(line -> !line.getOrDefault("split", "").equals(SCAFFOLD)), runs)
                + "The scaffold split: no Bemis-Murcko scaffold in two parts.\n\n"
                + table(runs.where("split", SCAFFOLD), runs);
    }

    private static String table(Runs chosen, Runs all) {
        List<String> methods = all.distinct("method");
        Table table = new Table("Set, score", methods);
        for (String set : all.distinct("set")) {
            boolean number = NUMBERS.contains(set);
            table.best(set + (number ? ", RMSE" : ", AUROC"), methods.stream()
                    .map(method -> Cell.of(chosen.where("set", set).where("method", method), "rmse_or_auroc", DIGITS)).toList(), number);
        }
        return table.markdown();
    }

    static String gaps(Runs runs) {
        Runs single = runs.where(line -> !line.getOrDefault("seeds", "").startsWith("all:"));
        StringBuilder text = new StringBuilder();
        for (String setting : runs.distinct("setting")) {
            Runs of = single.where("setting", setting);
            Table table = new Table("Method", List.of("seeds", "MAE", "RMSE", "80 % intervals cover"));
            double best = of.distinct("method").stream().mapToDouble(method -> of.where("method", method).mean("mae").orElseThrow()).min().orElseThrow();
            for (String method : of.distinct("method")) {
                Runs one = of.where("method", method);
                String mae = Cell.of(one, "mae", DIGITS).text();
                table.line(method, List.of(String.valueOf(one.lines().size()), one.mean("mae").orElseThrow() == best ? "**" + mae + "**" : mae,
                        Cell.of(one, "rmse", DIGITS).text(), Table.number(100 * one.mean("coverage_80").orElseThrow(), 1) + " %"));
            }
            text.append("Setting `").append(setting).append("`, ").append(of.distinct("cells").get(0)).append(" hidden test cells; lower is better.\n\n")
                    .append(table.markdown());
        }
        return text.toString();
    }

    /** Every recorded line, without what it cost and what it was made with. */
    static String asRecorded(Runs runs) {
        List<String> columns = runs.lines().get(0).keySet().stream().filter(column -> !HOW.contains(column)).toList();
        Table table = new Table(columns.get(0), columns.subList(1, columns.size()));
        runs.lines().forEach(line -> {
            List<String> cells = columns.stream().map(column -> line.getOrDefault(column, "")).toList();
            table.line(cells.get(0), cells.subList(1, cells.size()));
        });
        return table.markdown();
    }
}
