package dev.trivium.imputation.backtest;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.chart.GapChart;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRun;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.nn.training.PeakMemory;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Methods fitted on the same rows with the same cells hidden, and scored on the same cells, for one score card.
 *
 * <pre>{@code
 * HiddenMask mask = Blocks.published().draw(truth, 1);
 * Comparison comparison = Comparison.on(GapBacktest.of(truth, mask, series -> Split.ratios(series, 0.7, 0.1)));
 * comparison.addSimpleMethods(Training.seed(1));
 * comparison.add(FgattSpec.standard(), List.of(Training.seed(1), Training.seed(2)));
 * String table = comparison.card("5G cells").text();
 * }</pre>
 */
public final class Comparison {

    private static final String SELECTED_BY = "lowest error on the validation rows";

    private final GapBacktest backtest;
    private final Consumer<String> watch;
    private final List<GapRun> runs = new ArrayList<>();
    private final GapAudits audit;

    private Comparison(GapBacktest backtest, Consumer<String> watch) {
        this.backtest = backtest;
        this.watch = watch;
        audit = new GapAudits(backtest);
    }

    /** {@return an empty comparison over the cells of a backtest} */
    public static Comparison on(GapBacktest backtest) {
        return new Comparison(backtest, method -> {});
    }

    /** {@return an empty comparison that tells the name of every method before it is fitted} */
    public static Comparison on(GapBacktest backtest, Consumer<String> watch) {
        return new Comparison(backtest, watch);
    }

    /**
     * Fits and scores the methods that every card holds, apart from those that are on it already: see {@link NamedImputers#simple}.
     *
     * @param training seed and device
     * @throws IOException never by the methods of this library
     */
    public void addSimpleMethods(Training training) throws IOException {
        for (ImputerSpec spec : NamedImputers.simple()) {
            if (runs.stream().noneMatch(run -> run.method().name().equals(spec.name()))) {
                add(spec.name(), spec, NamedImputers.kind(spec.name()), List.of(training));
            }
        }
    }

    /**
     * Fits a model once per training, fills with it and closes it. A simple method that is added here, not by {@link #addSimpleMethods},
     * stands on the card as what it is.
     *
     * @param trainings at least one; their seeds stand on the card
     * @throws IOException if a checkpoint cannot be read or written
     */
    public void add(ImputerSpec spec, List<Training> trainings) throws IOException {
        add(spec.name(), spec, trainings);
    }

    /**
     * As {@link #add(ImputerSpec, List)}, under another name: for variants of one model.
     *
     * @param name of its row
     * @throws IOException if a checkpoint cannot be read or written
     */
    public void add(String name, ImputerSpec spec, List<Training> trainings) throws IOException {
        add(name, spec, NamedImputers.kind(spec.name()), trainings);
    }

    private void add(String name, ImputerSpec spec, MethodKind kind, List<Training> trainings) throws IOException {
        if (trainings.isEmpty()) {
            throw new IllegalArgumentException("trainings must be at least one, got none for " + name);
        }
        watch.accept(name);
        audit.look(name, spec);
        List<GapEstimates> estimates = new ArrayList<>();
        PeakMemory memory = PeakMemory.begin();
        double megabytes = Double.NaN;
        double fitSeconds = 0;
        double micros = 0;
        String note = "";
        for (Training training : trainings) {
            long start = System.nanoTime();
            try (Imputer fitted = spec.fit(backtest.split(), training)) {
                fitSeconds += (System.nanoTime() - start) / 1e9 / trainings.size();
                GapBacktest.Result result = backtest.score(fitted);
                estimates.add(result.estimates());
                micros += result.microsPerRow() / trainings.size();
                note = fitted.note().orElse("");
                if (estimates.size() == trainings.size()) {
                    megabytes = memory.megabytes(); // before the audit takes some
                    audit.look(name, fitted, result.estimates(), true);
                }
            }
        }
        List<Long> seeds = NamedImputers.isRandom(spec.name()) ? trainings.stream().map(Training::seed).toList() : List.of();
        List<GapEstimates> kept = seeds.isEmpty() ? estimates.subList(0, 1) : estimates;
        runs.add(new GapRun(new Method(name, kind, seeds, new Cost(fitSeconds, micros, megabytes), note), kept));
    }

    /**
     * Scores a model that is fitted already. If it was fitted on other values than the visible ones of the training rows, the card's
     * audit says so.
     *
     * @param name of its row
     */
    public void add(String name, Imputer fitted) {
        watch.accept(name);
        PeakMemory memory = PeakMemory.begin();
        GapBacktest.Result result = backtest.score(fitted);
        Map<?, ?> metrics = fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        double fitSeconds = metrics.get("fit.seconds") instanceof Number number ? number.doubleValue() : Double.NaN;
        List<Long> seeds = NamedImputers.isRandom(fitted.spec().name()) && fitted.provenance().get("seed") instanceof Number seed
                ? List.of(seed.longValue()) : List.of();
        List<String> notes = new ArrayList<>();
        fitted.note().ifPresent(notes::add);
        double megabytes = memory.megabytes();
        audit.look(name, fitted, result.estimates(), false);
        runs.add(new GapRun(new Method(name, MethodKind.MODEL, seeds, new Cost(fitSeconds, result.microsPerRow(), megabytes), String.join("; ", notes)),
                List.of(result.estimates())));
    }

    /** {@return the methods with what they filled, in the order they were added} */
    public List<GapRun> runs() {
        return List.copyOf(runs);
    }

    /**
     * A picture of what a method filled, by its first seed, beside what was hidden: see {@link GapBacktest#chart}.
     *
     * @param name of its row
     * @throws IllegalArgumentException if there is no such row
     */
    public GapChart chart(String name, int rows, String title, String source) {
        GapRun run = runs.stream().filter(each -> each.method().name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "name must be one of " + runs.stream().map(each -> each.method().name()).toList() + ", got " + name));
        return backtest.chart(run.runs().get(0), rows, title, source);
    }

    /**
     * Puts the methods on a card, with intervals over blocks of time.
     *
     * @param dataset the data set's name
     * @throws IllegalArgumentException if there is no simple method
     */
    public GapCard card(String dataset) {
        return backtest.card(dataset, SELECTED_BY, runs, audit());
    }

    /** {@return what was looked at, in cells and methods, to tell whether the scores are to be believed} */
    public Audit audit() {
        return audit.audit(runs);
    }
}
