package dev.trivium.evaluation.report;

/**
 * What to type.
 *
 * @param line a command line, in one line or several
 */
public record Command(String line) implements Block {

    @Override
    public void write(HtmlPage page) {
        page.html().open("pre", "class", "command", "data-scrolls", "Command line").element("code", line).close("pre");
    }
}
