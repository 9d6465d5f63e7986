package dev.trivium.evaluation.report;

/**
 * A paragraph.
 *
 * @param text plain text
 */
public record Prose(String text) implements Block {

    @Override
    public void write(HtmlPage page) {
        page.html().element("p", Html.joined(text), "class", "prose");
    }
}
