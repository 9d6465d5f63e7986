package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.timetracker.SavedTimeTracker;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The models to score, all of one look-back and one horizon. */
final class Candidates implements AutoCloseable {

    private static final String EXTENSION = ".trivium";

    private final List<Candidate> all = new ArrayList<>();

    private Candidates() {}

    /**
     * Opens the files and makes recipes of the names: with the look-back and horizon of the fitted models, if there are any.
     *
     * @param longer look-back of recipes among which one is for long histories, if none is stated
     * @throws IllegalArgumentException if models do not fit together
     */
    static Candidates of(List<String> models, Lengths lengths, int longer, String device) throws IOException {
        lengths.check();
        Set<String> seen = new HashSet<>();
        for (String model : models) {
            if (!seen.add(model)) {
                throw lengths.refused("--models must differ, got " + model + " twice");
            }
        }
        Candidates candidates = new Candidates();
        try {
            candidates.open(models, lengths, longer, device);
            return candidates;
        } catch (IOException | RuntimeException e) {
            candidates.close();
            throw e;
        }
    }

    private void open(List<String> models, Lengths lengths, int longer, String device) throws IOException {
        Map<String, Candidate> fitted = new LinkedHashMap<>();
        boolean zeroShot = false;
        for (String model : models) {
            if (isFile(model) && !Predictor.isZeroShot(model)) {
                lengths.requireNone(model);
                Forecaster forecaster = Forecaster.load(Path.of(model), device);
                all.add(new Candidate(forecaster.spec(), fileName(model), Optional.of(forecaster), Optional.of(Path.of(model))));
                fitted.put(model, all.get(all.size() - 1));
            } else {
                zeroShot |= isFile(model) || model.equalsIgnoreCase(SavedTimeTracker.KIND);
            }
        }
        fitted.forEach((model, each) -> requireSame(all.get(0), each));
        Lengths.Pair pair = all.isEmpty() ? lengths.pair(zeroShot ? longer : Lengths.LOOKBACK) : new Lengths.Pair(all.get(0).spec().lookback(), all.get(0).spec().horizon());
        List<Candidate> ordered = new ArrayList<>();
        for (String model : models) {
            ordered.add(fitted.containsKey(model) ? fitted.get(model) : isFile(model) ? weights(model, pair) : recipe(model, lengths, pair, ordered));
        }
        all.clear();
        all.addAll(ordered);
        if (all.size() > 1 && all.stream().anyMatch(each -> !each.spec().known().isEmpty())) {
            throw lengths.refused("--models must be one model if it is given known columns, got " + models);
        }
    }

    private static Candidate weights(String model, Lengths.Pair pair) {
        ForecasterSpec spec = TimeTrackerSpec.zeroShot(pair.lookback(), pair.horizon()).with(Start.file(Path.of(model)));
        return new Candidate(spec, fileName(model), Optional.empty(), Optional.of(Path.of(model)));
    }

    /** A row has the recipe's name, or what was typed if there is such a row. */
    private static Candidate recipe(String model, Lengths lengths, Lengths.Pair pair, List<Candidate> before) {
        ForecasterSpec spec = lengths.recipe(model, pair);
        boolean taken = before.stream().anyMatch(each -> each.name().equals(spec.name()));
        return new Candidate(spec, taken ? model : spec.name(), Optional.empty(), Optional.empty());
    }

    private static void requireSame(Candidate first, Candidate other) {
        ForecasterSpec a = first.spec();
        ForecasterSpec b = other.spec();
        if (a.lookback() != b.lookback() || a.horizon() != b.horizon()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "--models must have one look-back and horizon, got %d → %d of %s and %d → %d of %s",
                    a.lookback(), a.horizon(), first.name(), b.lookback(), b.horizon(), other.name()));
        }
        if (!names(first).equals(names(other))) {
            throw new IllegalArgumentException("--models must forecast the same series, got " + names(first) + " of " + first.name() + " and "
                    + names(other) + " of " + other.name());
        }
    }

    private static List<String> names(Candidate fitted) {
        return fitted.fitted().map(forecaster -> forecaster.variables().stream().map(Variable::name).toList()).orElse(List.of());
    }

    private static boolean isFile(String model) {
        return model.endsWith(EXTENSION) || Files.isRegularFile(Path.of(model));
    }

    private static String fileName(String model) {
        return String.valueOf(Path.of(model).getFileName());
    }

    /** {@return the models, in the order in which they were named} */
    List<Candidate> all() {
        return all;
    }

    /** {@return those that need a row of their own: beside a model, the simple methods are on the card anyway} */
    List<Candidate> scored() {
        List<Candidate> models = all.stream().filter(each -> each.fitted().isPresent()
                || NamedForecasters.kind(each.spec().name()) == MethodKind.MODEL).toList();
        return models.isEmpty() ? all : models;
    }

    /** {@return a recipe whose lengths and known columns are those of all} */
    ForecasterSpec spec() {
        return all.get(0).spec();
    }

    /** The columns that the models are given: those of a fitted one, else all. */
    SeriesSet columns(SeriesSet series) {
        Optional<Candidate> fitted = all.stream().filter(each -> each.fitted().isPresent()).findFirst();
        if (fitted.isEmpty()) {
            return series;
        }
        fitted.get().fitted().ifPresent(forecaster -> FittedColumns.require(series, forecaster.variables(), fitted.get().name()));
        List<String> known = new ArrayList<>(series.names());
        known.removeIf(name -> !fitted.get().spec().known().contains(name));
        return series.select(Stream.concat(names(fitted.get()).stream(), known.stream()).toList());
    }

    /** Notes which files are read and all settings of what is fitted. */
    void note(Session session) throws IOException {
        for (Candidate candidate : all) {
            if (candidate.file().isPresent()) {
                session.trail().reads("--models", candidate.file().get());
            } else {
                session.trail().recipe(candidate.name(), candidate.spec());
            }
            if (candidate.spec() instanceof TimeTrackerSpec tracker && tracker.start() instanceof Start.Shipped) {
                session.trail().shipped(SavedTimeTracker.KIND, TimeTracker.shippedSha256());
            }
        }
    }

    @Override
    public void close() {
        all.forEach(Candidate::close);
    }
}
