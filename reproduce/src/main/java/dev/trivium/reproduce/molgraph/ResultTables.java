package dev.trivium.reproduce.molgraph;

import dev.trivium.reproduce.record.MarkdownTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs as tables beside the paper's figures, first of all in words where the model falls short. */
final class ResultTables {

    private final List<Run> runs;

    private ResultTables(List<Run> runs) {
        this.runs = runs;
    }

    static ResultTables of(List<Run> runs) {
        return new ResultTables(runs);
    }

    /** {@return shortfalls, the table of the given splits, the table of the scaffold split} */
    String markdown() {
        return shortfalls() + "\n" + given() + "\n" + scaffold();
    }

    private String shortfalls() {
        List<String> missed = new ArrayList<>();
        List<String> beaten = new ArrayList<>();
        for (Benchmark benchmark : Benchmark.values()) {
            Summary model = single(benchmark, Method.MOLGRAPH_XLSTM);
            if (!model.complete()) {
                continue;
            }
            if (!Limit.of(benchmark, runs).holds()) {
                missed.add(benchmark + " (" + Limit.of(benchmark, runs).sentence() + ")");
            }
            List<String> better = List.of(Method.ECFP4_FOREST, Method.RANDOM_FOREST, Method.BOOSTED_TREES).stream()
                    .filter(method -> single(benchmark, method).complete() && beats(benchmark, single(benchmark, method), model))
                    .map(Method::title).toList();
            if (!better.isEmpty()) {
                beaten.add(benchmark + " (" + String.join(", ", better) + ")");
            }
        }
        String first = missed.isEmpty() ? "All limits that were checked are held." : "**Missed:** " + String.join("; ", missed) + ".";
        String second = beaten.isEmpty() ? "" : " A simple method has the better mean on " + String.join(", ", beaten) + ".";
        return first + second + "\n";
    }

    private static boolean beats(Benchmark benchmark, Summary one, Summary other) {
        return Limit.metric(benchmark).equals("RMSE") ? one.mean() < other.mean() : one.mean() > other.mean();
    }

    private Summary single(Benchmark benchmark, Method method) {
        return Summary.of(runs, benchmark, method, false, Run.Scores::first);
    }

    private String given() {
        MarkdownTable table = new MarkdownTable(List.of("Set", "Metric", "Paper", "Best other in the paper", "Train mean", "Random forest on ECFP4",
                "Random forest", "Boosted trees", "**MolGraph-xLSTM**", "Seeds averaged", "Limit"));
        for (Benchmark benchmark : Benchmark.values()) {
            List<String> cells = new ArrayList<>(List.of(benchmark.name(), Limit.metric(benchmark), benchmark.paper(), benchmark.bestOther()));
            Arrays.stream(Method.values()).forEach(method -> cells.add(single(benchmark, method).text()));
            Summary ensemble = Summary.of(runs, benchmark, Method.MOLGRAPH_XLSTM, true, Run.Scores::first);
            cells.add(ensemble.text());
            cells.add(single(benchmark, Method.MOLGRAPH_XLSTM).complete() ? Limit.of(benchmark, runs).sentence() : "–");
            table.row(cells);
        }
        return "The three given splits, which are random. Mean ± standard deviation over splits.\n\n" + table;
    }

    private String scaffold() {
        MarkdownTable table = new MarkdownTable(List.of("Set", "Metric", "Train mean", "Random forest on ECFP4", "Random forest", "Boosted trees",
                "**MolGraph-xLSTM**", "Seeds averaged"));
        for (Benchmark benchmark : Benchmark.values()) {
            List<String> cells = new ArrayList<>(List.of(benchmark.name(), Limit.metric(benchmark)));
            Arrays.stream(Method.values()).forEach(method -> cells.add(scaffold(benchmark, method, false)));
            cells.add(scaffold(benchmark, Method.MOLGRAPH_XLSTM, true));
            table.row(cells);
        }
        return "The scaffold split: the same molecules, no Bemis-Murcko scaffold in two parts. One split; mean over seeds.\n\n" + table;
    }

    private String scaffold(Benchmark benchmark, Method method, boolean ensemble) {
        List<Run> found = Summary.of(runs, benchmark, Splits.SCAFFOLD, method, ensemble);
        return found.isEmpty() ? "not run" : String.format(Locale.ROOT, "%.3f", found.stream().map(Run::scores)
                .collect(Collectors.averagingDouble(Run.Scores::first)));
    }
}
