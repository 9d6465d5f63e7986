package dev.trivium.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/** Names with what they stand for: a list of facts. */
public final class Facts implements Block {

    private record Fact(String name, String text) {}

    private final List<Fact> facts = new ArrayList<>();

    /** Starts without a fact. */
    public Facts() {}

    /** Adds a fact; one without a text is left out. */
    public Facts fact(String name, String text) {
        if (!text.isBlank()) {
            facts.add(new Fact(name, text));
        }
        return this;
    }

    /** {@return whether there is none} */
    public boolean isEmpty() {
        return facts.isEmpty();
    }

    @Override
    public void write(HtmlPage page) {
        page.html().open("dl", "class", "facts");
        for (Fact fact : facts) {
            page.html().open("div").element("dt", fact.name()).element("dd", Html.joined(fact.text())).close("div");
        }
        page.html().close("dl");
    }
}
