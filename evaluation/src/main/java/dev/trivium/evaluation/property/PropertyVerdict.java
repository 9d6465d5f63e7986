package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.Gain;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import java.util.List;

/** Says in words whether a model is worth having. */
final class PropertyVerdict {

    private final PropertyCard card;
    private final PropertyMetric metric;

    private PropertyVerdict(PropertyCard card) {
        this.card = card;
        metric = card.deciding();
    }

    static List<String> of(PropertyCard card) {
        PropertyVerdict verdict = new PropertyVerdict(card);
        List<String> sentences = card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL).map(verdict::of).toList();
        return sentences.isEmpty() ? List.of("No model on this card: naive rows and baselines only.") : sentences;
    }

    private String of(PropertyRow model) {
        if (!model.againstNaive().known()) {
            return "Whether " + model.method().name() + " is of use CANNOT BE TOLD: its " + metric.label() + " is not defined, as no task has"
                    + " molecules of both classes in the test set.";
        }
        PropertyRow naive = card.bestNaive();
        return model.method().name() + claim(model.againstNaive()) + "the best naive row (" + naive.method().name() + "): "
                + metric.label() + " " + value(model) + " against " + value(naive) + evidence(model.againstNaive()) + "."
                + card.bestBaseline().map(baseline -> againstBaseline(model, baseline)).orElse("");
    }

    private String againstBaseline(PropertyRow model, PropertyRow baseline) {
        Gain gain = model.againstBaseline();
        String name = baseline.method().name() + ", " + metric.label() + " " + value(baseline) + evidence(gain);
        if (gain.value() < 0) {
            return " A baseline does better: " + name + ".";
        }
        return gain.value() == 0 ? " A baseline does as well: " + name + "." : " It" + claim(gain) + "the best baseline: " + name + ".";
    }

    private static String claim(Gain gain) {
        if (!(gain.value() > 0)) {
            return " does NOT beat ";
        }
        return gain.isBetter() && gain.interval().known() ? " beats " : " is NOT shown to beat ";
    }

    private String evidence(Gain gain) {
        if (!gain.interval().known()) {
            return "; there are too few molecules for an interval";
        }
        String interval = Figures.percent(card.bootstrap().level()) + " interval of the gain " + Figures.interval(gain.interval());
        return gain.interval().contains(0) ? "; the " + interval + " includes 0" : ", " + interval;
    }

    private String value(PropertyRow row) {
        return Figures.score(row.score(metric).value());
    }
}
