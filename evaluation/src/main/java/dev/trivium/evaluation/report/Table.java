package dev.trivium.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table with a caption: first column names, the others figures. A column that is empty in all rows is left out. */
public final class Table implements Block {

    private static final int LONG = 24;

    private record Row(List<String> cells, boolean heading) {}

    private final String caption;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int texts = 1;
    private boolean wrapped;

    private Table(String caption, List<String> columns) {
        this.caption = caption;
        this.columns = List.copyOf(columns);
    }

    /** {@return a table without a row} */
    public static Table of(String caption, List<String> columns) {
        return new Table(caption, columns);
    }

    /** {@return this table, its last column in lines as wide as the page has room for} */
    public Table wrapped() {
        wrapped = true;
        return this;
    }

    /** {@return this table with so many columns of text at the left, 1 unless told} */
    public Table texts(int count) {
        texts = count;
        return this;
    }

    /**
     * Adds a row. A cell that ends in {@code *} is shown as the best of its column.
     *
     * @throws IllegalArgumentException if it has not one cell for every column
     */
    public Table row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("cells must number " + columns.size() + " in the table \"" + caption + "\", got " + cells.size());
        }
        rows.add(new Row(List.copyOf(cells), false));
        return this;
    }

    /** Adds a heading for the rows that follow. */
    public Table heading(String text) {
        rows.add(new Row(List.of(text), true));
        return this;
    }

    /** Adds a line below the table. */
    public Table note(String text) {
        notes.add(text);
        return this;
    }

    /** {@return whether there is no row} */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public void write(HtmlPage page) {
        Html html = page.html();
        int[] shown = IntStream.range(0, columns.size()).filter(c -> c == 0 || rows.stream().anyMatch(row -> !row.heading() && !row.cells().get(c).isBlank()))
                .toArray();
        html.open("div", "class", rows.size() > LONG ? "scroll long" : "scroll", "data-scrolls", caption).open("table", "class", wrapped ? "figures wrapped" : "figures");
        html.open("caption").element("span", caption).close("caption");
        html.open("thead").open("tr");
        for (int c : shown) {
            html.element("th", columns.get(c), "scope", "col", "class", c < texts ? "name" : "number");
        }
        html.close("tr").close("thead");
        html.open("tbody");
        for (Row row : rows) {
            if (row.heading()) {
                html.close("tbody").open("tbody").open("tr", "class", "group");
                html.element("th", row.cells().get(0), "colspan", Integer.toString(shown.length), "scope", "colgroup").close("tr");
            } else {
                cells(html, row.cells(), shown);
            }
        }
        html.close("tbody").close("table").close("div");
        if (!notes.isEmpty()) {
            html.open("ul", "class", "notes");
            notes.forEach(note -> html.element("li", note));
            html.close("ul");
        }
    }

    private void cells(Html html, List<String> cells, int[] shown) {
        html.open("tr");
        html.element("th", cells.get(0), "scope", "row");
        for (int c : shown) {
            if (c == 0) {
                continue; // the heading of the row
            }
            String cell = cells.get(c);
            if (c >= texts && cell.endsWith("*")) {
                html.open("td", "class", "number best").text(cell.substring(0, cell.length() - 1))
                        .element("span", " best", "class", "unseen").close("td");
            } else {
                html.element("td", cell, "class", c < texts ? "name" : "number");
            }
        }
        html.close("tr");
    }
}
