package dev.trivium.evaluation.report;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.scorecard.IntervalCoverage;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.evaluation.scorecard.ScoreRow;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Whether the intervals of forecasts hold what they promise: overall, by step, by series. */
final class IntervalBlocks {

    private final ScoreCard card;
    private final List<Double> shares;

    IntervalBlocks(ScoreCard card) {
        this.card = card;
        shares = card.rows().stream().flatMap(row -> row.intervals().stream()).map(IntervalCoverage::nominal).distinct().sorted().toList();
    }

    /** {@return the blocks; none if no method has intervals} */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (shares.isEmpty()) {
            return blocks;
        }
        for (ScoreRow row : models()) {
            for (IntervalCoverage each : row.intervals()) {
                each.overall().sentence(each.nominal()).ifPresent(sentence -> blocks.add(new Statement(Standing.BAD,
                        "Intervals of " + row.method().name() + " (" + each.variant() + ") are off", sentence)));
            }
        }
        blocks.add(new Prose("Dashed is the share that the intervals are meant to hold. A whisker that does not touch it says that the intervals are off there;"
                + " a dot without a whisker rests on too few values to say."));
        for (double share : shares) {
            blocks.add(overall(share));
        }
        if (!models().isEmpty() && card.setting().horizon() > 1) {
            blocks.add(new LineFigure("Share within the interval by step of the horizon", "Models only.", "step ahead", "",
                    shares.stream().map(this::steps).toList()));
        }
        for (double share : shares) {
            RangeFigure series = figure("Share of values within the " + Figures.percent(share) + " intervals, by series, the lowest first", share);
            models().forEach(row -> add(series, row, share, coverage -> coverage.series().stream()
                    .sorted(Comparator.comparingDouble(CoverageRow::share)).toList(), false));
            blocks.add(series);
        }
        return blocks;
    }

    private List<ScoreRow> models() {
        return card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL && !row.intervals().isEmpty()).toList();
    }

    private static RangeFigure figure(String title, double share) {
        return RangeFigure.of(title, "", "share within the interval").withReference(share, "the nominal share, " + Figures.percent(share));
    }

    private RangeFigure overall(double share) {
        RangeFigure figure = figure("Share of values within the " + Figures.percent(share) + " intervals", share);
        card.rows().forEach(row -> add(figure, row, share, coverage -> List.of(coverage.overall()), true));
        return figure;
    }

    /** Rows are methods or, of models, groups; what came about in different ways stands side by side. */
    private void add(RangeFigure figure, ScoreRow row, double share, Function<IntervalCoverage, List<CoverageRow>> rows, boolean methods) {
        List<IntervalCoverage> all = row.intervals().stream().filter(each -> each.nominal() == share).toList();
        if (all.isEmpty()) {
            return;
        }
        for (CoverageRow first : rows.apply(all.get(0))) {
            for (int v = 0; v < all.size(); v++) {
                String variant = methods || models().size() == 1 ? all.get(v).variant() : row.method().name() + ", " + all.get(v).variant();
                Look look = Look.of(v + (methods ? 0 : models().indexOf(row) * all.size()));
                rows.apply(all.get(v)).stream().filter(other -> other.name().equals(first.name())).findFirst()
                        .ifPresent(found -> figure.add(methods ? row.method().name() : found.name(), variant, look, found.share(), found.interval(),
                                found.points() + " values, mean width " + Figures.significant(found.width(), 3)));
            }
        }
    }

    private LinePanel steps(double share) {
        List<LineSeries> curves = new ArrayList<>();
        for (ScoreRow row : models()) {
            for (IntervalCoverage each : row.intervals()) {
                if (each.nominal() == share) {
                    curves.add(LineSeries.of(row.method().name() + ", " + each.variant(), Look.of(curves.size()),
                            each.steps().stream().mapToDouble(CoverageRow::share).toArray()));
                }
            }
        }
        return LinePanel.of(Figures.percent(share) + " intervals", Axis.upTo(card.setting().horizon()), curves)
                .withLevel(share, "the nominal share");
    }
}
