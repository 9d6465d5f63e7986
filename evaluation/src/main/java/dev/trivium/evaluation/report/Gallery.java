package dev.trivium.evaluation.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Pictures that stand as they are, such as drawings of molecules; as images, they can neither run nor load anything. */
public final class Gallery implements Block {

    private record Item(String svg, String heading, String text) {}

    private final List<Item> items = new ArrayList<>();
    private final boolean wide;

    private Gallery(boolean wide) {
        this.wide = wide;
    }

    /** {@return a gallery of small pictures side by side} */
    public static Gallery small() {
        return new Gallery(false);
    }

    /** {@return a gallery of pictures as wide as the page} */
    public static Gallery wide() {
        return new Gallery(true);
    }

    /**
     * Adds a picture.
     *
     * @param svg     an SVG document
     * @param heading a few words
     * @param text    what a reader should know who does not see it
     */
    public Gallery add(String svg, String heading, String text) {
        items.add(new Item(svg, heading, text));
        return this;
    }

    /** {@return whether there is no picture} */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public void write(HtmlPage page) {
        Html html = page.html();
        html.open("div", "class", wide ? "gallery one" : "gallery");
        for (Item item : items) {
            html.open("figure").open("img", "alt", "", "src",
                    "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(item.svg().getBytes(StandardCharsets.UTF_8)));
            html.open("figcaption").element("strong", item.heading()).text(" ").element("span", item.text()).close("figcaption").close("figure");
        }
        html.close("div");
    }
}
