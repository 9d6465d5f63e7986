package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words whether a model is worth having. */
final class GapVerdict {

    private GapVerdict() {
    }

    static List<String> of(GapCard card) {
        if (card.models().isEmpty()) {
            return List.of("No model on this card: simple methods only, the best of them " + card.bestSimple().method().name() + ".");
        }
        List<String> sentences = new ArrayList<>();
        card.models().forEach(model -> sentences.add(error(model, card)));
        card.models().stream().filter(model -> isOff(model.coverage())).forEach(model -> sentences.add(coverage(model, card)));
        return sentences;
    }

    private static String error(GapRow model, GapCard card) {
        GapRow simple = card.bestSimple();
        String name = model.method().name();
        String best = simple.method().name();
        double difference = model.paired().difference();
        if (difference > 0) {
            String claim = model.paired().p() < PairedGap.SHOWN ? " is better here: MAE " : " has the smaller error here, by no more than chance may give: MAE ";
            return capital(best) + claim + value(simple) + " against " + value(model) + " of " + name + evidence(model, card) + ".";
        }
        String claim = difference == 0 ? " does as well as" : model.paired().isBetter() ? " beats" : " is NOT shown to beat";
        return name + claim + " the best simple method (" + best + "): MAE " + value(model) + " against " + value(simple) + ", skill "
                + Figures.skill(model.skill()) + evidence(model, card) + ".";
    }

    private static String evidence(GapRow model, GapCard card) {
        PairedGap paired = model.paired();
        if (Double.isNaN(paired.p())) {
            return "; " + card.resamples().rows() + " test rows are too few for a test";
        }
        String interval = paired.interval().known() ? ", " + Figures.percent(card.resamples().bootstrap().level())
                + " interval of the difference " + Figures.interval(paired.interval()) : "";
        return "; p = " + Figures.significant(paired.p(), 2) + interval;
    }

    private static boolean isOff(GapCoverage coverage) {
        return coverage.overall().isOff(coverage.level());
    }

    private static String coverage(GapRow model, GapCard card) {
        GapCoverage coverage = model.coverage();
        CoverageShare all = coverage.overall();
        boolean few = all.share() < coverage.level();
        String worst = coverage.gaps().stream().filter(gap -> gap.isOff(coverage.level()) && gap.share() < coverage.level() == few)
                .map(gap -> Figures.percent(gap.share()) + " in gaps of " + gap.name()).collect(Collectors.joining(", "));
        return "Intervals of " + model.method().name() + " are too " + (few ? "narrow" : "wide") + ": they hold " + Figures.percent(all.share())
                + " of the hidden values (" + Figures.percent(card.resamples().bootstrap().level()) + " interval " + Figures.interval(all.interval())
                + "), not " + Figures.percent(coverage.level()) + (worst.isEmpty() ? "" : "; " + worst) + ".";
    }

    private static String value(GapRow row) {
        return Figures.score(row.mae().value());
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
