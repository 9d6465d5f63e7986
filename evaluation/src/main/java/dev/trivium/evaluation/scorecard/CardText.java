package dev.trivium.evaluation.scorecard;

import java.util.stream.Collectors;

/** Lays a card out as text: verdict, what was scored, tables. */
final class CardText {

    private static final int WIDTH = 100;
    private static final String INDENT = " ".repeat(11);
    private final ScoreCard card;

    CardText(ScoreCard card) {
        this.card = card;
    }

    String render() {
        CardTables tables = new CardTables(card);
        StringBuilder text = new StringBuilder();
        card.verdict().forEach(sentence -> text.append(wrap(sentence, "  ")));
        text.append('\n').append(wrap(card.title(), "")).append(about());
        text.append("\nStandardised errors over all steps and series; lower is better, * is best\n").append(tables.overall());
        tables.footnotes().forEach(note -> text.append(wrap(note, "    ")));
        text.append("\nStandardised MSE by forecast step; * is best\n").append(tables.steps());
        text.append("\nMAE by series in the unit of the data; * is best of those shown\n").append(tables.series());
        return text.toString();
    }

    private String about() {
        Setting setting = card.setting();
        return line("data", setting.dataset() + ", split " + setting.split())
                + line("task", "look-back " + setting.lookback() + ", horizon " + setting.horizon())
                + line("chosen by", setting.selectedBy())
                + line("windows", windows())
                + line("gaps", card.coverage().filledInputs() + " look-back cells filled from the past; "
                        + card.coverage().missingTargets() + " of " + card.coverage().targets()
                        + " target cells missing, not scored")
                + line("intervals", intervals());
    }

    private String windows() {
        String reasons = card.coverage().excluded().entrySet().stream().filter(reason -> reason.getValue() > 0)
                .map(reason -> reason.getKey() + " " + reason.getValue()).collect(Collectors.joining(", "));
        return card.coverage().windows() + " scored, " + card.coverage().excludedWindows() + " excluded"
                + (reasons.isEmpty() ? "" : " (" + reasons + ")") + ", stride " + card.setting().stride();
    }

    private String intervals() {
        int block = card.bootstrap().blockLength();
        if (!card.bootstrap().suffices(card.coverage().windows())) {
            return "none: " + card.coverage().windows() + " windows are too few for blocks of " + block;
        }
        return Figures.percent(card.bootstrap().level()) + ", from " + card.bootstrap().resamples()
                + " bootstrap resamples in blocks of " + block + " windows, seed " + card.bootstrap().seed();
    }

    private static String line(String label, String text) {
        return wrap(label + INDENT.substring(label.length()) + text, INDENT);
    }

    private static String wrap(String text, String indent) {
        StringBuilder wrapped = new StringBuilder();
        String rest = text;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= indent.length()) {
                break; // a word longer than the line
            }
            wrapped.append(rest, 0, space).append('\n');
            rest = indent + rest.substring(space + 1);
        }
        return wrapped.append(rest).append('\n').toString();
    }
}
