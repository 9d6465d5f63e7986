package dev.trivium.cli.forecast;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.backtest.Comparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The model to score: a recipe to fit, or one that is fitted and comes from a file. */
record Candidate(ForecasterSpec spec, String name, Optional<Forecaster> fitted) implements AutoCloseable {

    private static final String EXTENSION = ".trivium";

    static Candidate of(String model, Lengths lengths, String device) throws IOException {
        Path file = Path.of(model);
        if (!model.endsWith(EXTENSION) && !Files.isRegularFile(file)) {
            return new Candidate(lengths.recipe(model), model, Optional.empty());
        }
        lengths.check();
        lengths.requireNone(model);
        Forecaster fitted = Forecaster.load(file, device);
        return new Candidate(fitted.spec(), String.valueOf(file.getFileName()), Optional.of(fitted));
    }

    /** The columns that the model is given; all, if it is still to be fitted. */
    SeriesSet columns(SeriesSet series) {
        if (fitted.isEmpty()) {
            return series;
        }
        List<String> names = new ArrayList<>(series.names());
        List<String> forecast = fitted.get().variables().stream().map(Variable::name).toList();
        names.removeIf(name -> !spec.known().contains(name));
        return series.select(Stream.concat(forecast.stream(), names.stream()).toList());
    }

    /** Adds the model's row. A model with known columns is given the whole split, of which the comparison has the other columns. */
    void addTo(Comparison comparison, Split whole, List<Training> trainings) throws IOException {
        String row = spec.known().isEmpty() ? name : name + " with " + String.join(", ", spec.known());
        if (fitted.isPresent()) {
            comparison.add(row, fitted.get(), whole);
        } else if (spec.known().isEmpty()) {
            comparison.add(spec, trainings);
        } else {
            comparison.add(row, spec, whole, trainings);
        }
    }

    @Override
    public void close() {
        fitted.ifPresent(Forecaster::close);
    }
}
