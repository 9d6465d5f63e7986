package dev.trivium.evaluation.report;

import dev.trivium.evaluation.gap.CoverageShare;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.gap.GapCoverage;
import dev.trivium.evaluation.gap.GapMetric;
import dev.trivium.evaluation.gap.GapRow;
import dev.trivium.evaluation.gap.PairedGap;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A card of filled gaps. */
final class GapSections {

    private final GapCard card;
    private final String unit;

    GapSections(GapCard card) {
        this.card = card;
        unit = card.setting().unit().isEmpty() ? "" : " in " + card.setting().unit();
    }

    List<Section> sections() {
        return List.of(new Section("Verdict", verdict()), new Section("Score card", scores()), new Section("Do the intervals hold?", coverage()));
    }

    private List<Block> verdict() {
        List<GapRow> models = card.models();
        List<String> sentences = AuditBlocks.withoutAudit(card);
        List<Block> blocks = new ArrayList<>();
        for (int m = 0; m < sentences.size(); m++) {
            if (m < models.size()) {
                PairedGap paired = models.get(m).paired();
                String name = models.get(m).method().name();
                Standing standing = paired.isBetter() ? Standing.GOOD : paired.difference() > 0 ? Standing.BAD : Standing.UNSURE;
                blocks.add(MethodNotes.verdict(standing, name, "the best simple method", false, sentences.get(m)));
            } else {
                blocks.add(new Statement(models.isEmpty() ? Standing.PLAIN : Standing.BAD, models.isEmpty() ? "No model was scored" : "Intervals are off",
                        sentences.get(m)));
            }
        }
        return blocks;
    }

    private List<Block> scores() {
        List<Block> blocks = new ArrayList<>(List.of(about(), table()));
        if (!card.contrasts().isEmpty()) {
            Table contrasts = Table.of("Models against each other, MAE", List.of("", "against", "difference", "interval", "p")).texts(2);
            for (PairedGap contrast : card.contrasts()) {
                contrasts.row(List.of(contrast.method(), contrast.reference(), Figures.score(contrast.difference()), Figures.interval(contrast.interval()),
                        probability(contrast.p())));
            }
            blocks.add(contrasts);
        }
        RangeFigure ranges = RangeFigure.of("Mean absolute error with its " + Figures.percent(card.resamples().bootstrap().level()) + " interval",
                "Over all scored cells" + unit + "; further left is better. The line is the best simple method.", "MAE" + unit)
                .withReference(card.bestSimple().mae().value(), "the best simple method");
        for (GapRow row : ordered()) {
            ranges.add(row.method().name(), MethodNotes.group(row.method().kind()), MethodNotes.look(row.method().kind()), row.mae().value(),
                    row.mae().interval(), "");
        }
        blocks.add(ranges);
        return blocks;
    }

    /** {@return the rows, naive ones first} */
    private List<GapRow> ordered() {
        return card.rows().stream().sorted(Comparator.comparing(row -> row.method().kind())).toList();
    }

