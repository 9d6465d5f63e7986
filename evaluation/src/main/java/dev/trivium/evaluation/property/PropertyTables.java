package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.ReliabilityBin;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a card. */
final class PropertyTables {

    private static final int TASKS_SHOWN = 30;
    private static final int COMPARED = 4;
    private static final int SHORT_NAME = 14;
    private final PropertyCard card;
    private final List<String> footnotes = new ArrayList<>();

    PropertyTables(PropertyCard card) {
        this.card = card;
    }

    /** {@return what must be known about rows of the table {@link #overall()} wrote} */
    List<String> footnotes() {
        return footnotes;
    }

    String overall() {
        List<PropertyMetric> metrics = card.setting().kind().metrics();
        List<String> head = new ArrayList<>(List.of("", metrics.get(0).label() + " ", "± seeds",
                Figures.percent(card.bootstrap().level()) + " interval"));
        metrics.stream().skip(1).forEach(metric -> head.add(metric.label() + " "));
        head.addAll(List.of("fit s", "mol/s"));
        TextTable table = new TextTable().row(head);
        group(table, "naive", MethodKind.NAIVE);
        group(table, "baselines", MethodKind.BASELINE);
        group(table, "models", MethodKind.MODEL);
        return table.render();
    }

    private void group(TextTable table, String heading, MethodKind kind) {
        List<PropertyRow> rows = card.rows().stream().filter(row -> row.method().kind() == kind).toList();
        if (!rows.isEmpty()) {
            table.row(List.of(heading));
        }
        for (PropertyRow row : rows) {
            Estimate first = row.score(card.deciding());
            List<String> cells = new ArrayList<>(List.of("  " + TextTable.cut(row.method().name(), 20) + footnote(row),
                    overall(row, card.deciding()), Figures.significant(first.seedDeviation(), 2), Figures.interval(first.interval())));
            card.setting().kind().metrics().stream().skip(1).forEach(metric -> cells.add(overall(row, metric)));
            cells.add(Figures.significant(row.method().cost().fitSeconds(), 2));
            cells.add(Figures.significant(1e6 / row.method().cost().microsPerPrediction(), 2));
            table.row(cells);
        }
    }

    private String overall(PropertyRow row, PropertyMetric metric) {
        return marked(metric, row, card.rows(), other -> other.score(metric).value());
    }

    /** {@return the row's value, with a star if none of the rows has a better one} */
    private static String marked(PropertyMetric metric, PropertyRow row, List<PropertyRow> rows, ToDoubleFunction<PropertyRow> value) {
        double own = value.applyAsDouble(row);
        double[] all = rows.stream().mapToDouble(value).filter(other -> !Double.isNaN(other)).toArray();
        boolean best = !Double.isNaN(own) && Arrays.stream(all).noneMatch(other -> metric.gain(other, own) > 0);
        boolean share = metric.higherIsBetter() || metric == PropertyMetric.BRIER || metric == PropertyMetric.ECE;
        return (share && !Double.isNaN(own) ? String.format(Locale.ROOT, "%.4f", own) : Figures.scoreAmong(own, all)) + (best ? "*" : " ");
    }

    private String footnote(PropertyRow row) {
        List<String> parts = new ArrayList<>();
        List<Long> seeds = row.method().seeds();
        if (seeds.size() == 1) {
            parts.add("seed " + seeds.get(0));
        } else if (!seeds.isEmpty()) {
            parts.add("mean over seeds " + seeds.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + " ± their standard deviation: " + row.overall().entrySet().stream().map(entry -> entry.getKey().label() + " "
                            + spread(entry.getValue())).collect(Collectors.joining(", ")));
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

    private static String spread(Estimate estimate) {
        return Figures.score(estimate.value()) + " ± " + Figures.significant(estimate.seedDeviation(), 2);
    }

    String tasks() {
        List<PropertyRow> compared = compared();
        TextTable table = new TextTable().row(Stream.concat(Stream.of("  task", "labels", "positive"),
                compared.stream().map(row -> TextTable.cut(row.method().name(), SHORT_NAME) + " ")).toList());
        List<TaskCount> counts = card.coverage().tasks();
        for (int t = 0; t < Math.min(counts.size(), TASKS_SHOWN); t++) {
            int index = t;
            TaskCount count = counts.get(t);
            String positive = card.deciding() == PropertyMetric.AUROC ? String.valueOf(count.positive()) : "-";
            table.row(Stream.concat(Stream.of("  " + count.task(), String.valueOf(count.labelled()), positive), compared.stream()
                    .map(row -> marked(card.deciding(), row, compared, other -> other.tasks().get(index).score(card.deciding()).value())))
                    .toList());
        }
        return table.render() + (counts.size() > TASKS_SHOWN ? "  and " + (counts.size() - TASKS_SHOWN) + " more tasks, in the JSON\n" : "");
    }

    /** {@return the best naive row, the best baseline and the models, as far as they fit} */
    private List<PropertyRow> compared() {
        Stream<PropertyRow> models = card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL);
        return Stream.of(Stream.of(card.bestNaive()), card.bestBaseline().stream(), models).flatMap(rows -> rows).limit(COMPARED).toList();
    }

    /** {@return a table for every model that gives probabilities} */
    String reliability() {
        StringBuilder text = new StringBuilder();
        for (PropertyRow row : card.rows()) {
            if (row.method().kind() == MethodKind.MODEL && !row.reliability().isEmpty()) {
                text.append("\nReliability of ").append(TextTable.cut(row.method().name(), 40))
                        .append(", over all tasks and seeds\n");
                text.append(new TextTable().row(bins(row, "  probability up to", bin -> String.format(Locale.ROOT, "%.1f", bin.high())))
                        .row(bins(row, "  labels", bin -> String.valueOf(bin.count())))
                        .row(bins(row, "  mean probability", bin -> share(bin.predicted())))
                        .row(bins(row, "  share positive", bin -> share(bin.observed()))).render());
            }
        }
        return text.toString();
    }

    private static List<String> bins(PropertyRow row, String label, Function<ReliabilityBin, String> cell) {
        return Stream.concat(Stream.of(label), row.reliability().stream().map(cell)).toList();
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
