package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.text.CsvCells;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A card as CSV, one score a line. */
final class GapCsv {

    private static final String HEADER = "method,kind,score,over,value,low,high,seed_deviation,p,seeds,cells,pattern,mask\n";

    private GapCsv() {
    }

    static String of(GapCard card) {
        StringBuilder text = new StringBuilder(HEADER);
        String mask = CsvCells.of(card.setting().pattern()) + "," + card.setting().mask();
        for (GapRow row : card.rows()) {
            for (GapMetric metric : GapMetric.values()) {
                Estimate estimate = row.score(metric);
                line(text, row, List.of(metric.name(), "all", CsvCells.of(estimate.value()), ends(estimate.interval()), CsvCells.of(estimate.seedDeviation()), ""),
                        row.cells(), mask);
            }
            line(text, row, List.of("skill", "all", CsvCells.of(row.skill()), ",", "", ""), row.cells(), mask);
            PairedGap paired = row.paired();
            line(text, row, List.of("difference", CsvCells.of(paired.reference()), CsvCells.of(paired.difference()), ends(paired.interval()), "",
                    CsvCells.of(paired.p())), row.cells(), mask);
            line(text, row, List.of("fit_seconds", "", CsvCells.of(row.method().cost().fitSeconds()), ",", "", ""), row.cells(), mask);
            line(text, row, List.of("micros_per_row", "", CsvCells.of(row.method().cost().microsPerPrediction()), ",", "", ""), row.cells(), mask);
            line(text, row, List.of("megabytes", "", CsvCells.of(row.method().cost().megabytes()), ",", "", ""), row.cells(), mask);
            coverage(text, row, "all", row.coverage().overall(), mask);
            row.coverage().gaps().forEach(gap -> coverage(text, row, "gap " + gap.name(), gap, mask));
            row.coverage().series().forEach(series -> coverage(text, row, "series " + series.name(), series, mask));
        }
        return text.toString();
    }

    private static void coverage(StringBuilder text, GapRow row, String over, CoverageShare share, String mask) {
        line(text, row, List.of("coverage", CsvCells.of(over), CsvCells.of(share.share()), ends(share.interval()), "", ""), share.cells(), mask);
        line(text, row, List.of("width", CsvCells.of(over), CsvCells.of(share.width()), ",", "", ""), share.cells(), mask);
    }

    private static void line(StringBuilder text, GapRow row, List<String> score, int cells, String mask) {
        text.append(CsvCells.of(row.method().name())).append(',').append(row.method().kind().name().toLowerCase(Locale.ROOT)).append(',')
                .append(String.join(",", score)).append(',')
                .append(row.method().seeds().stream().map(Object::toString).collect(Collectors.joining(" "))).append(',')
                .append(cells).append(',').append(mask).append('\n');
    }

    private static String ends(Interval interval) {
        return CsvCells.of(interval.low()) + "," + CsvCells.of(interval.high());
    }
}
