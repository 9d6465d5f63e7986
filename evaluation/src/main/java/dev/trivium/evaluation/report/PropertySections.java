package dev.trivium.evaluation.report;

import dev.trivium.evaluation.metric.Gain;
import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.ReliabilityBin;
import dev.trivium.evaluation.property.ExcludedMolecule;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.evaluation.property.PropertyRow;
import dev.trivium.evaluation.property.TaskCount;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A card of molecular properties. */
final class PropertySections {

    private static final int EXCLUDED_SHOWN = 20;
    private final PropertyCard card;
    private final PropertyMetric deciding;

    PropertySections(PropertyCard card) {
        this.card = card;
        deciding = card.deciding();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>(List.of(new Section("Verdict", verdict()), new Section("Score card", scores())));
        List<Block> reliability = reliability();
        if (!reliability.isEmpty()) {
            sections.add(new Section("Can the probabilities be believed?", reliability));
        }
        return sections;
    }

    private List<PropertyRow> models() {
        return card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL).toList();
    }

    private List<Block> verdict() {
        List<PropertyRow> models = models();
        List<String> sentences = AuditBlocks.withoutAudit(card);
        List<Block> blocks = new ArrayList<>();
        for (int m = 0; m < sentences.size(); m++) {
            if (m < models.size()) {
                Gain gain = models.get(m).againstNaive();
                String name = models.get(m).method().name();
                Standing standing = !gain.known() ? Standing.UNSURE : !(gain.value() > 0) ? Standing.BAD
                        : gain.isBetter() && gain.interval().known() ? Standing.GOOD : Standing.UNSURE;
                blocks.add(gain.known() ? MethodNotes.verdict(standing, name, "the best naive row", models.get(m).againstBaseline().value() < 0, sentences.get(m))
                        : new Statement(standing, "Whether " + name + " is of use cannot be told", sentences.get(m)));
            } else {
                blocks.add(new Statement(Standing.PLAIN, models.isEmpty() ? "No model was scored" : "Note", sentences.get(m)));
            }
        }
        return blocks;
    }

    private List<Block> scores() {
        List<Block> blocks = new ArrayList<>(List.of(about(), table()));
        RangeFigure ranges = RangeFigure.of(deciding.label() + " with its " + Figures.percent(card.bootstrap().level()) + " interval",
                "Further " + (deciding.higherIsBetter() ? "right" : "left") + " is better. The line is the best naive row.", deciding.label())
                .withReference(card.bestNaive().score(deciding).value(), "the best naive row");
        for (PropertyRow row : card.rows()) {
            ranges.add(row.method().name(), MethodNotes.group(row.method().kind()), MethodNotes.look(row.method().kind()), row.score(deciding).value(),
                    row.score(deciding).interval(), "");
        }
        blocks.add(ranges);
        if (card.setting().tasks().size() > 1) {
            blocks.add(tasks());
        }
        if (!card.coverage().excluded().isEmpty()) {
            blocks.add(excluded());
        }
        return blocks;
    }

    private Facts about() {
        List<String> names = card.setting().tasks().stream().map(task -> task.name()).toList();
        long labelled = card.coverage().tasks().stream().mapToLong(TaskCount::labelled).sum();
        long positive = card.coverage().tasks().stream().mapToLong(TaskCount::positive).sum();
        boolean yesNo = card.setting().kind() == LabelKind.YES_NO;
        return new Facts().fact("data", card.setting().dataset() + ", split " + card.setting().split())
                .fact("task", (yesNo ? "yes or no: " : "a number: ") + String.join(", ", names))
                .fact("chosen by", card.setting().selectedBy())
                .fact("molecules", card.coverage().molecules() + " scored, " + card.coverage().excluded().size() + " excluded")
                .fact("labels", labelled + (yesNo ? String.format(Locale.ROOT, ", %d of them positive (%.1f %%)", positive,
                        100.0 * positive / Math.max(1, labelled)) : "")
                        + "; " + ((long) card.coverage().molecules() * names.size() - labelled) + " missing, not scored")
                .fact("intervals", Figures.percent(card.bootstrap().level()) + ", from " + card.bootstrap().resamples()
                        + " bootstrap resamples of the molecules, seed " + card.bootstrap().seed());
    }

    private Table table() {
        List<PropertyMetric> metrics = card.setting().kind().metrics();
        List<String> head = new ArrayList<>(List.of("", deciding.label(), "interval"));
        metrics.stream().skip(1).forEach(metric -> head.add(metric.label()));
        head.addAll(List.of("fit, s", "molecules/s", "MB"));
        Table table = Table.of(caption(), head);
        String group = "";
        for (PropertyRow row : card.rows()) {
            String own = MethodNotes.group(row.method().kind());
            if (!own.equals(group)) {
                table.heading(own);
                group = own;
            }
            List<String> cells = new ArrayList<>(List.of(row.method().name(), cell(deciding, row, card.rows(), other -> other.score(deciding).value()),
                    Figures.interval(row.score(deciding).interval())));
            metrics.stream().skip(1).forEach(metric -> cells.add(cell(metric, row, card.rows(), other -> other.score(metric).value())));
            cells.add(MethodNotes.cost(row.method().cost().fitSeconds()));
            cells.add(Figures.significant(1e6 / row.method().cost().microsPerPrediction(), 2));
            cells.add(MethodNotes.memory(row.method()));
            table.row(cells);
            MethodNotes.note(table, row.method(), row.overall().entrySet().stream().map(entry -> entry.getKey().label() + " "
                    + MethodNotes.spread(entry.getValue())).collect(Collectors.joining(", ")));
        }
        return table.note(MethodNotes.MEMORY);
    }

    private String caption() {
        boolean one = card.setting().tasks().size() == 1;
        if (card.setting().kind() == LabelKind.YES_NO) {
            return (one ? "Scores" : "Means over tasks") + "; higher AUROC and AUPRC are better, lower Brier and ECE; bold is best";
        }
        return (one ? "Errors in the unit of " + card.setting().tasks().get(0).name()
                : "Means over tasks of errors in standard deviations of the training labels") + "; lower errors are better; bold is best";
    }

    private static String cell(PropertyMetric metric, PropertyRow row, List<PropertyRow> rows, ToDoubleFunction<PropertyRow> value) {
        double own = value.applyAsDouble(row);
        double[] all = rows.stream().mapToDouble(value).filter(other -> !Double.isNaN(other)).toArray();
        boolean best = !Double.isNaN(own) && Arrays.stream(all).noneMatch(other -> metric.gain(other, own) > 0);
        boolean share = metric.higherIsBetter() || metric == PropertyMetric.BRIER || metric == PropertyMetric.ECE;
        return (share && !Double.isNaN(own) ? String.format(Locale.ROOT, "%.4f", own) : Figures.scoreAmong(own, all)) + (best ? "*" : "");
    }

    private Table tasks() {
        List<PropertyRow> compared = Stream.of(models().stream().limit(3), card.bestBaseline().stream(), Stream.of(card.bestNaive()))
                .flatMap(rows -> rows).toList();
        Table table = Table.of(deciding.label() + " by task; bold is best of those shown",
                Stream.concat(Stream.of("task", "labels", "positive"), compared.stream().map(row -> row.method().name())).toList());
        for (int t = 0; t < card.coverage().tasks().size(); t++) {
            int index = t;
            TaskCount count = card.coverage().tasks().get(t);
            List<String> cells = new ArrayList<>(List.of(count.task(), Integer.toString(count.labelled()),
                    card.setting().kind() == LabelKind.YES_NO ? Integer.toString(count.positive()) : ""));
            compared.forEach(row -> cells.add(cell(deciding, row, compared, other -> other.tasks().get(index).score(deciding).value())));
            table.row(cells);
        }
        return table;
    }

    private Table excluded() {
        Table table = Table.of("Molecules that were not scored", List.of("number", "SMILES", "reason")).texts(3);
        for (ExcludedMolecule each : card.coverage().excluded().stream().limit(EXCLUDED_SHOWN).toList()) {
            table.row(List.of(Integer.toString(each.number()), each.smiles(), each.reason()));
        }
        int more = card.coverage().excluded().size() - EXCLUDED_SHOWN;
        return more > 0 ? table.note("and " + more + " more, in the JSON") : table;
    }

    /** Observed shares beside predicted probabilities: on the diagonal they agree. */
    private List<Block> reliability() {
        List<Block> blocks = new ArrayList<>();
        for (PropertyRow row : card.rows()) {
            List<ReliabilityBin> bins = row.reliability().stream().filter(bin -> bin.count() > 0)
                    .sorted((a, b) -> Double.compare(a.predicted(), b.predicted())).toList();
            boolean distinct = bins.stream().mapToDouble(ReliabilityBin::predicted).distinct().count() == bins.size();
            if (row.method().kind() == MethodKind.MODEL && bins.size() > 1 && distinct) {
                double[] predicted = bins.stream().mapToDouble(ReliabilityBin::predicted).toArray();
                Estimate ece = row.score(PropertyMetric.ECE);
                blocks.add(new LineFigure("Calibration of " + row.method().name(), "Share of positives among molecules of about one predicted probability,"
                        + " over all tasks and seeds. On the dashed line they agree; expected calibration error " + Figures.significant(ece.value(), 3) + ".",
                        "predicted probability", "share positive", List.of(LinePanel.of("", Axis.of(predicted), List.of(
                                LineSeries.of("as it should be", Look.NOMINAL, predicted),
                                LineSeries.of("observed", Look.MODEL.asDots(), bins.stream().mapToDouble(ReliabilityBin::observed).toArray()))).withRange(0, 1))));
                Table counts = Table.of("Bins of the calibration of " + row.method().name(), List.of("probability", "labels", "mean probability", "share positive"));
                bins.forEach(bin -> counts.row(List.of(String.format(Locale.ROOT, "%.1f to %.1f", bin.low(), bin.high()), Long.toString(bin.count()),
                        String.format(Locale.ROOT, "%.2f", bin.predicted()), String.format(Locale.ROOT, "%.2f", bin.observed()))));
                blocks.add(counts);
            }
        }
        return blocks;
    }
}
