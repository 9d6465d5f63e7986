package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.metric.Scores;
import dev.trivium.evaluation.text.CsvCells;
import dev.trivium.evaluation.text.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A card as CSV, one score a line. */
final class ScoreCsv {

    private static final String HEADER = "method,kind,over,scale,metric,value,low,high,seed_deviation,seeds,cells\n";

    private ScoreCsv() {
    }

    static String of(ScoreCard card) {
        StringBuilder text = new StringBuilder(HEADER);
        for (ScoreRow row : card.rows()) {
            long cells = card.coverage().targets() - card.coverage().missingTargets();
            estimate(text, row, "mse", row.overall().mse(), cells);
            estimate(text, row, "mae", row.overall().mae(), cells);
            estimate(text, row, "rmse", row.overall().rmse(), cells);
            estimate(text, row, "mase", row.overall().mase(), cells);
            line(text, row, List.of("all", "standardised", "skill", CsvCells.of(row.skill()), "", "", ""), cells);
            line(text, row, List.of("all", "standardised", "mse_difference", CsvCells.of(row.againstNaive().difference()),
                    CsvCells.of(row.againstNaive().interval().low()), CsvCells.of(row.againstNaive().interval().high()), ""), cells);
            line(text, row, List.of("all", "", "fit_seconds", CsvCells.of(row.method().cost().fitSeconds()), "", "", ""), cells);
            line(text, row, List.of("all", "", "micros_per_window", CsvCells.of(row.method().cost().microsPerPrediction()), "", "", ""), cells);
            line(text, row, List.of("all", "", "megabytes", CsvCells.of(row.method().cost().megabytes()), "", "", ""), cells);
            for (int step = 0; step < row.steps().size(); step++) {
                scores(text, row, "step " + (step + 1), "standardised", row.steps().get(step));
            }
            for (SeriesScores series : row.series()) {
                scores(text, row, "series " + series.name(), "standardised", series.standardised());
                scores(text, row, "series " + series.name(), "natural", series.natural());
            }
            row.intervals().forEach(each -> intervals(text, row, each));
        }
        return text.toString();
    }

    private static void estimate(StringBuilder text, ScoreRow row, String metric, Estimate estimate, long cells) {
        line(text, row, List.of("all", "standardised", metric, CsvCells.of(estimate.value()), CsvCells.of(estimate.interval().low()),
                CsvCells.of(estimate.interval().high()), CsvCells.of(estimate.seedDeviation())), cells);
    }

    private static void scores(StringBuilder text, ScoreRow row, String over, String scale, Scores scores) {
        line(text, row, List.of(over, scale, "mse", CsvCells.of(scores.mse()), "", "", ""), scores.cells());
        line(text, row, List.of(over, scale, "mae", CsvCells.of(scores.mae()), "", "", ""), scores.cells());
        line(text, row, List.of(over, scale, "rmse", CsvCells.of(scores.rmse()), "", "", ""), scores.cells());
        line(text, row, List.of(over, scale, "mase", CsvCells.of(scores.mase()), "", "", ""), scores.cells());
    }

    private static void intervals(StringBuilder text, ScoreRow row, IntervalCoverage each) {
        coverage(text, row, each, "all", "standardised", each.overall());
        each.groups().forEach(group -> coverage(text, row, each, group.name(), "standardised", group));
        each.steps().stream().filter(step -> each.groups().stream().noneMatch(group -> group.name().equals(step.name())))
                .forEach(step -> coverage(text, row, each, step.name(), "standardised", step));
        each.series().forEach(series -> coverage(text, row, each, "series " + series.name(), "natural", series));
    }

    private static void coverage(StringBuilder text, ScoreRow row, IntervalCoverage each, String over, String scale, CoverageRow coverage) {
        String suffix = "_" + Figures.percent(each.nominal()).replace(" %", "") + "_" + each.variant();
        line(text, row, List.of(over, "", "coverage" + suffix, CsvCells.of(coverage.share()), CsvCells.of(coverage.interval().low()),
                CsvCells.of(coverage.interval().high()), ""), coverage.points());
        line(text, row, List.of(over, scale, "width" + suffix, CsvCells.of(coverage.width()), "", "", ""), coverage.points());
    }

    private static void line(StringBuilder text, ScoreRow row, List<String> score, long cells) {
        text.append(CsvCells.of(row.method().name())).append(',').append(row.method().kind().name().toLowerCase(Locale.ROOT)).append(',')
                .append(score.stream().map(CsvCells::of).collect(Collectors.joining(","))).append(',')
                .append(row.method().seeds().stream().map(Object::toString).collect(Collectors.joining(" "))).append(',')
                .append(cells).append('\n');
    }
}
