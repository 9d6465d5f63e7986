package dev.trivium.cli.data;

import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Sizes;
import dev.trivium.data.catalog.DataFile;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.MoleculeTable;
import dev.trivium.data.catalog.SplitRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A data set of the catalogue as text and as JSON. */
final class SetText {

    private SetText() {}

    static Report report(DataSet set, DatasetCache cache) throws IOException {
        Report report = new Report().row("name", set.name()).row("title", set.title()).row("domain", set.domain().label())
                .row("shape", set.layout().shape()).row("step", set.layout().step());
        set.layout().note().ifPresent(note -> report.row("note", note));
        report.row("licence", set.terms().licence()).row("citation", set.terms().citation());
        set.reading().ifPresent(reading -> report.row("series", "read from " + reading.file()
                + reading.split().map(rule -> ", published split " + rule.label()).orElse("")));
        set.molecules().ifPresent(table -> {
            report.row("molecules", table.labels().label() + ", SMILES in column " + table.smiles()
                    + table.file().map(file -> " of " + file).orElse(""));
            report.row("tasks", tasks(table));
            if (!table.splits().isEmpty()) {
                report.row("splits", table.splits().size() + " published: "
                        + table.splits().stream().map(MoleculeTable.Parts::test).collect(Collectors.joining(", ")) + " hold the test molecules");
            }
        });
        report.row("cached", cache.holds(set) ? "yes, in " + cache.path(set, set.main()).getParent() : "no");
        for (DataFile file : set.files()) {
            report.row("file", file.name() + " (" + file.identity() + ")\n" + file.source().where());
        }
        return report;
    }

    private static String tasks(MoleculeTable table) {
        return table.tasks().isEmpty() ? "all columns but " + table.smiles() : table.tasks().stream()
                .map(task -> table.units().containsKey(task) ? task + " (" + table.units().get(task) + ")" : task)
                .collect(Collectors.joining(", "));
    }

    static String size(DataSet set) {
        return set.bytes() == DataFile.UNKNOWN_SIZE ? "unknown" : Sizes.text(set.bytes());
    }

    static Map<String, Object> json(DataSet set, DatasetCache cache) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", set.name());
        map.put("title", set.title());
        map.put("domain", set.domain().label());
        map.put("shape", set.layout().shape());
        map.put("step", set.layout().step());
        set.layout().note().ifPresent(note -> map.put("note", note));
        map.put("licence", set.terms().licence());
        map.put("citation", set.terms().citation());
        map.put("isSeries", set.reading().isPresent());
        set.reading().flatMap(reading -> reading.split()).map(SplitRule::label).ifPresent(rule -> map.put("split", rule));
        set.molecules().ifPresent(table -> map.put("molecules", molecules(table)));
        map.put("cached", cache.holds(set));
        List<Map<String, Object>> files = new ArrayList<>();
        for (DataFile file : set.files()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", file.name());
            one.put("bytes", file.bytes());
            one.put("checksum", file.checksum().toString());
            one.put("source", file.source().where());
            one.put("path", cache.path(set, file).toString());
            files.add(one);
        }
        map.put("files", files);
        return map;
    }

    private static Map<String, Object> molecules(MoleculeTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("labels", table.labels().label());
        map.put("smiles", table.smiles());
        map.put("tasks", table.tasks());
        map.put("units", table.units());
        table.file().ifPresent(file -> map.put("file", file));
        map.put("splits", table.splits().stream().map(MoleculeTable.Parts::files).toList());
        return map;
    }
}
