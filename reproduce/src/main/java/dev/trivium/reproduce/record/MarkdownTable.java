package dev.trivium.reproduce.record;

import java.util.Collections;
import java.util.List;

/** A table in Markdown. */
public final class MarkdownTable {

    private final StringBuilder text = new StringBuilder();

    /** @param header the names of the columns */
    public MarkdownTable(List<String> header) {
        row(header);
        row(Collections.nCopies(header.size(), "---"));
    }

    /** Adds a row. */
    public void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** {@return the lines of the table} */
    @Override
    public String toString() {
        return text.toString();
    }
}
