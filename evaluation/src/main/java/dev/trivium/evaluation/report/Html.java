package dev.trivium.evaluation.report;

/** HTML in the making: every text and every value of an attribute is escaped on its way in. */
final class Html {

    private final StringBuilder out = new StringBuilder();
    private int ids;

    /** {@return an id that no other element of the page has} */
    String id() {
        return "n" + ++ids;
    }

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element that holds a text and nothing else. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Markup of our own. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /** {@return the text with markup escaped, and what no page may hold, such as a control character, shown as U+FFFD} */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isSafe(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /** {@return the text, with percent signs that stay with their figures} */
    static String joined(String text) {
        return text.replace(" %", "\u00a0%");
    }

    /** Line ends and tabs may stand; marks that turn the direction of the text around them may not. */
    private static boolean isSafe(int c) {
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0;
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean lone = c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
        return !control && !turns && !lone;
    }
}
