package dev.trivium.cli.forecast;

import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.backtest.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model to score: a recipe to fit, or one that is fitted and comes from a file.
 *
 * @param file where the fitted model, or the weights of the recipe, come from
 */
record Candidate(ForecasterSpec spec, String name, Optional<Forecaster> fitted, Optional<Path> file) implements AutoCloseable {

    /** Adds the model's row. A model with known columns is given the whole split, of which the comparison has the other columns. */
    void addTo(Comparison comparison, Split whole, List<Training> trainings) throws IOException {
        String row = spec.known().isEmpty() ? name : name + " with " + String.join(", ", spec.known());
        if (fitted.isPresent()) {
            comparison.add(row, fitted.get(), whole);
        } else if (spec.known().isEmpty() && name.equals(spec.name())) {
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
