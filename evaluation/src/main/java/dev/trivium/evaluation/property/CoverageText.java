package dev.trivium.evaluation.property;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.Paragraph;
import dev.trivium.evaluation.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables on how often intervals or sets hold the truth, and in words where they do not. */
final class CoverageText {

    private static final int NAME = 20;
    private static final int SHARES_SHOWN = 2;
    private static final int COMPARED = 3;

    private final PropertyCard card;
    private final boolean sets;

    CoverageText(PropertyCard card) {
        this.card = card;
        sets = card.setting().kind() == LabelKind.YES_NO;
    }

    /** {@return the tables and sentences; empty if no method has intervals} */
    String render() {
        List<PropertyRow> stating = card.rows().stream().filter(row -> !row.intervals().isEmpty()).toList();
        if (stating.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n").append(Paragraph.wrap(sets
                ? "Share of labels in the sets of labels that are meant to hold it, and the mean number of labels in a set"
                : "Share of true values inside the intervals that are meant to hold it, and their mean width", "")).append(overall(stating));
        sentences(stating).forEach(sentence -> text.append(Paragraph.wrap(sentence, "    ")));
        text.append('\n').append("Share ").append(sets ? "in the sets" : "inside").append(", and ").append(sets ? "size" : "width")
                .append(", by group\n").append(groups(compared(stating)));
        return text.toString();
    }

    private String overall(List<PropertyRow> rows) {
        List<Double> shares = shares(rows);
        List<String> head = new ArrayList<>(List.of(""));
        shares.forEach(share -> head.addAll(List.of(Figures.percent(share), "95 % interval", sets ? "size" : "width")));
        TextTable table = new TextTable().row(head);
        for (PropertyRow row : rows) {
            List<String> cells = new ArrayList<>(List.of("  " + TextTable.cut(row.method().name(), NAME)));
            shares.forEach(share -> cells.addAll(find(row, share).map(found -> List.of(percent(found.overall()), interval(found.overall()),
                    width(found.overall()))).orElse(List.of("-", "-", "-"))));
            table.row(cells);
        }
        return table.render();
    }

    private static List<Double> shares(List<PropertyRow> rows) {
        return rows.stream().flatMap(row -> row.intervals().stream()).map(CoverageTable::nominal).distinct().sorted().limit(SHARES_SHOWN).toList();
    }

    private static Optional<CoverageTable> find(PropertyRow row, double share) {
        return row.intervals().stream().filter(table -> table.nominal() == share).findFirst();
    }

    /** Of models: of naive rows nobody claims that their intervals are of use. */
    private List<String> sentences(List<PropertyRow> rows) {
        return rows.stream().filter(row -> row.method().kind() == MethodKind.MODEL)
                .flatMap(row -> row.intervals().stream().flatMap(table -> table.sentences().stream())
                        .map(sentence -> "  " + row.method().name() + ": " + (sets ? sentence.replace("Intervals of", "Sets of")
                                .replace("they are too narrow", "they are too small").replace("they are too wide", "they are too large") : sentence)))
                .toList();
    }

    /** The models, and the best baseline if there is room. */
    private List<PropertyRow> compared(List<PropertyRow> rows) {
        Stream<PropertyRow> models = rows.stream().filter(row -> row.method().kind() == MethodKind.MODEL);
        Stream<PropertyRow> baseline = card.bestBaseline().filter(row -> !row.intervals().isEmpty()).stream();
        List<PropertyRow> compared = Stream.concat(models, baseline).limit(COMPARED).toList();
        return compared.isEmpty() ? rows.subList(0, 1) : compared;
    }

    private String groups(List<PropertyRow> rows) {
        List<String> head = new ArrayList<>(List.of("  stated share, group", sets ? "labels" : "values"));
        rows.forEach(row -> head.addAll(List.of(TextTable.cut(row.method().name(), NAME), sets ? "size" : "width")));
        TextTable table = new TextTable().row(head);
        for (double share : shares(rows)) {
            CoverageTable first = rows.stream().flatMap(row -> find(row, share).stream()).findFirst().orElseThrow();
            for (CoverageRow group : first.groups()) {
                List<String> cells = new ArrayList<>(List.of("  " + Figures.percent(share) + ", " + group.name(), String.valueOf(group.points())));
                rows.forEach(row -> cells.addAll(find(row, share).flatMap(found -> found.groups().stream()
                        .filter(other -> other.name().equals(group.name())).findFirst())
                        .map(found -> List.of(percent(found), width(found))).orElse(List.of("-", "-"))));
                table.row(cells);
            }
        }
        return table.render();
    }

    private static String percent(CoverageRow row) {
        return row.points() == 0 ? "-" : Figures.percent(Math.round(1000 * row.share()) / 1000.0);
    }

    private static String interval(CoverageRow row) {
        return row.interval().known() ? Figures.percent(Math.round(100 * row.interval().low()) / 100.0) + " to "
                + Figures.percent(Math.round(100 * row.interval().high()) / 100.0) : "-";
    }

    private static String width(CoverageRow row) {
        return Figures.significant(row.width(), 3);
    }
}
