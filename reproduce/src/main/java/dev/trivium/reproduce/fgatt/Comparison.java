package dev.trivium.reproduce.fgatt;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRow;
import dev.trivium.evaluation.gap.GapRun;
import dev.trivium.evaluation.gap.GapSetting;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.evaluation.gap.PairedGap;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All fits of one setting against each other, on the same cells. */
final class Comparison {

    private static final long RESAMPLES = 1;

    private final Setting setting;
    private final GapSetting described;
    private final Audit audit;
    private final RowResamples resamples;
    private final Map<Method, SortedMap<Long, GapEstimates>> fits = new EnumMap<>(Method.class);

    /** @param block rows of a block in bootstrap and tests */
    Comparison(Setting setting, GapTargets targets, int block, GapSetting described, Audit audit) {
        this.setting = setting;
        this.described = described;
        this.audit = audit;
        resamples = RowResamples.standard(targets.rows(), block, RESAMPLES);
    }

    void add(Method method, long seed, GapEstimates estimates) {
        fits.computeIfAbsent(method, key -> new TreeMap<>()).put(seed, estimates);
    }

    /** {@return whether there is a simple method, without which nothing is scored} */
    boolean hasSimple() {
        return fits.keySet().stream().anyMatch(method -> method.kind() == Method.Kind.SIMPLE);
    }

    /** {@return scored lines: one for every fit, and one for all fits of each method; those of other settings as they were} */
    List<Run> lines(List<Run> runs) {
        if (!hasSimple()) {
            return List.copyOf(runs);
        }
        List<Run> lines = new ArrayList<>();
        GapCard card = card();
        for (Run run : runs) {
            if (run.setting() == setting && !run.together()) {
                GapEstimates one = fits.get(run.method()).get(Long.parseLong(run.seeds()));
                lines.add(with(run, run.seeds(), scores(single(run.method(), one)), Run.Paired.none()));
            }
        }
        for (GapRow row : card.rows()) {
            Method method = Method.parse(row.method().name());
            List<Run> ofIt = lines.stream().filter(run -> run.method() == method && !run.together()).toList();
            lines.add(with(mean(ofIt), Run.TOGETHER + seeds(method), scores(row), paired(method, card)));
        }
        runs.stream().filter(run -> run.setting() != setting).forEach(lines::add);
        return lines;
    }

    /** {@return all methods on one card, the fits of each together} */
    GapCard card() {
        return card(fits.keySet().stream().map(method -> run(method, fits.get(method))).toList());
    }

    private GapCard card(List<GapRun> runs) {
        return GapCard.of(setting.words(), described, Map.of(), resamples, runs, audit);
    }

    /** A card must hold a simple method; so the line of one fit comes from a card that it shares with one. */
    private GapRow single(Method method, GapEstimates one) {
        GapRun run = run(method, new TreeMap<>(Map.of(1L, one)));
        Method simple = fits.keySet().iterator().next();
        List<GapRun> both = method == simple ? List.of(run) : List.of(run(simple, fits.get(simple)), run);
        return card(both).rows().get(both.size() - 1);
    }

    private static GapRun run(Method method, SortedMap<Long, GapEstimates> seeds) {
        MethodKind kind = method.kind() == Method.Kind.SIMPLE ? MethodKind.BASELINE : MethodKind.MODEL;
        return new GapRun(new dev.trivium.evaluation.scorecard.Method(method.title(), kind, List.copyOf(seeds.keySet()), Cost.UNKNOWN, ""),
                List.copyOf(seeds.values()));
    }

    private Run.Paired paired(Method method, GapCard card) {
        Method best = Method.parse(card.bestSimple().method().name());
        return new Run.Paired(p(method, Method.LINEAR), best.title(), p(method, best), p(method, Method.NO_GRAPH), p(method, Method.FGATT),
                sameSeeds(method, Method.FGATT).map(GapCard::models).map(models -> models.get(0).mae().value()).orElse(Double.NaN));
    }

    private double p(Method method, Method other) {
        if (method == other || !fits.containsKey(other)) {
            return Double.NaN;
        }
        if (other.kind() == Method.Kind.SIMPLE) {
            return PairedGap.of(run(method, fits.get(method)), run(other, fits.get(other)), resamples).p();
        }
        List<GapRun> pair = common(method, other);
        return pair.isEmpty() ? Double.NaN : PairedGap.of(pair.get(0), pair.get(1), resamples).p();
    }

    /** {@return both methods with the seeds that both were fitted with; a method without seeds has its one fit} */
    private List<GapRun> common(Method method, Method other) {
        if (!fits.containsKey(other)) {
            return List.of();
        }
        SortedMap<Long, GapEstimates> ours = new TreeMap<>(fits.get(method));
        SortedMap<Long, GapEstimates> theirs = new TreeMap<>(fits.get(other));
        if (method.isRandom()) {
            theirs.keySet().retainAll(ours.keySet());
            ours.keySet().retainAll(theirs.keySet());
        }
        return ours.isEmpty() || theirs.isEmpty() ? List.of() : List.of(run(method, ours), run(other, theirs));
    }

    private Optional<GapCard> sameSeeds(Method method, Method other) {
        List<GapRun> pair = method == other || method.kind() == Method.Kind.SIMPLE ? List.of() : common(method, other);
        Method simple = fits.keySet().iterator().next();
        return pair.isEmpty() ? Optional.empty() : Optional.of(card(List.of(run(simple, fits.get(simple)), pair.get(1))));
    }

    private String seeds(Method method) {
        return fits.get(method).keySet().stream().map(seed -> Long.toString(seed)).collect(Collectors.joining("+"));
    }

    private static Run.Scores scores(GapRow row) {
        return new Run.Scores(row.mae().value(), row.mae().seedDeviation(), row.mae().interval().low(), row.mae().interval().high(),
                row.rmse().value(), row.mre().value(), row.coverage().overall().share());
    }

    private static Run with(Run run, String seeds, Run.Scores scores, Run.Paired paired) {
        return new Run(run.setting(), run.method(), seeds, run.mask(), scores, paired, run.fit(), run.origin());
    }

    private static Run mean(List<Run> runs) {
        Run last = runs.get(runs.size() - 1);
        Run.Fit fit = new Run.Fit(runs.stream().mapToDouble(run -> run.fit().validation()).average().orElseThrow(),
                last.fit().epochs(), (int) Math.round(runs.stream().mapToInt(run -> run.fit().bestEpoch()).average().orElseThrow()),
                runs.stream().mapToDouble(run -> run.fit().seconds()).average().orElseThrow(),
                runs.stream().mapToDouble(run -> run.fit().fillSeconds()).average().orElseThrow());
        return new Run(last.setting(), last.method(), last.seeds(), last.mask(), last.scores(), last.paired(), fit, last.origin());
    }
}
