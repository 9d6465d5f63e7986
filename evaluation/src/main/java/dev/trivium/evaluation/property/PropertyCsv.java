package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.text.CsvCells;
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
            row.overall().forEach((metric, estimate) -> text.append(line(row.method(), "", metric, estimate, molecules)));
            for (int t = 0; t < row.tasks().size(); t++) {
                TaskEstimates task = row.tasks().get(t);
                TaskCount count = card.coverage().tasks().get(t);
                String counts = count.labelled() + "," + (row.reliability().isEmpty() ? "" : count.positive());
                for (Map.Entry<PropertyMetric, Estimate> score : task.scores().entrySet()) {
                    text.append(line(row.method(), task.task(), score.getKey(), score.getValue(), counts));
                }
            }
        }
        return text.toString();
    }

    private static String line(Method method, String task, PropertyMetric metric, Estimate estimate, String counts) {
        String seeds = method.seeds().stream().map(Object::toString).collect(Collectors.joining(" "));
        return String.join(",", CsvCells.of(method.name()), method.kind().name().toLowerCase(Locale.ROOT), CsvCells.of(task), metric.label(),
                CsvCells.of(estimate.value()), CsvCells.of(estimate.interval().low()), CsvCells.of(estimate.interval().high()),
                CsvCells.of(estimate.seedDeviation()), seeds, counts) + "\n";
    }
}
