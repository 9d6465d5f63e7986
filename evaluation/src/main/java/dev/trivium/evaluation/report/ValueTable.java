package dev.trivium.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** The table behind a chart, closed at first; the script reads what is under the pointer from it. */
final class ValueTable {

    private record Column(String name, int series) {}

    private final String id;
    private final String caption;
    private final String first;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    ValueTable(String id, String caption, String first) {
        this.id = id;
        this.caption = caption;
        this.first = first;
    }

    /** @param series number of the curve that it belongs to; -1 for none */
    ValueTable column(String name, int series) {
        columns.add(new Column(name, series));
        return this;
    }

    void row(String label, List<String> cells) {
        labels.add(label);
        rows.add(cells);
    }

    void write(Html html) {
        html.open("details", "class", "values").open("summary").text("Values").element("span", " of " + caption, "class", "unseen").close("summary");
        html.open("div", "class", "scroll tall", "data-scrolls", "Values of " + caption).open("table", "id", id);
        html.open("caption").element("span", caption).close("caption").open("thead").open("tr").element("th", first, "scope", "col");
        for (Column column : columns) {
            html.element("th", column.name(), "scope", "col", "class", "number", "data-s", Integer.toString(column.series()));
        }
        html.close("tr").close("thead").open("tbody");
        for (int r = 0; r < rows.size(); r++) {
            html.open("tr").element("th", labels.get(r), "scope", "row");
            for (String cell : rows.get(r)) {
                html.open("td").text(cell).raw("</td>");
            }
            html.close("tr");
        }
        html.close("tbody").close("table").close("div").close("details");
    }
}
