package dev.trivium.evaluation.report;

/**
 * A sentence that the report wants read.
 *
 * @param standing what it amounts to
 * @param headline a few words, such as {@code Beats the best naive forecast}
 * @param text     the sentence with its figures; may be empty
 */
public record Statement(Standing standing, String headline, String text) implements Block {

    @Override
    public void write(HtmlPage page) {
        page.html().open("div", "class", "statement " + standing.style());
        page.html().open("p", "class", "headline");
        if (!standing.sign().isEmpty()) {
            page.html().element("span", standing.sign(), "class", "sign", "aria-hidden", "true");
        }
        page.html().text(headline).close("p");
        if (!text.isBlank()) {
            page.html().element("p", Html.joined(text));
        }
        page.html().close("div");
    }
}
