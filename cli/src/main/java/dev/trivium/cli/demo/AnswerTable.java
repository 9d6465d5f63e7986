package dev.trivium.cli.demo;

import dev.trivium.evaluation.text.TextTable;
import dev.trivium.molecular.screening.AnswerColumns;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRow;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file of answers for the terminal: few columns, and what is to know of a row below it. */
final class AnswerTable {

    private static final int SMILES = 24;

    private final List<String> columns;
    private final String target;

    private AnswerTable(List<String> columns, String target) {
        this.columns = columns;
        this.target = target;
    }

    static String of(Path answers, String target) throws IOException {
        TextTable table = new TextTable().row(List.of("  molecule", "measured", "answered", "nearest training molecule", "its", "alike", "inside"));
        List<String> notes = new ArrayList<>();
        try (MoleculeRows rows = MoleculeFile.open(answers, TableOptions.defaults().withSmiles("smiles"))) {
            AnswerTable cells = new AnswerTable(rows.columns(), target);
            for (Optional<MoleculeRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                cells.add(row.get(), table, notes);
            }
        }
        return table.render() + String.join("\n", notes) + "\n";
    }

    private void add(MoleculeRow row, TextTable table, List<String> notes) {
        String because = cell(row, "outside").isEmpty() ? cell(row, AnswerColumns.NOTE) : "outside: " + cell(row, "outside");
        String mark = "";
        if (!because.isEmpty()) {
            mark = " [" + (notes.size() + 1) + "]";
            notes.add("[" + (notes.size() + 1) + "] " + TextTable.cut(because, 94));
        }
        boolean refused = cell(row, AnswerColumns.OUTCOME).equals("refused");
        table.row(List.of("  " + TextTable.cut(row.smiles(), SMILES - mark.length()) + mark, number(row, "measured"),
                refused ? "refused" : number(row, target + "_predicted"), TextTable.cut(dash(cell(row, "nearest")), SMILES),
                number(row, target + "_of_nearest"), dash(cell(row, "similarity")), dash(cell(row, "inside"))));
    }

    private String cell(MoleculeRow row, String column) {
        return row.cells().get(columns.indexOf(column));
    }

    private String number(MoleculeRow row, String column) {
        String text = cell(row, column);
        return text.isEmpty() ? "-" : String.format(Locale.ROOT, "%.0f", Double.parseDouble(text));
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
