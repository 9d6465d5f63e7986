package dev.trivium.evaluation.report;

/** A block that is drawn, with a table behind it. */
public sealed interface Figure extends Block permits GapStrip, LineFigure, RangeFigure {

    /** {@return what is shown} */
    String title();
}
