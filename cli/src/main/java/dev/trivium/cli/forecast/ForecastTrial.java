package dev.trivium.cli.forecast;

import dev.trivium.cli.search.SeriesFile;
import dev.trivium.cli.search.TrialRequest;
import dev.trivium.cli.search.TrialRunner;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.search.ForecasterSpaces;
import dev.trivium.timeseries.search.ValidationError;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trial of {@code forecast search}: the recipe with the settings, fitted on the training rows and scored on the validation rows. */
public final class ForecastTrial implements TrialRunner {

    private static final String MODEL = "model";
    private static final String START = "start";
    private static final String LOOKBACK = "lookback";
    private static final String HORIZON = "horizon";
    private static final String KNOWN = "known";

    /** Has no settings. */
    public ForecastTrial() {}

    /** {@return what the standard recipe is made of again by {@link #recipe}} */
    static Map<String, Object> describe(String model, ForecasterSpec spec) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put(MODEL, model);
        recipe.put(LOOKBACK, spec.lookback());
        recipe.put(HORIZON, spec.horizon());
        recipe.put(KNOWN, spec.known());
        if (spec instanceof TimeTrackerSpec tracker && tracker.start() instanceof Start.FromFile file) {
            recipe.put(START, file.file().toAbsolutePath().toString());
        }
        return recipe;
    }

    private static ForecasterSpec recipe(TrialRequest request) {
        int lookback = request.whole(LOOKBACK);
        int horizon = request.whole(HORIZON);
        if (!request.text(START).isEmpty()) {
            return TimeTrackerSpec.fineTuned(lookback, horizon, FineTuning.standard()).with(Start.file(Path.of(request.text(START))));
        }
        List<String> known = request.recipe().get(KNOWN) instanceof List<?> names ? names.stream().map(String::valueOf).toList() : List.of();
        return NamedForecasters.of(request.text(MODEL), lookback, horizon, 0, known);
    }

    @Override
    public double score(TrialRequest request, Training training) throws IOException {
        SeriesFile.Content content = SeriesFile.read(request.dataFolder());
        Split parts = Split.withoutTestAt(content.series(), content.trainRows());
        ForecasterSpec standard = recipe(request);
        ForecasterSpec spec = ForecasterSpaces.of(standard, content.trainRows(), content.series().width() - standard.known().size()).with(request.chosen());
        ValidationError error = ValidationError.of(parts.train(), parts.validation(), standard.lookback(), standard.horizon(), standard.known());
        try (Forecaster fitted = spec.fit(parts.train(), parts.validation(), training)) {
            return error.of(fitted);
        }
    }
}
