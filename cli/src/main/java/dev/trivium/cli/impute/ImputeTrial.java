package dev.trivium.cli.impute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.cli.search.SeriesFile;
import dev.trivium.cli.search.TrialRequest;
import dev.trivium.cli.search.TrialRunner;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.imputation.search.HeldOutCells;
import dev.trivium.imputation.search.ImputerSpaces;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trial of {@code impute search}: the recipe with the settings, fitted on rows without the held-out cells and scored on these. */
public final class ImputeTrial implements TrialRunner {

    private static final String CELLS = "cells.json";
    private static final String MODEL = "model";
    private static final String NODES = "nodes";
    private static final String CALENDAR = "calendar";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Has no settings. */
    public ImputeTrial() {}

    /** {@return what the standard recipe is made of again} */
    static Map<String, Object> describe(String model, String nodes, boolean calendar) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put(MODEL, model);
        recipe.put(NODES, nodes);
        recipe.put(CALENDAR, calendar ? 1 : 0);
        return recipe;
    }

    /** {@return a recipe; options that it would ignore are refused} */
    static ImputerSpec recipe(String model, String nodes, boolean calendar) {
        ImputerSpec named = NamedImputers.of(model);
        if (named instanceof FgattSpec fgatt) {
            return fgatt.withArchitecture(fgatt.architecture().withCalendar(calendar)).withSeparator(nodes);
        }
        if (calendar || !nodes.isEmpty()) {
            throw new IllegalArgumentException("nodes and --calendar must be used with fgatt, got " + model);
        }
        return named;
    }

    static void write(Path folder, SeriesFile.Content hidden, HeldOutCells cells) throws IOException {
        SeriesFile.write(folder, hidden);
        TextFile.write(folder.resolve(CELLS), JSON.writeValueAsString(cells) + "\n");
    }

    private static HeldOutCells cells(Path folder) throws IOException {
        try {
            return JSON.readValue(Files.readString(folder.resolve(CELLS), StandardCharsets.UTF_8), HeldOutCells.class);
        } catch (JsonProcessingException e) {
            throw new IOException(folder.resolve(CELLS) + " must hold cells of a search: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public double score(TrialRequest request, Training training) throws IOException {
        SeriesFile.Content content = SeriesFile.read(request.dataFolder());
        HeldOutCells cells = cells(request.dataFolder());
        Split parts = Split.withoutTestAt(content.series(), content.trainRows());
        ImputerSpec standard = recipe(request.text(MODEL), request.text(NODES), request.whole(CALENDAR) == 1);
        ImputerSpec spec = ImputerSpaces.of(standard, content.series().width(), content.trainRows()).with(request.chosen());
        try (Imputer fitted = spec.fit(parts.train(), parts.validation(), training)) {
            return cells.error(fitted, content.series(), content.trainRows());
        }
    }
}
