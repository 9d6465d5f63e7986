package dev.trivium.cli.molecule;

import dev.trivium.cli.option.MoleculeSource;
import dev.trivium.cli.terminal.Report;
import dev.trivium.evaluation.text.Paragraph;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What was read, what is predicted, and how it was divided, in words.
 *
 * @param source   the molecules
 * @param kind     what is predicted
 * @param inferred whether nobody stated it
 */
record SourceReport(MoleculeSource source, TaskKind kind, boolean inferred) {

    private static final int TASKS_SHOWN = 6;
    private static final int NOTES_SHOWN = 8;

    void describe(Report report) {
        int rows = source.parts().stream().mapToInt(MoleculeSet::size).sum();
        report.row("data", String.format(Locale.ROOT, "%s: %,d molecules%s", source.name(), rows,
                source.smiles().map(column -> ", SMILES in column " + column).orElse("")));
        report.row("task", task());
        report.row("labels", labels());
        report.row("split", split());
        source.notes().forEach(note -> report.row("note", note));
        List<String> notes = source.split().notes();
        notes.stream().limit(NOTES_SHOWN).forEach(note -> report.row("note", Paragraph.wrap(note, "").stripTrailing()));
        if (notes.size() > NOTES_SHOWN) {
            report.row("note", "and " + (notes.size() - NOTES_SHOWN) + " more");
        }
    }

    private String task() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (!inferred) {
            return name;
        }
        return name + (kind == TaskKind.CLASSIFICATION ? ", as every label is 0 or 1 (--task regression says otherwise)"
                : ", as not every label is 0 or 1");
    }

    private String split() {
        MoleculeSplit split = source.split();
        return String.format(Locale.ROOT, "%s: %,d training, %,d validation, %s%,d test molecules", split.description(),
                split.train().set().size(), split.validation().set().size(),
                split.calibration().map(apart -> String.format(Locale.ROOT, "%,d calibration, ", apart.set().size())).orElse(""),
                split.test().set().size());
    }

    private String labels() {
        List<String> tasks = source.tasks();
        String shown = IntStream.range(0, Math.min(TASKS_SHOWN, tasks.size())).mapToObj(task -> tasks.get(task) + ": " + labels(task))
                .collect(Collectors.joining("\n"));
        return shown + (tasks.size() > TASKS_SHOWN ? "\nand " + (tasks.size() - TASKS_SHOWN) + " more" : "");
    }

    private String labels(int task) {
        DoubleSummaryStatistics known = source.parts().stream().flatMapToDouble(set -> values(set, task)).summaryStatistics();
        long missing = source.parts().stream().mapToLong(MoleculeSet::size).sum() - known.getCount();
        String text = known.getCount() == 0 ? "none" : kind == TaskKind.CLASSIFICATION
                ? String.format(Locale.ROOT, "%,d, of which %,.0f (%.1f %%) are 1", known.getCount(), known.getSum(), 100 * known.getAverage())
                : String.format(Locale.ROOT, "%,d from %.4g to %.4g, mean %.4g", known.getCount(), known.getMin(), known.getMax(),
                        known.getAverage());
        return text + (missing == 0 ? "" : String.format(Locale.ROOT, "; %,d missing", missing));
    }

    private static DoubleStream values(MoleculeSet set, int task) {
        return IntStream.range(0, set.size()).mapToDouble(row -> set.label(row, task)).filter(label -> !Double.isNaN(label));
    }

    /** {@return the same facts for JSON} */
    Map<String, Object> json() {
        MoleculeSplit split = source.split();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", source.name());
        map.put("task", kind.name().toLowerCase(Locale.ROOT));
        map.put("targets", source.tasks());
        map.put("split", split.description());
        map.put("training", split.train().set().size());
        map.put("validation", split.validation().set().size());
        split.calibration().ifPresent(apart -> map.put("calibration", apart.set().size()));
        map.put("test", split.test().set().size());
        map.put("notes", split.notes());
        return map;
    }
}
