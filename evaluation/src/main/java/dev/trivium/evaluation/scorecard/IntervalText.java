package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.Paragraph;
import dev.trivium.evaluation.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The part of a card on intervals: all methods overall; models by runs of steps and by series. */
final class IntervalText {

    private static final int SERIES_SHOWN = 12;
    private static final int COLUMNS = 4;
    private static final double FAR = 0.05;

    private final ScoreCard card;

    IntervalText(ScoreCard card) {
        this.card = card;
    }

    /** {@return the tables and sentences; empty if no method has intervals} */
    String render() {
        if (card.rows().stream().allMatch(row -> row.intervals().isEmpty())) {
            return "";
        }
        StringBuilder text = new StringBuilder("\nShare of values inside the intervals, and mean width in standard deviations of the series\n");
        text.append(overall());
        sentences().forEach(sentence -> text.append(Paragraph.wrap(sentence, "    ")));
        List<ScoreRow> models = card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL && !row.intervals().isEmpty()).toList();
        if (!models.isEmpty()) {
            text.append("\nShare inside by forecast step, models\n").append(table(models, IntervalCoverage::groups));
            text.append("\nShare inside by series, models").append(models.size() == 1 ? "" : ", intervals of " + Figures.percent(shares().get(0)))
                    .append('\n').append(bySeries(models));
        }
        return text.toString();
    }

    private String overall() {
        List<Double> shares = shares();
        List<String> header = new ArrayList<>(List.of(""));
        shares.forEach(share -> header.addAll(List.of(Figures.percent(share), confidence(), "width")));
        TextTable table = new TextTable().row(header);
        for (ScoreRow row : card.rows()) {
            for (String variant : variants(row)) {
                List<String> cells = new ArrayList<>(List.of("  " + TextTable.cut(row.method().name(), 14) + " " + variant));
                shares.forEach(share -> find(row, variant, share).ifPresentOrElse(found -> cells.addAll(List.of(percent(found.overall().share()),
                        interval(found.overall()), Figures.significant(found.overall().width(), 3))), () -> cells.addAll(List.of("-", "-", "-"))));
                table.row(cells);
            }
        }
        return table.render();
    }

    private String confidence() {
        return Figures.percent(card.bootstrap().level()) + " interval";
    }

    /** Only of models: of naive forecasts nobody claims that their intervals hold. */
    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (ScoreRow row : card.rows()) {
            if (row.method().kind() == MethodKind.MODEL) {
                row.intervals().forEach(each -> Stream.of(each.overall().sentence(each.nominal()), series(each)).flatMap(Optional::stream)
                        .forEach(sentence -> sentences.add("  " + row.method().name() + ", " + each.variant() + ": " + sentence)));
            }
        }
        return sentences;
    }

    /** That some series are far off, which may cancel out over all; empty if none is. */
    private static Optional<String> series(IntervalCoverage coverage) {
        List<CoverageRow> off = coverage.series().stream().filter(row -> row.isOff(coverage.nominal()) && far(row, coverage) > FAR).toList();
        return coverage.series().size() < 2 ? Optional.empty() : off.stream().max(Comparator.comparingDouble(row -> far(row, coverage)))
                .map(worst -> String.format(Locale.ROOT, "Intervals of %s are off by more than %.0f points in %d of %d series, most in %s, of which they hold %s.",
                        Figures.percent(coverage.nominal()), 100 * FAR, off.size(), coverage.series().size(), worst.name(), percent(worst.share())));
    }

    private static double far(CoverageRow row, IntervalCoverage coverage) {
        return Math.abs(row.share() - coverage.nominal());
    }

    private String table(List<ScoreRow> models, Function<IntervalCoverage, List<CoverageRow>> rows) {
        TextTable table = new TextTable().row(Stream.concat(Stream.of(""), rows.apply(models.get(0).intervals().get(0)).stream()
                .map(CoverageRow::name)).toList());
        for (ScoreRow row : models) {
            for (IntervalCoverage each : row.intervals()) {
                table.row(Stream.concat(Stream.of(label(row, each)), rows.apply(each).stream().map(one -> percent(one.share()))).toList());
            }
        }
        return table.render();
    }

    /** One model with all it has, or of several the narrowest share alone. */
    private String bySeries(List<ScoreRow> models) {
        boolean one = models.size() == 1;
        double narrowest = shares().get(0);
        List<IntervalCoverage> columns = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("  series"));
        for (ScoreRow row : models) {
            for (IntervalCoverage each : row.intervals()) {
                if (columns.size() < COLUMNS && (one || each.nominal() == narrowest)) {
                    columns.add(each);
                    header.add(one ? each.variant() + " " + Figures.percent(each.nominal()) : TextTable.cut(row.method().name(), 7) + " " + each.variant());
                }
            }
        }
        TextTable table = new TextTable().row(header);
        int count = columns.get(0).series().size();
        for (int s = 0; s < Math.min(count, SERIES_SHOWN); s++) {
            int index = s;
            table.row(Stream.concat(Stream.of("  " + columns.get(0).series().get(s).name()),
                    columns.stream().map(each -> percent(each.series().get(index).share()))).toList());
        }
        return table.render() + (count > SERIES_SHOWN ? "  and " + (count - SERIES_SHOWN) + " more series, in the JSON\n" : "");
    }

    private static String label(ScoreRow row, IntervalCoverage each) {
        return "  " + TextTable.cut(row.method().name(), 10) + " " + each.variant() + " " + Figures.percent(each.nominal());
    }

    private List<Double> shares() {
        return card.rows().stream().flatMap(row -> row.intervals().stream()).map(IntervalCoverage::nominal).distinct().sorted().limit(2).toList();
    }

    private static List<String> variants(ScoreRow row) {
        return row.intervals().stream().map(IntervalCoverage::variant).distinct().toList();
    }

    private static Optional<IntervalCoverage> find(ScoreRow row, String variant, double share) {
        return row.intervals().stream().filter(each -> each.variant().equals(variant) && each.nominal() == share).findFirst();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String interval(CoverageRow row) {
        return row.interval().known() ? String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * row.interval().low(), 100 * row.interval().high()) : "-";
    }
}
