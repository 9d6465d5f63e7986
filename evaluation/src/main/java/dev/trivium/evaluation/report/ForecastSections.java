package dev.trivium.evaluation.report;

import dev.trivium.evaluation.metric.PairedDifference;
import dev.trivium.evaluation.scorecard.Estimates;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.evaluation.scorecard.ScoreRow;
import dev.trivium.evaluation.scorecard.SeriesScores;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card of forecasts. */
final class ForecastSections {

    private static final int COMPARED = 6;
    private final ScoreCard card;

    ForecastSections(ScoreCard card) {
        this.card = card;
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(new Section("Verdict", verdict()), new Section("Score card", scores())));
        List<Block> intervals = new IntervalBlocks(card).blocks();
        if (!intervals.isEmpty()) {
            sections.add(new Section("Do the intervals hold?", intervals));
        }
        sections.add(new Section("Where the errors are", errors()));
        return sections;
    }

    private List<Block> verdict() {
        List<ScoreRow> models = models();
        List<String> sentences = AuditBlocks.withoutAudit(card);
        List<Block> blocks = new ArrayList<>();
        for (int m = 0; m < sentences.size(); m++) {
            if (m < models.size()) {
                PairedDifference difference = models.get(m).againstNaive();
                Standing standing = !(difference.difference() < 0) ? Standing.BAD : difference.isBetter() ? Standing.GOOD : Standing.UNSURE;
                double own = models.get(m).overall().mse().value();
                blocks.add(MethodNotes.verdict(standing, models.get(m).method().name(), "the best naive forecast", card.rows().stream()
                        .anyMatch(row -> row.method().kind() == MethodKind.BASELINE && row.overall().mse().value() < own), sentences.get(m)));
            } else {
                blocks.add(new Statement(Standing.PLAIN, models.isEmpty() ? "No model was scored" : "Note", sentences.get(m)));
            }
        }
        return blocks;
    }

    private List<ScoreRow> models() {
        return card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL).toList();
    }

    private List<Block> scores() {
        List<Block> blocks = new ArrayList<>(List.of(about()));
        blocks.add(table());
        RangeFigure ranges = RangeFigure.of("Mean squared error with its " + Figures.percent(card.bootstrap().level()) + " interval",
                "Standardised, over all windows, steps and series; further left is better. The line is the best naive forecast.", "MSE")
                .withReference(card.bestNaive().overall().mse().value(), "the best naive forecast");
        for (ScoreRow row : card.rows()) {
            Estimate mse = row.overall().mse();
            ranges.add(row.method().name(), MethodNotes.group(row.method().kind()), MethodNotes.look(row.method().kind()), mse.value(), mse.interval(), "");
        }
        blocks.add(ranges);
        return blocks;
    }

    private Facts about() {
        String reasons = card.coverage().excluded().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.joining(", "));
        return new Facts().fact("data", card.setting().dataset() + ", split " + card.setting().split())
                .fact("task", "look-back " + card.setting().lookback() + ", horizon " + card.setting().horizon())
                .fact("chosen by", card.setting().selectedBy())
                .fact("windows", card.coverage().windows() + " scored, " + card.coverage().excludedWindows() + " excluded"
                        + (reasons.isEmpty() ? "" : " (" + reasons + ")") + ", stride " + card.setting().stride())
                .fact("gaps", card.coverage().filledInputs() + " look-back cells filled from the past; " + card.coverage().missingTargets() + " of "
                        + card.coverage().targets() + " target cells missing, not scored")
                .fact("intervals", card.bootstrap().suffices(card.coverage().windows())
                        ? Figures.percent(card.bootstrap().level()) + ", from " + card.bootstrap().resamples() + " bootstrap resamples in blocks of "
                                + card.bootstrap().blockLength() + " windows, seed " + card.bootstrap().seed()
                        : "none: " + card.coverage().windows() + " windows are too few for blocks of " + card.bootstrap().blockLength());
    }

    private Table table() {
        Table table = Table.of("Standardised errors over all steps and series; lower is better, bold is best",
                List.of("", "MSE", "interval", "MAE", "RMSE", "MASE", "skill", "fit, s", "µs/window", "MB"));
        String group = "";
        for (ScoreRow row : card.rows()) {
            String own = MethodNotes.group(row.method().kind());
            if (!own.equals(group)) {
                table.heading(own);
                group = own;
            }
            table.row(List.of(row.method().name(), cell(row, Estimates::mse), Figures.interval(row.overall().mse().interval()), cell(row, Estimates::mae),
                    cell(row, Estimates::rmse), cell(row, Estimates::mase), Figures.skill(row.skill()),
                    MethodNotes.cost(row.method().cost().fitSeconds()), Figures.significant(row.method().cost().microsPerPrediction(), 2), MethodNotes.memory(row.method())));
            MethodNotes.note(table, row.method(), "MSE " + MethodNotes.spread(row.overall().mse()) + ", MAE " + MethodNotes.spread(row.overall().mae()));
        }
        return table.note(MethodNotes.MEMORY);
    }

    private String cell(ScoreRow row, Function<Estimates, Estimate> metric) {
        return MethodNotes.least(metric.apply(row.overall()).value(),
                card.rows().stream().mapToDouble(other -> metric.apply(other.overall()).value()).toArray());
    }

    private List<Block> errors() {
        List<ScoreRow> compared = compared();
        List<LineSeries> curves = new ArrayList<>();
        int others = 0;
        for (ScoreRow row : compared) {
            Look look = row.method().kind().isNaive() ? Look.OBSERVED : Look.of(others++);
            curves.add(LineSeries.of(row.method().name(), look, row.steps().stream().mapToDouble(step -> step.mse()).toArray()));
        }
        List<Block> blocks = new ArrayList<>();
        if (card.setting().horizon() > 1) {
            blocks.add(new LineFigure("Error by step of the horizon", "Standardised mean squared error over all windows and series.", "step ahead", "MSE",
                    List.of(LinePanel.of("", Axis.upTo(card.setting().horizon()), curves))));
        }
        Table table = Table.of("MAE by series in the unit of the data; bold is best of those shown",
                Stream.concat(Stream.of("series", "unit"), compared.stream().map(row -> row.method().name())).toList()).texts(2);
        int count = card.rows().get(0).series().size();
        for (int s = 0; s < count; s++) {
            int index = s;
            SeriesScores first = compared.get(0).series().get(s);
            double[] all = compared.stream().mapToDouble(row -> row.series().get(index).natural().mae()).toArray();
            List<String> cells = new ArrayList<>(List.of(first.name(), first.unit()));
            for (double value : all) {
                cells.add(MethodNotes.least(value, all));
            }
            table.row(cells);
        }
        blocks.add(table);
        return blocks;
    }

    /** {@return the models, the best baseline and the best naive row} */
    private List<ScoreRow> compared() {
        Optional<ScoreRow> baseline = card.rows().stream().filter(row -> row.method().kind() == MethodKind.BASELINE)
                .min(Comparator.comparingDouble(row -> row.overall().mse().value()));
        return Stream.of(models().stream().limit(COMPARED - 2L), baseline.stream(), Stream.of(card.bestNaive())).flatMap(rows -> rows).toList();
    }
}
