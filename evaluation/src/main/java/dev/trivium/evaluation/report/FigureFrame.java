package dev.trivium.evaluation.report;

import java.util.List;

/** What all charts have around them: title, note, legend. */
final class FigureFrame {

    /** An entry of the legend. */
    record Key(String name, Look look, int series) {}

    private final Html html;
    private final Figure figure;
    private final String note;
    private final String id;

    FigureFrame(Html html, Figure figure, String note) {
        this.html = html;
        this.figure = figure;
        this.note = note;
        id = html.id();
    }

    void open() {
        html.open("figure", "class", "chart", "aria-labelledby", id).open("figcaption");
        html.element("h3", figure.title(), "id", id);
        if (!note.isBlank()) {
            html.element("p", note, "class", "quiet");
        }
        html.close("figcaption");
    }

    /** One entry needs no legend. */
    void legend(List<Key> keys) {
        if (keys.size() < 2) {
            return;
        }
        html.open("ul", "class", "legend");
        for (Key key : keys) {
            html.open("li", "data-s", Integer.toString(key.series()));
            html.raw("<svg class=\"key\" viewBox=\"0 0 24 10\" width=\"24\" height=\"10\" aria-hidden=\"true\">");
            html.raw(key.look().dots() ? "<circle class=\"dot " + key.look().color() + "\" cx=\"12\" cy=\"5\" r=\"4\"/>"
                    : "<path class=\"line " + key.look().color() + (key.look().dashed() ? " dash" : "") + "\" d=\"M1 5H23\"/>");
            html.raw("</svg>").element("span", key.name()).close("li");
        }
        html.close("ul");
    }

    void close() {
        html.close("figure");
    }
}
