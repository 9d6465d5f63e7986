package dev.trivium.timeseries.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.ForecastQuantiles;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedIntervalsTest {

    @TempDir
    private Path folder;

    private final SeriesSet series = Signals.season(500);
    private final Split split = Split.ratios(series, 0.5, 0.3).withCalibration(0.5);

    private CalibratedForecaster fitted(ForecasterSpec spec) throws IOException {
        Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1).withEpochs(1));
        return CalibratedForecaster.of(model, split.calibration().orElseThrow(), List.of(0.8, 0.95));
    }

    @Test
    void aModelComesBackWithItsIntervalsToTheLastBit() throws IOException {
        for (ForecasterSpec spec : List.of(new LinearSpec(24, 6), WaveRoraSpec.of(24, 6))) {
            Path file = folder.resolve(spec.name() + ".trivium");
            try (CalibratedForecaster model = fitted(spec)) {
                model.save(file);
                try (Forecaster again = Forecaster.load(file)) {
                    ForecastQuantiles before = model.predict(series).quantiles().orElseThrow();
                    ForecastQuantiles after = again.predict(series).quantiles().orElseThrow();
                    assertEquals(before.levels(), after.levels());
                    for (int q = 0; q < before.levels().size(); q++) {
                        assertArrayEquals(before.values().get(q).toArray(), after.values().get(q).toArray());
                    }
                    assertEquals(model.intervals().facts(), CalibratedForecaster.intervalsOf(again).orElseThrow().facts());
                    again.save(folder.resolve("again.trivium"));
                    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(folder.resolve("again.trivium")));
                }
            }
        }
    }

    @Test
    void aModelWithoutIntervalsIsSavedAsBefore() throws IOException {
        Path file = folder.resolve("plain.trivium");
        try (CalibratedForecaster model = fitted(new LinearSpec(24, 6))) {
            CalibratedForecaster.baseOf(model).save(file);
            assertFalse(ModelFile.read(file).preprocessing().containsKey("intervals"));
            assertEquals(ModelFile.read(file), SavedIntervals.without(model.contents()));
            try (Forecaster again = Forecaster.load(file)) {
                assertFalse(again instanceof CalibratedForecaster);
                assertArrayEquals(again.predict(series).mean().toArray(), model.predict(series).mean().toArray());
            }
        }
    }

    @Test
    void calibratingACalibratedModelTakesTheModelInside() throws IOException {
        try (CalibratedForecaster model = fitted(new LinearSpec(24, 6))) {
            CalibratedForecaster other = CalibratedForecaster.of(model, split.calibration().orElseThrow(), List.of(0.5));
            assertEquals(List.of(0.25, 0.75), other.predict(series).quantiles().orElseThrow().levels());
            assertFalse(CalibratedForecaster.baseOf(other) instanceof CalibratedForecaster);
        }
    }

    @Test
    void hostileIntervalsAreRefusedByName() throws IOException {
        ModelContents good;
        try (CalibratedForecaster model = fitted(new LinearSpec(24, 6))) {
            good = model.contents();
        }
        String entries = "preprocessing.json: intervals must be those of a forecaster: ";
        assertEquals(entries + "entries must be [around, from, pooled, shares, tails, to, windows], got 3", refused(good, map -> map.put("intervals", 3)));
        assertEquals(entries + "entries must be [around, from, pooled, shares, tails, to, windows], got [around, from, pooled, shares, tails, to]",
                refused(good, entry("windows", null)));
        assertEquals(entries + "tails must be together or apart, got none", refused(good, entry("tails", "none")));
        assertEquals(entries + "around must be mean or quantiles, got 1", refused(good, entry("around", 1)));
        assertEquals(entries + "windows must be a count of at least 1, got 0", refused(good, entry("windows", 0)));
        assertEquals(entries + "shares must rise within (0, 1), got [0.8, 1.5]", refused(good, entry("shares", List.of(0.8, 1.5))));
        assertEquals(entries + "shares must be a list of Double, got [a]", refused(good, entry("shares", List.of("a"))));
        assertEquals(entries + "from must be a text, got 5", refused(good, entry("from", 5)));
        assertEquals("weights.safetensors: intervals.high must have the shape [1, 6, 3] (share, step, series), got [2, 6, 3]",
                refused(good, entry("shares", List.of(0.8))).replace("low", "high"));
        assertEquals("weights.safetensors: must hold the tensors intervals.low and intervals.high for intervals, got [intervals.low]",
                refused(with(good, "intervals.high", null)));
        String counts = refused(with(good, "intervals.low", StoredTensor.longs("intervals.low", new long[] {2, 6, 3}, new long[36])));
        assertTrue(counts.startsWith("weights.safetensors: intervals.low must be numbers of 64 bits: type of tensor intervals.low must be"), counts);
        assertEquals("weights.safetensors: intervals.low must have the shape [2, 6, 3] (share, step, series), got [36]",
                refused(with(good, "intervals.low", StoredTensor.doubles("intervals.low", new long[] {36}, new double[36]))));
        Map<String, Object> bare = new TreeMap<>(good.preprocessing());
        bare.remove("intervals");
        String message = refused(ModelContents.model(good.kind(), good.version(), good.spec(), bare, good.provenance(), good.tensors().values()));
        assertTrue(message.contains("intervals.high"), message);
    }

    private static Consumer<Map<String, Object>> entry(String name, Object value) {
        return map -> {
            Map<Object, Object> copy = new TreeMap<>((Map<?, ?>) map.get("intervals"));
            if (value == null) {
                copy.remove(name);
            } else {
                copy.put(name, value);
            }
            map.put("intervals", copy);
        };
    }

    private static ModelContents with(ModelContents good, String name, StoredTensor tensor) {
        List<StoredTensor> tensors = new ArrayList<>(good.tensors().values());
        tensors.removeIf(one -> one.name().equals(name));
        if (tensor != null) {
            tensors.add(tensor);
        }
        return ModelContents.model(good.kind(), good.version(), good.spec(), good.preprocessing(), good.provenance(), tensors);
    }

    private String refused(ModelContents good, Consumer<Map<String, Object>> change) throws IOException {
        Map<String, Object> preprocessing = new TreeMap<>(good.preprocessing());
        change.accept(preprocessing);
        return refused(ModelContents.model(good.kind(), good.version(), good.spec(), preprocessing, good.provenance(), good.tensors().values()));
    }

    private String refused(ModelContents contents) throws IOException {
        Path file = folder.resolve("bad.trivium");
        ModelFile.write(file, contents);
        IOException e = assertThrows(IOException.class, () -> Forecaster.load(file));
        assertInstanceOf(IOException.class, e);
        return e.getMessage().substring(file.toString().length() + 2);
    }
}
