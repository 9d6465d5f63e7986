package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a card. */
final class GapTables {

    private static final int COMPARED = 3;
    private static final int SHORT_NAME = 14;
    private static final int LONG_NAME = 20;

    private final GapCard card;
    private final List<String> footnotes = new ArrayList<>();

    GapTables(GapCard card) {
        this.card = card;
    }

    /** {@return what must be known about rows of the table {@link #errors()} wrote} */
    List<String> footnotes() {
        return footnotes;
    }

    String errors() {
        TextTable table = new TextTable().row(List.of("", "MAE ", Figures.percent(card.resamples().bootstrap().level()) + " interval", "RMSE ",
                "MRE ", "skill", "p", "fit s"));
        group(table, "naive", MethodKind::isNaive);
        group(table, "baselines", kind -> kind == MethodKind.BASELINE);
        group(table, "models", kind -> kind == MethodKind.MODEL);
        return table.render();
    }

    private void group(TextTable table, String heading, Predicate<MethodKind> kinds) {
        List<GapRow> rows = card.rows().stream().filter(row -> kinds.test(row.method().kind())).toList();
        if (!rows.isEmpty()) {
            table.row(List.of(heading));
        }
        for (GapRow row : rows) {
            boolean itself = row.method().name().equals(row.paired().reference());
            table.row(List.of("  " + TextTable.cut(row.method().name(), LONG_NAME) + footnote(row), marked(row, GapMetric.MAE),
                    Figures.interval(row.mae().interval()), marked(row, GapMetric.RMSE), marked(row, GapMetric.MRE),
                    itself ? "" : Figures.skill(row.skill()), itself ? "" : probability(row.paired().p()),
                    cost(row.method().cost().fitSeconds())));
        }
    }

    private String marked(GapRow row, GapMetric metric) {
        double own = row.score(metric).value();
        double[] all = card.rows().stream().mapToDouble(other -> other.score(metric).value()).filter(other -> !Double.isNaN(other)).toArray();
        boolean best = !Double.isNaN(own) && Arrays.stream(all).noneMatch(other -> other < own);
        String text = metric == GapMetric.MRE && !Double.isNaN(own) ? Figures.percent(own) : Figures.scoreAmong(own, all);
        return text + (best ? "*" : " ");
    }

    private String footnote(GapRow row) {
        List<String> parts = new ArrayList<>();
        List<Long> seeds = row.method().seeds();
        if (seeds.size() == 1) {
            parts.add("seed " + seeds.get(0));
        } else if (!seeds.isEmpty()) {
            parts.add("mean over seeds " + seeds.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + " ± their standard deviation: MAE " + spread(row.mae()) + ", RMSE " + spread(row.rmse()) + ", MRE " + spread(row.mre()));
        }
        if (!row.method().note().isEmpty()) {
            parts.add(row.method().note());
        }
        if (parts.isEmpty()) {
            return "";
        }
        footnotes.add("[" + (footnotes.size() + 1) + "] " + row.method().name() + ": " + String.join("; ", parts));
        return " [" + footnotes.size() + "]";
    }

    private static String cost(double value) {
        return value < 0.01 ? "<0.01" : Figures.significant(value, 2);
    }

    private static String probability(double p) {
        return p < 0.001 ? "<0.001" : Figures.significant(p, 2);
    }

    private static String spread(Estimate estimate) {
        return Figures.score(estimate.value()) + " ± " + Figures.significant(estimate.seedDeviation(), 2);
    }

    String contrasts() {
        TextTable table = new TextTable().row(List.of("", "against", "difference", "interval", "p"));
        for (PairedGap contrast : card.contrasts()) {
            table.row(List.of("  " + TextTable.cut(contrast.method(), LONG_NAME), TextTable.cut(contrast.reference(), LONG_NAME),
                    Figures.score(contrast.difference()), Figures.interval(contrast.interval()), probability(contrast.p())));
        }
        return table.render();
    }

    String coverage() {
        List<GapRow> compared = Stream.concat(card.models().stream().limit(COMPARED - 1L), Stream.of(card.bestSimple())).toList();
        TextTable table = new TextTable().row(Stream.concat(Stream.of("  gap", "cells"),
                compared.stream().flatMap(row -> Stream.of(TextTable.cut(row.method().name(), SHORT_NAME), "width"))).toList());
        for (CoverageShare gap : compared.get(0).coverage().gaps()) {
            line(table, gap, compared.stream().map(row -> row.coverage().gaps().stream().filter(other -> other.name().equals(gap.name()))
                    .findFirst().orElseThrow()).toList());
        }
        line(table, compared.get(0).coverage().overall(), compared.stream().map(row -> row.coverage().overall()).toList());
        table.row(Stream.concat(Stream.of("  interval of all", ""), compared.stream()
                .flatMap(row -> Stream.of(Figures.interval(row.coverage().overall().interval()), ""))).toList());
        table.row(Stream.concat(Stream.of("  meant", ""), compared.stream()
                .flatMap(row -> Stream.of(Figures.percent(row.coverage().level()), ""))).toList());
        extreme(table, "  lowest series", compared, Comparator.comparingDouble(CoverageShare::share));
        extreme(table, "  highest series", compared, Comparator.comparingDouble(CoverageShare::share).reversed());
        return table.render();
    }

    private static void line(TextTable table, CoverageShare first, List<CoverageShare> shares) {
        table.row(Stream.concat(Stream.of("  " + first.name(), Integer.toString(first.cells())),
                shares.stream().flatMap(share -> Stream.of(Figures.percent(share.share()), Figures.significant(share.width(), 3)))).toList());
    }

    private static void extreme(TextTable table, String label, List<GapRow> rows, Comparator<CoverageShare> order) {
        table.row(Stream.concat(Stream.of(label, ""), rows.stream().flatMap(row -> {
            Optional<CoverageShare> share = row.coverage().series().stream().min(order);
            return Stream.of(share.map(each -> Figures.percent(each.share())).orElse(""),
                    share.map(each -> TextTable.cut(each.name(), SHORT_NAME)).orElse(""));
        })).toList());
    }
}
