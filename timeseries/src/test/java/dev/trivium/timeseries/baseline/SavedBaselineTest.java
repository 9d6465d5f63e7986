package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are sound as files, but not the models they say they are. */
class SavedBaselineTest {

    @TempDir
    private Path folder;

    private ModelContents saved(ForecasterSpec spec) throws IOException {
        Split split = Split.ratios(Signals.season(300), 0.6, 0.2);
        Path file = folder.resolve("good.trivium");
        try (Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1))) {
            model.save(file);
        }
        return ModelFile.read(file);
    }

    private String refused(ModelContents contents) throws IOException {
        Path file = folder.resolve("bad.trivium");
        ModelFile.write(file, contents);
        String message = assertThrows(IOException.class, () -> Forecaster.load(file)).getMessage();
        assertEquals(file + ": ", message.substring(0, file.toString().length() + 2));
        return message.substring(file.toString().length() + 2);
    }

    private static ModelContents with(ModelContents good, Map<String, Object> spec, Map<String, Object> preprocessing, List<StoredTensor> tensors) {
        Map<String, Object> changed = new TreeMap<>(good.spec());
        changed.putAll(spec);
        Map<String, Object> data = new TreeMap<>(good.preprocessing());
        data.putAll(preprocessing);
        Map<String, StoredTensor> stored = new TreeMap<>(good.tensors());
        tensors.forEach(tensor -> stored.put(tensor.name(), tensor));
        return ModelContents.model(good.kind(), good.version(), changed, data, good.provenance(), stored.values());
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        ModelContents good = saved(new DriftSpec(24, 8));
        ModelContents later = ModelContents.model("drift", 2, good.spec(), good.preprocessing(), good.provenance(), good.tensors().values());
        assertEquals("manifest.json: must be of version 1 for drift, got 2", refused(later));
    }

    @Test
    void refusesSettingsThatTheSpecRefuses() throws IOException {
        ModelContents good = saved(new DriftSpec(24, 8));
        assertEquals("spec.json: must describe a drift model: lookback must be between 2 and 100000, got 1",
                refused(with(good, Map.of("lookback", 1), Map.of(), List.of())));
        String message = refused(with(good, Map.of("speed", 3), Map.of(), List.of()));
        String start = "spec.json: must describe a drift model: Unrecognized field \"speed\"";
        assertEquals(start, message.substring(0, start.length()));
    }

    @Test
    void refusesOtherSeriesThanTheStandardisers() throws IOException {
        ModelContents good = saved(new LastValueSpec(24, 8));
        assertEquals("preprocessing.json: must describe a last-value model: standardiser must name the columns [x], got [a, b, c]",
                refused(with(good, Map.of(), Map.of("variables", List.of(Map.of("name", "x"))), List.of())));
        assertEquals("preprocessing.json: must describe a last-value model: entries must be [standardiser, step, variables], got "
                + "[extra, standardiser, step, variables]", refused(with(good, Map.of(), Map.of("extra", 1), List.of())));
    }

    @Test
    void refusesTensorsThatDoNotBelong() throws IOException {
        ModelContents good = saved(new LastValueSpec(24, 8));
        assertEquals("weights.safetensors: tensors must be those of the model, got 1 unexpected: season",
                refused(with(good, Map.of(), Map.of(), List.of(seasons(12, 12)))));
    }

    private static StoredTensor seasons(long season, long longest) {
        return StoredTensor.longs("season", new long[] {2}, new long[] {season, longest});
    }

    @Test
    void refusesASeasonBeyondTheLookBack() throws IOException {
        ModelContents good = saved(new SeasonalNaiveSpec(24, 8));
        assertEquals("weights.safetensors: season must be between 1 and the look-back of 24, and the stated one, got 25",
                refused(with(good, Map.of(), Map.of(), List.of(seasons(25, 25)))));
        assertEquals("weights.safetensors: season must be between 1 and the look-back of 24, and the stated one, got 12",
                refused(with(good, Map.of("season", 6), Map.of(), List.of(seasons(12, 12)))));
        assertEquals("weights.safetensors: season must hold integers, got F32",
                refused(with(good, Map.of(), Map.of(), List.of(StoredTensor.floats("season", new long[] {2}, new float[2])))));
    }

    @Test
    void refusesALinearMapWithAnUnknownCentre() throws IOException {
        ModelContents good = saved(new LinearSpec(24, 8));
        StoredTensor centre = StoredTensor.longs("centre", new long[] {3}, new long[] {0, 1, 2});
        assertEquals("weights.safetensors: must hold a linear map for each series: Index 2 out of bounds for length 2",
                refused(with(good, Map.of(), Map.of(), List.of(centre))));
    }

    @Test
    void refusesTreesForOtherInputs() throws IOException {
        ModelContents good = saved(new BoostedTreesSpec(24, 8));
        assertEquals("weights.safetensors: layout must hold a season within the look-back of 24, 0 to 4 calendar inputs, and 0 or 1, got 12, 5 and 1",
                refused(with(good, Map.of(), Map.of(), List.of(StoredTensor.longs("layout", new long[] {3}, new long[] {12, 5, 1})))));
        assertEquals("preprocessing.json: must describe a boosted-trees model: known must name columns of the data, [a, b, c], got x",
                refused(with(good, Map.of("known", List.of("x")), Map.of(), List.of())));
    }
}
