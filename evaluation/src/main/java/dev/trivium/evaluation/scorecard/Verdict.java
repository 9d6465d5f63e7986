package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.PairedDifference;
import dev.trivium.evaluation.text.Figures;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in words whether a model is worth having. */
final class Verdict {

    private Verdict() {
    }

    static List<String> of(ScoreCard card) {
        List<String> sentences = card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL)
                .map(row -> againstNaive(row, card) + againstBaselines(row, card)).toList();
        return sentences.isEmpty() ? List.of("No model on this card: naive forecasts and baselines only.") : sentences;
    }

    private static String againstNaive(ScoreRow model, ScoreCard card) {
        PairedDifference difference = model.againstNaive();
        String claim;
        if (!(difference.difference() < 0)) {
            claim = " does NOT beat ";
        } else {
            claim = difference.isBetter() ? " beats " : " is NOT shown to beat ";
        }
        ScoreRow naive = card.bestNaive();
        return model.method().name() + claim + "the best naive forecast (" + naive.method().name() + "): MSE "
                + Figures.score(model.overall().mse().value()) + " against " + Figures.score(naive.overall().mse().value())
                + evidence(model, card) + ".";
    }

    private static String evidence(ScoreRow model, ScoreCard card) {
        PairedDifference difference = model.againstNaive();
        if (!difference.interval().known()) {
            return "; " + card.coverage().windows() + " windows are too few for an interval";
        }
        String interval = Figures.percent(card.bootstrap().level()) + " interval of the difference "
                + Figures.interval(difference.interval());
        return difference.interval().contains(0)
                ? "; the " + interval + " includes 0"
                : ", skill " + Figures.skill(model.skill()) + ", " + interval;
    }

    private static String againstBaselines(ScoreRow model, ScoreCard card) {
        Optional<ScoreRow> best = card.rows().stream().filter(row -> row.method().kind() == MethodKind.BASELINE)
                .filter(row -> row.overall().mse().value() < model.overall().mse().value())
                .min(Comparator.comparingDouble(row -> row.overall().mse().value()));
        return best.map(row -> " A baseline does better: " + row.method().name() + ", MSE "
                + Figures.score(row.overall().mse().value()) + ".").orElse("");
    }
}
