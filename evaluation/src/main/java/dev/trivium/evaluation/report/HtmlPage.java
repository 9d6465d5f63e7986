package dev.trivium.evaluation.report;

/** What blocks write to; users of reports have no need of it. */
public final class HtmlPage {

    private final Html html = new Html();

    HtmlPage() {}

    Html html() {
        return html;
    }
}
