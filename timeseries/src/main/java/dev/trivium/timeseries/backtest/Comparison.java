package dev.trivium.timeseries.backtest;

import dev.trivium.data.split.Split;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.IntervalTally;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.MethodRun;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.nn.training.PeakMemory;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.interval.ForecastIntervals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Methods fitted on the training rows of one split and scored over the same test windows, for one score card.
 *
 * <pre>{@code
 * Comparison comparison = Comparison.on(Backtest.of(split, 96, 24, 1, 24));
 * comparison.addSimpleMethods(0, Training.seed(1));
 * comparison.add(WaveRoraSpec.of(96, 24), List.of(Training.seed(1), Training.seed(2)));
 * String table = comparison.card("sales").text();
 * }</pre>
 */
public final class Comparison {

    private static final String SELECTED_BY = "lowest error on the validation rows";

    private final Backtest backtest;
    private final Consumer<String> watch;
    private final List<MethodRun> runs = new ArrayList<>();
    private BiConsumer<String, Forecaster> shown = (method, forecaster) -> {};
    private List<Double> shares = ForecastIntervals.STANDARD_SHARES;
    private final ForecastAudit audit;

    private Comparison(Backtest backtest, Consumer<String> watch) {
        audit = new ForecastAudit(backtest);
        this.backtest = backtest;
        this.watch = watch;
    }

    /** {@return an empty comparison over the windows of a backtest} */
    public static Comparison on(Backtest backtest) {
        return new Comparison(backtest, method -> {});
    }

    /** {@return an empty comparison that tells the name of every method before it is fitted} */
    public static Comparison on(Backtest backtest, Consumer<String> watch) {
        return new Comparison(backtest, watch);
    }

    /**
     * Hands every model to a viewer once it is scored, before it is closed: for pictures of what it forecasts. One that is fitted with several seeds
     * comes once for each.
     *
     * @return this comparison
     */
    public Comparison showing(BiConsumer<String, Forecaster> viewer) {
        shown = viewer;
        return this;
    }

    /**
     * Says for which shares intervals are scored: 80 % and 95 % if it is not said. Intervals are there where the split has
     * {@linkplain Split#withCalibration calibration rows}, and of fitted models that bring theirs.
     *
     * @param shares of values that intervals shall hold, rising within (0, 1)
     */
    public void setShares(List<Double> shares) {
        this.shares = List.copyOf(shares);
    }

    /**
     * Fits and scores the methods that every card holds, apart from those that are on it already: see
     * {@link NamedForecasters#simple}.
     *
     * @param season steps of a season; 0 for the one found in the training rows
     * @param training seed and device
     * @throws IOException never by the methods of this library
     */
    public void addSimpleMethods(int season, Training training) throws IOException {
        for (ForecasterSpec spec : NamedForecasters.simple(backtest.windows().lookback(), backtest.windows().horizon(), season)) {
            if (runs.stream().noneMatch(run -> run.method().name().equals(spec.name()))) {
                add(spec.name(), spec, NamedForecasters.kind(spec.name()), backtest.split(), List.of(training));
            }
        }
    }

    /**
     * Fits a model once per training, closes it, and scores it.
     *
     * @param trainings at least one; their seeds stand on the card
     * @throws IOException if a checkpoint cannot be read or written
     */
    public void add(ForecasterSpec spec, List<Training> trainings) throws IOException {
        MethodKind kind = NamedForecasters.kind(spec.name());
        add(spec.name(), spec, kind == MethodKind.BASELINE ? MethodKind.MODEL : kind, backtest.split(), trainings);
    }

    /**
     * As {@link #add(ForecasterSpec, List)}, for a model that is given further columns.
     *
     * @param name of its row
     * @param wider the rows of the backtest's split with the further columns
     * @throws IOException if a checkpoint cannot be read or written
     */
    public void add(String name, ForecasterSpec spec, Split wider, List<Training> trainings) throws IOException {
        add(name, spec, MethodKind.MODEL, wider, trainings);
    }

