package dev.trivium.evaluation.property;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.text.CsvCells;
import dev.trivium.evaluation.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A card as CSV, one score a line. */
final class PropertyCsv {

    private static final String HEADER = "method,kind,task,metric,value,low,high,seed_deviation,seeds,molecules,positive\n";

    private PropertyCsv() {
    }

    static String of(PropertyCard card) {
        StringBuilder text = new StringBuilder(HEADER);
        for (PropertyRow row : card.rows()) {
            String molecules = card.coverage().molecules() + ",";
            Cost cost = row.method().cost();
            text.append(line(row.method(), "", "fit_seconds", cost.fitSeconds(), molecules))
                    .append(line(row.method(), "", "micros_per_molecule", cost.microsPerPrediction(), molecules))
                    .append(line(row.method(), "", "megabytes", cost.megabytes(), molecules));
            row.overall().forEach((metric, estimate) -> text.append(line(row.method(), "", metric, estimate, molecules)));
            for (int t = 0; t < row.tasks().size(); t++) {
                TaskEstimates task = row.tasks().get(t);
                TaskCount count = card.coverage().tasks().get(t);
                String counts = count.labelled() + "," + (row.reliability().isEmpty() ? "" : count.positive());
                for (Map.Entry<PropertyMetric, Estimate> score : task.scores().entrySet()) {
                    text.append(line(row.method(), task.task(), score.getKey(), score.getValue(), counts));
                }
            }
            for (CoverageTable table : row.intervals()) {
                coverage(text, row.method(), table, table.overall());
                table.groups().forEach(group -> coverage(text, row.method(), table, group));
            }
        }
        return text.toString();
    }

    private static void coverage(StringBuilder text, Method method, CoverageTable table, CoverageRow row) {
        String over = "_" + Figures.percent(table.nominal()).replace(" %", "") + " " + row.name();
        text.append(line(method, "", CsvCells.of("coverage" + over), List.of(CsvCells.of(row.share()), CsvCells.of(row.interval().low()),
                CsvCells.of(row.interval().high()), ""), row.points() + ","))
                .append(line(method, "", CsvCells.of("width" + over), row.width(), row.points() + ","));
    }

    private static String line(Method method, String over, String metric, double value, String counts) {
        return line(method, over, metric, List.of(CsvCells.of(value), "", "", ""), counts);
    }

    private static String line(Method method, String task, PropertyMetric metric, Estimate estimate, String counts) {
        return line(method, task, metric.label(), List.of(CsvCells.of(estimate.value()), CsvCells.of(estimate.interval().low()),
                CsvCells.of(estimate.interval().high()), CsvCells.of(estimate.seedDeviation())), counts);
    }

    private static String line(Method method, String task, String metric, List<String> values, String counts) {
        String seeds = method.seeds().stream().map(Object::toString).collect(Collectors.joining(" "));
        return String.join(",", CsvCells.of(method.name()), method.kind().name().toLowerCase(Locale.ROOT), CsvCells.of(task), metric,
                String.join(",", values), seeds, counts) + "\n";
    }
}
