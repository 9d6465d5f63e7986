package dev.trivium.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows of a label and a text, which may have several lines. */
public final class Report {

    private static final String INDENT = " ".repeat(12);

    /**
     * A row.
     *
     * @param label what it is about
     * @param text  in one line or several
     */
    public record Row(String label, String text) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** Adds a row; an empty text adds nothing. */
    public Report row(String label, String text) {
        List<String> parts = text.lines().toList();
        if (!parts.isEmpty()) {
            rows.add(new Row(label, text));
        }
        for (int i = 0; i < parts.size(); i++) {
            String head = i > 0 ? INDENT : label + " ".repeat(Math.max(1, INDENT.length() - label.length()));
            lines.add(head + parts.get(i));
        }
        return this;
    }

    /** Adds the rows of another report. */
    public Report add(Report other) {
        lines.addAll(other.lines);
        return this;
    }

    /** {@return the rows, one or more lines each} */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return the rows as they were added} */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Prints the rows among what is not a result: to {@code err}. */
    public void toErr(Session session) {
        session.status().clear();
        lines.forEach(session.err()::println);
    }

    /** Prints the rows as a result: to {@code out}. */
    public void toOut(Session session) {
        session.status().clear();
        lines.forEach(session.out()::println);
        session.out().flush();
    }
}
