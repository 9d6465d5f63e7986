package dev.trivium.cli.page;

import dev.trivium.evaluation.report.Command;
import dev.trivium.evaluation.report.Facts;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.report.Standing;
import dev.trivium.evaluation.report.Statement;
import dev.trivium.evaluation.text.Figures;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page about a fit begins with. */
public final class FittedPage {

    private FittedPage() {}

    /**
     * {@return that nothing was scored, and what was fitted}
     *
     * @param text       on the model, one line
     * @param note       what a reader must know of it
     * @param provenance of the model
     * @param next       the command that scores it
     */
    public static List<Section> of(String text, Optional<String> note, Map<String, Object> provenance, String next) {
        Facts facts = new Facts().fact("model", text).fact("note", note.orElse(""));
        if (provenance.get("metrics") instanceof Map<?, ?> metrics) {
            metrics.forEach((name, value) -> facts.fact(String.valueOf(name),
                    value instanceof Double number ? Figures.significant(number, 5) : String.valueOf(value)));
        }
        return List.of(Section.of("Fitted", new Statement(Standing.PLAIN, "Fitted, not scored",
                "Nothing on this page was measured on test data. Whether the model beats naive methods is what this command tells:"),
                new Command("trivium " + next), facts));
    }
}
