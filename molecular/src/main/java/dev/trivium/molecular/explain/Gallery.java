package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.Depiction;
import java.util.List;

/** A page of many molecules, each coloured by motifs and linked to its own page. */
public final class Gallery {

    private final StringBuilder tiles = new StringBuilder();
    private final int task;

    /** An empty gallery of what the predictions of one task rest on. */
    public Gallery(int task) {
        this.task = task;
    }

    /** Adds a molecule whose page has that file name, in the same folder. */
    public void add(String title, String file, Explanation explanation) {
        tiles.append("<a href=\"").append(Html.escape(file)).append("\">");
        explanation.weights().ifPresent(w -> tiles.append(Html.drawing(Drawings.byMotifs(new Depiction(70, 50), w, task))));
        tiles.append("<div>").append(Html.escape(title)).append("</div>").append(MoleculePage.prediction(explanation)).append("</a>\n");
    }

    /**
     * {@return the page as HTML that refers to nothing but the pages of its molecules}
     *
     * @param lines what to say above the pictures
     */
    public String html(String title, List<String> lines) {
        StringBuilder body = new StringBuilder("<h1>" + Html.escape(title) + "</h1>\n");
        lines.forEach(line -> body.append("<p>").append(Html.escape(line)).append("</p>\n"));
        body.append("<p>Colour: the part that a motif has in the effects of all motifs, 0 <span class=\"scale\"></span> the largest of the molecule.</p>\n<div class=\"grid\">\n");
        return Html.page(title, body.append(tiles).append("</div>\n").toString());
    }
}
