package dev.trivium.molecular.explain;

import dev.trivium.evaluation.text.Figures;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.featurize.Depiction;
import dev.trivium.molecular.interval.Ranges;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page on one molecule: prediction, drawings by atoms and by motifs, the table of motifs; or why there is no prediction. */
public final class MoleculePage {

    private MoleculePage() {}

    /**
     * {@return the page as HTML that refers to nothing outside itself}
     *
     * @param title what the molecule is called
     * @param task  the number of the task whose effects colour the motifs and order the table
     */
    public static String of(String title, Explanation explanation, int task) {
        StringBuilder body = new StringBuilder("<h1>" + Html.escape(title) + "</h1>\n<p><code>" + Html.escape(explanation.smiles())
                + "</code></p>\n" + prediction(explanation));
        explanation.weights().ifPresent(weights -> body.append(figures(weights, task)).append(table(explanation.tasks(), weights, task)));
        return Html.page(title, body.toString());
    }

    /** {@return what is predicted, or the reason, as paragraphs} */
    static String prediction(Explanation explanation) {
        if (!(explanation.prediction() instanceof Prediction.Made made)) {
            return "<p>refused: " + Html.escape(explanation.prediction().refusal().orElse("")) + "</p>\n";
        }
        StringBuilder text = new StringBuilder("<p>");
        double[] values = made.values();
        for (int t = 0; t < values.length; t++) {
            text.append(t == 0 ? "" : "<br>").append(Html.escape(explanation.tasks().get(t))).append(": <b>").append(number(values[t])).append("</b>");
            text.append(Double.isNaN(made.spread()[t]) ? "" : " ± " + number(made.spread()[t]));
            int task = t;
            made.ranges().ifPresent(ranges -> text.append(ranges(ranges, task)));
        }
        text.append("</p>\n");
        made.notes().forEach(note -> text.append("<p>note: ").append(Html.escape(note)).append("</p>\n"));
        return text.toString();
    }

    private static String ranges(Ranges ranges, int task) {
        StringBuilder text = new StringBuilder();
        if (task < ranges.intervals().size()) {
            ranges.intervals().get(task).forEach((share, interval) -> text.append("; ").append(Figures.percent(share)).append(": ")
                    .append(number(interval.low())).append(" to ").append(number(interval.high())));
        }
        if (task < ranges.sets().size()) {
            ranges.sets().get(task).forEach((share, set) -> text.append("; ").append(Figures.percent(share)).append(" set: ")
                    .append(set.isEmpty() ? "neither" : set.stream().sorted().map(label -> label == 1 ? "yes" : "no")
                            .collect(Collectors.joining(" or "))));
        }
        return text.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String figures(TokenWeights weights, int task) {
        Depiction depiction = Depiction.standard();
        return "<div class=\"pair\"><figure>" + Html.drawing(Drawings.byAtoms(depiction, weights))
                + "<figcaption>by shares of atoms" + scale(weights.atomShares()) + "</figcaption></figure>\n<figure>"
                + Html.drawing(Drawings.byMotifs(depiction, weights, task)) + "<figcaption>by effects of motifs" + scale(Weighting.EFFECT.parts(weights, task))
                + "</figcaption></figure></div>\n";
    }

    private static String scale(double[] shares) {
        double most = Arrays.stream(shares).max().orElse(0);
        return ": 0 <span class=\"scale\"></span> " + String.format(Locale.ROOT, "%.1f %%", 100 * most);
    }

    private static String table(List<String> tasks, TokenWeights weights, int first) {
        StringBuilder table = new StringBuilder("<table><tr><th>motif</th><th>atoms</th><th class=\"n\">share</th>");
        tasks.forEach(task -> table.append("<th class=\"n\">effect on ").append(Html.escape(task)).append("</th>"));
        table.append("</tr>\n");
        for (MotifRow row : MotifRow.of(weights, tasks.size(), first)) {
            table.append("<tr><td>").append(Html.escape(row.name())).append("</td><td>").append(Html.escape(row.atoms()))
                    .append(String.format(Locale.ROOT, "</td><td class=\"n\">%.1f %%</td>", 100 * row.share()))
                    .append(row.effects().stream().map(c -> String.format(Locale.ROOT, "<td class=\"n\">%+.3f</td>", c))
                            .collect(Collectors.joining())).append("</tr>\n");
        }
        return table.append("</table>\n<p>Share: the part of the network's channels whose largest value among motifs is this motif's. Effect: what the"
                + " network's output (logit, or standardised value) loses, to first order, when the motif and its atoms are not read; positive ones"
                + " raise the prediction.</p>\n").toString();
    }
}