    private void add(String name, ForecasterSpec spec, MethodKind kind, Split split, List<Training> trainings) throws IOException {
        if (trainings.isEmpty()) {
            throw new IllegalArgumentException("trainings must be at least one, got none for " + name);
        }
        watch.accept(name);
        audit.look(name, spec);
        List<ForecastErrors> errors = new ArrayList<>();
        List<List<IntervalTally>> tallies = new ArrayList<>();
        PeakMemory memory = PeakMemory.begin();
        double megabytes = Double.NaN;
        double fitSeconds = 0;
        double micros = 0;
        String note = "";
        for (Training training : trainings) {
            long start = System.nanoTime();
            try (Forecaster fitted = spec.fit(split.train(), split.validation(), training)) {
                fitSeconds += (System.nanoTime() - start) / 1e9 / trainings.size();
                Backtest.Result result = backtest.score(fitted, split, IntervalPlan.fitted(fitted, split, shares));
                errors.add(result.errors());
                tallies.add(result.tallies());
                micros += result.microsPerWindow() / trainings.size();
                note = fitted.note().orElse("");
                if (kind == MethodKind.MODEL) {
                    shown.accept(name, fitted);
                }
                if (errors.size() == trainings.size()) {
                    megabytes = memory.megabytes(); // before the audit takes some
                    audit.look(name, fitted, split, true);
                }
            }
        }
        List<Long> seeds = NamedForecasters.isRandom(spec.name()) ? trainings.stream().map(Training::seed).toList() : List.of();
        int kept = seeds.isEmpty() ? 1 : errors.size();
        runs.add(new MethodRun(new Method(name, kind, seeds, new Cost(fitSeconds, micros, megabytes), note), errors.subList(0, kept),
                IntervalPlan.byVariant(tallies.subList(0, kept))));
    }

    /**
     * Scores a model that is fitted already. If it was fitted on other rows than the training rows of this split, the audit says so.
     *
     * @param name of its row
     */
    public void add(String name, Forecaster fitted) {
        add(name, fitted, backtest.split());
    }

    /**
     * As {@link #add(String, Forecaster)}, for a model that is given further columns.
     *
     * @param wider the rows of the backtest's split with the further columns
     */
    public void add(String name, Forecaster fitted, Split wider) {
        watch.accept(name);
        PeakMemory memory = PeakMemory.begin();
        Backtest.Result result = backtest.score(fitted, wider, IntervalPlan.given(fitted, wider));
        shown.accept(name, fitted);
        Map<?, ?> metrics = fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
        double fitSeconds = metrics.get("fit.seconds") instanceof Number number ? number.doubleValue() : Double.NaN;
        List<Long> seeds = NamedForecasters.isRandom(fitted.spec().name()) && fitted.provenance().get("seed") instanceof Number seed
                ? List.of(seed.longValue()) : List.of();
        List<String> notes = new ArrayList<>();
        fitted.note().ifPresent(notes::add);
        double megabytes = memory.megabytes();
        audit.look(name, fitted, wider, false);
        runs.add(new MethodRun(new Method(name, MethodKind.MODEL, seeds, new Cost(fitSeconds, result.microsPerWindow(), megabytes),
                String.join("; ", notes)), List.of(result.errors()), IntervalPlan.byVariant(List.of(result.tallies()))));
    }

    /** {@return what was looked at, in data and methods, to tell whether the scores are to be believed} */
    public Audit audit() {
        return audit.audit(runs);
    }

    /**
     * {@return the card with all methods added, naive ones first}
     *
     * @param dataset the data set's name
     * @throws IllegalArgumentException if the naive methods were not added
     */
    public ScoreCard card(String dataset) {
        List<MethodRun> ordered = runs.stream().sorted(Comparator.comparing(run -> run.method().kind())).toList();
        return backtest.card(dataset, SELECTED_BY, ordered, audit());
    }
}
