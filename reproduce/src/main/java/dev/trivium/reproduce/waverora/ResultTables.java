package dev.trivium.reproduce.waverora;

import dev.trivium.reproduce.record.CsvText;
import dev.trivium.reproduce.record.MarkdownTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rows of the paper beside our runs, as Markdown and as CSV. */
final class ResultTables {

    static final String NOT_RUN = "not run";

    private static final List<String> CSV_HEADER = List.of("dataset", "horizon", "paper_mse", "paper_mae", "authors_code_mse", "mse", "mae",
            "mse_sd", "mae_sd", "mse_limit", "verdict", "above_paper_percent", "dropped_mse", "dropped_mae", "last_value_mse",
            "last_value_mae", "seasonal_mse", "seasonal_mae", "linear_mse", "linear_mae", "windows", "windows_kept", "seeds", "epochs",
            "best_epochs", "fit_seconds", "threads", "commits", "machines", "versions");
    private static final List<String> SCORE_HEADER = List.of("Data set", "H", "Paper", "Authors' code", "**Ours, all windows**", "MSE at most",
            "To the paper", "Ours, last batch dropped", "Last value", "Seasonal naive", "Linear", "Seeds");
    private static final List<String> RUN_HEADER = List.of("Data set", "H", "Seed", "MSE / MAE", "Windows (kept)", "Epochs", "Best epoch",
            "Fit, s", "Threads", "Commit", "Machine");

    private final List<Summary> rows;

    private ResultTables(List<Summary> rows) {
        this.rows = rows;
    }

    static ResultTables of(PaperTable paper, List<SeedRun> runs) {
        return new ResultTables(paper.rows().stream().map(row -> Summary.of(row, runs)).toList());
    }

    /** {@return one line per row of the paper} */
    String csv() throws IOException {
        List<List<String>> lines = new ArrayList<>(List.of(CSV_HEADER));
        rows.forEach(row -> lines.add(csvLine(row)));
        return CsvText.of(lines);
    }

    private static List<String> csvLine(Summary summary) {
        PaperRow row = summary.row();
        List<String> cells = new ArrayList<>(List.of(row.setting().dataset(), Integer.toString(row.setting().horizon()),
                fixed(3, row.paper().mse()), fixed(3, row.paper().mae()), authors(row, "")));
        if (!summary.wasRun()) {
            cells.addAll(List.of(NOT_RUN, NOT_RUN, "", "", fixed(3, row.mseLimit()), NOT_RUN));
            cells.addAll(Collections.nCopies(CSV_HEADER.size() - cells.size(), ""));
            return cells;
        }
        cells.addAll(List.of(fixed(6, summary.mse()), fixed(6, summary.mean(run -> run.all().mae())),
                fixed(6, summary.deviation(run -> run.all().mse())), fixed(6, summary.deviation(run -> run.all().mae())),
                fixed(3, row.mseLimit()), summary.verdict(), fixed(2, row.percentAbove(summary.mse()))));
        for (Function<SeedRun, Score> method : List.<Function<SeedRun, Score>>of(SeedRun::kept, run -> run.simple().lastValue(),
                run -> run.simple().seasonal(), run -> run.simple().linear())) {
            cells.add(fixed(6, summary.mean(run -> method.apply(run).mse())));
            cells.add(fixed(6, summary.mean(run -> method.apply(run).mae())));
        }
        cells.addAll(List.of(distinct(summary, run -> run.windows().all()), distinct(summary, run -> run.windows().kept()),
                each(summary, SeedRun::seed), each(summary, run -> run.fit().epochs()), each(summary, run -> run.fit().bestEpoch()),
                each(summary, run -> fixed(1, run.fit().seconds())), distinct(summary, run -> run.origin().threads()),
                distinct(summary, run -> run.origin().commit()), distinct(summary, run -> run.origin().machine()),
                distinct(summary, run -> run.origin().versions())));
        return cells;
    }

    /** {@return two tables: scores of every row of the paper, and the runs behind them} */
    String markdown() {
        MarkdownTable scores = new MarkdownTable(SCORE_HEADER);
        rows.forEach(row -> scores.row(scoreLine(row)));
        String text = "MSE / MAE of standardised values; several seeds: mean ± standard deviation.\n\n" + scores;
        List<SeedRun> runs = rows.stream().flatMap(row -> row.runs().stream()).toList();
        if (runs.isEmpty()) {
            return text;
        }
        MarkdownTable behind = new MarkdownTable(RUN_HEADER);
        runs.forEach(run -> behind.row(runLine(run)));
        return text + "\nThe runs behind it:\n\n" + behind + "\nMade with "
                + runs.stream().map(run -> run.origin().versions()).distinct().collect(Collectors.joining("; ")) + ".\n";
    }

    private static List<String> scoreLine(Summary summary) {
        PaperRow row = summary.row();
        List<String> cells = new ArrayList<>(List.of(row.setting().dataset(), Integer.toString(row.setting().horizon()),
                fixed(3, row.paper().mse()) + " / " + fixed(3, row.paper().mae()), authors(row, "–")));
        if (!summary.wasRun()) {
            cells.addAll(List.of(NOT_RUN, fixed(3, row.mseLimit()), NOT_RUN));
            cells.addAll(Collections.nCopies(SCORE_HEADER.size() - cells.size(), "–"));
            return cells;
        }
        cells.addAll(List.of("**" + score(summary, SeedRun::all) + "**", fixed(3, row.mseLimit()) + " (" + summary.verdict() + ")",
                String.format(Locale.ROOT, "%+.1f %%", row.percentAbove(summary.mse())), score(summary, SeedRun::kept),
                score(summary, run -> run.simple().lastValue()), score(summary, run -> run.simple().seasonal()),
                score(summary, run -> run.simple().linear()), Integer.toString(summary.runs().size())));
        return cells;
    }

    private static List<String> runLine(SeedRun run) {
        return List.of(run.setting().dataset(), Integer.toString(run.setting().horizon()), Long.toString(run.seed()),
                fixed(4, run.all().mse()) + " / " + fixed(4, run.all().mae()),
                run.windows().all() + " (" + run.windows().kept() + ")", Integer.toString(run.fit().epochs()),
                Integer.toString(run.fit().bestEpoch()), fixed(0, run.fit().seconds()), Integer.toString(run.origin().threads()),
                run.origin().commit(), run.origin().machine());
    }

    private static String score(Summary summary, Function<SeedRun, Score> method) {
        return figure(summary.mean(run -> method.apply(run).mse()), summary.deviation(run -> method.apply(run).mse())) + " / "
                + figure(summary.mean(run -> method.apply(run).mae()), summary.deviation(run -> method.apply(run).mae()));
    }

    private static String figure(double mean, double deviation) {
        return fixed(4, mean) + (deviation >= 5e-5 ? " ± " + fixed(4, deviation) : "");
    }

    private static String authors(PaperRow row, String absent) {
        return row.authorsMse().isPresent() ? fixed(4, row.authorsMse().getAsDouble()) : absent;
    }

    /** {@return the number with so many decimals; nothing for NaN} */
    static String fixed(int decimals, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String each(Summary summary, Function<SeedRun, Object> figure) {
        return summary.runs().stream().map(run -> figure.apply(run).toString()).collect(Collectors.joining(" "));
    }

    private static String distinct(Summary summary, Function<SeedRun, Object> figure) {
        return summary.runs().stream().map(run -> figure.apply(run).toString()).distinct().collect(Collectors.joining("; "));
    }
}
