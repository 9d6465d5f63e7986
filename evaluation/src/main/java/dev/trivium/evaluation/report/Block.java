package dev.trivium.evaluation.report;

/** One thing in a section of a report. */
public sealed interface Block permits Command, Facts, Figure, Gallery, Prose, Statement, Table {

    /** Writes it. */
    void write(HtmlPage page);
}
