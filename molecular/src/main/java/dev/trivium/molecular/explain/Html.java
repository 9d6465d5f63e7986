package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.Drawing;

/** Parts of pages: whole in themselves, nothing is fetched. */
final class Html {

    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;margin:1.5em auto;max-width:72em;padding:0 1em;color:#222;background:#fff}
            h1{font-size:1.3em;overflow-wrap:anywhere} figure{margin:0} figcaption{color:#555}
            .pair{display:flex;flex-wrap:wrap;gap:1em} .pair figure{flex:1 1 22em} svg{width:100%;height:auto}
            table{border-collapse:collapse;margin:1em 0} td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ddd}
            td.n,th.n{text-align:right;font-variant-numeric:tabular-nums} code{overflow-wrap:anywhere}
            .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(15em,1fr));gap:1em} .grid>a,.grid>div{border:1px solid #ddd;
            padding:.6em;color:inherit;text-decoration:none;font-size:.85em;overflow-wrap:anywhere}
            .scale{display:inline-block;width:9em;height:.8em;border:1px solid #999;vertical-align:middle;
            background:linear-gradient(90deg,#fff,#fee391,#fe9929,#cc4c02)}
            """;

    private Html() {}

    /** {@return a text as it may stand in an element or an attribute} */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    /** {@return a page; the title is escaped, the body must be} */
    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escape(title) + "</title>\n<style>\n" + STYLE
                + "</style></head><body>\n" + body + "</body></html>\n";
    }

    /** {@return a picture, or why there is none} */
    static String drawing(Drawing drawing) {
        return drawing instanceof Drawing.Drawn drawn ? drawn.svg()
                : "<p>not drawn: " + escape(((Drawing.NotDrawn) drawing).reason()) + "</p>";
    }
}