    private Facts about() {
        Bootstrap bootstrap = card.resamples().bootstrap();
        String reasons = card.excluded().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.joining(", "));
        return new Facts().fact("data", card.setting().dataset()).fact("hidden", card.setting().pattern() + "; " + card.setting().hidden() + " cells")
                .fact("scored", card.rows().get(0).cells() + " cells in " + card.resamples().rows() + " test rows; left out: "
                        + (reasons.isEmpty() ? "none" : reasons))
                .fact("chosen by", card.setting().selectedBy())
                .fact("intervals", bootstrap.suffices(card.resamples().rows())
                        ? Figures.percent(bootstrap.level()) + ", from " + bootstrap.resamples() + " bootstrap resamples in blocks of "
                                + bootstrap.blockLength() + " rows, seed " + bootstrap.seed() + "; p from sign flips of such blocks"
                        : "none: " + card.resamples().rows() + " test rows are too few for blocks of " + bootstrap.blockLength())
                .fact("visible part", "SHA-256 " + card.setting().visible()).fact("mask", "SHA-256 " + card.setting().mask());
    }

    private Table table() {
        Table table = Table.of("Errors over all scored cells" + unit + "; lower is better, bold is best; skill and p against "
                + card.bestSimple().method().name(), List.of("", "MAE", "interval", "RMSE", "MRE", "skill", "p", "fit, s", "µs/row", "MB"));
        String group = "";
        for (GapRow row : ordered()) {
            String own = MethodNotes.group(row.method().kind());
            if (!own.equals(group)) {
                table.heading(own);
                group = own;
            }
            boolean itself = row.method().name().equals(row.paired().reference());
            table.row(List.of(row.method().name(), cell(row, GapMetric.MAE), Figures.interval(row.mae().interval()), cell(row, GapMetric.RMSE),
                    cell(row, GapMetric.MRE), itself ? "" : Figures.skill(row.skill()), itself ? "" : probability(row.paired().p()),
                    MethodNotes.cost(row.method().cost().fitSeconds()), Figures.significant(row.method().cost().microsPerPrediction(), 2),
                    MethodNotes.memory(row.method())));
            MethodNotes.note(table, row.method(), "MAE " + MethodNotes.spread(row.mae()) + ", RMSE " + MethodNotes.spread(row.rmse()));
        }
        return table.note(MethodNotes.MEMORY);
    }

    private String cell(GapRow row, GapMetric metric) {
        if (metric == GapMetric.MRE && !Double.isNaN(row.score(metric).value())) {
            double own = row.score(metric).value();
            return Figures.percent(own) + (card.rows().stream().noneMatch(other -> other.score(metric).value() < own) ? "*" : "");
        }
        return MethodNotes.least(row.score(metric).value(), card.rows().stream().mapToDouble(other -> other.score(metric).value()).toArray());
    }

    private static String probability(double p) {
        return p < 0.001 ? "<0.001" : Figures.significant(p, 2);
    }

    private List<Block> coverage() {
        double level = card.rows().get(0).coverage().level();
        List<GapRow> shown = new ArrayList<>(card.models());
        shown.add(card.bestSimple());
        RangeFigure gaps = figure("Share of hidden values within their interval, by length of the gap", level);
        RangeFigure series = figure("The same, by series, the lowest share first", level);
        add(gaps, shown, coverage -> {
            List<CoverageShare> all = new ArrayList<>(coverage.gaps());
            all.add(coverage.overall());
            return all;
        }, " rows");
        add(series, shown, coverage -> coverage.series().stream().sorted(Comparator.comparingDouble(CoverageShare::share)).toList(), "");
        return List.of(new Prose("The line is the share that the intervals are meant to hold, " + Figures.percent(level)
                + ". A whisker that does not touch it says that the intervals are off there; a dot without a whisker"
                + " rests on too few cells to say."), gaps, series);
    }

    private RangeFigure figure(String title, double level) {
        return RangeFigure.of(title, "", "share within the interval").withReference(level, "the nominal share, " + Figures.percent(level));
    }

    private static void add(RangeFigure figure, List<GapRow> rows, Function<GapCoverage, List<CoverageShare>> shares, String after) {
        for (CoverageShare first : shares.apply(rows.get(0).coverage())) {
            for (int r = 0; r < rows.size(); r++) {
                Look look = r == rows.size() - 1 ? Look.OBSERVED : Look.of(r);
                String name = rows.get(r).method().name();
                shares.apply(rows.get(r).coverage()).stream().filter(other -> other.name().equals(first.name())).findFirst()
                        .ifPresent(share -> figure.add(share.name().equals("all") ? "all" : share.name() + after, name, look, share.share(), share.interval(),
                                share.cells() + " cells, mean width " + Figures.significant(share.width(), 3)));
            }
        }
    }
}
