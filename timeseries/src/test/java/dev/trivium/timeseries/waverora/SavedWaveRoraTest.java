package dev.trivium.timeseries.waverora;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedWaveRoraTest {

    private static final Architecture SMALL = new Architecture(new Decomposition(Wavelet.SYM3, 1, 8),
            new EncoderSettings(1, 16, 2, 2, 16, 1, 0), Variant.full(), Quirks.published());

    @Test // a number in a line of JSON must not take gigabytes
    void refusesSettingsThatTheStoredTensorsCannotHaveBeforeTakingMemory(@TempDir Path folder) throws IOException {
        Path good = folder.resolve("good.trivium");
        Split split = Split.at(Signals.season(300), 200, 260, 300);
        try (Forecaster fitted = WaveRoraSpec.of(24, 8).with(SMALL).fit(split.train(), split.validation(),
                Training.seed(1).withEpochs(1).withDevice("cpu"))) {
            fitted.save(good);
        }
        for (int width : new int[] {30_000, 1 << 20, Integer.MAX_VALUE - 1}) {
            Path bad = folder.resolve("bad-" + width + ".trivium");
            ModelContents contents = ModelFile.read(good);
            EncoderSettings huge = new EncoderSettings(1, width, 2, 2, 16, 1, 0);
            WaveRoraSpec spec = WaveRoraSpec.of(24, 8).with(new Architecture(SMALL.decomposition(), huge, SMALL.variant(), SMALL.quirks()));
            ModelFile.write(bad, ModelContents.model(SavedWaveRora.KIND, contents.version(), SavedWaveRora.describe(spec),
                    map(contents.preprocessing()), map(contents.provenance()), new ArrayList<>(contents.tensors().values())));
            String message = assertThrows(ModelFileException.class, () -> Forecaster.load(bad, "cpu")).getMessage();
            long stored = contents.tensors().values().stream().mapToLong(StoredTensor::elements).sum();
            String expected = String.format(Locale.ROOT, "must describe a network of the %d numbers in weights.safetensors, got one of at least %.0f",
                    stored, 2.0 * width * width + 2 * 8 * 16);
            assertTrue(message.contains(bad.toString()) && message.contains("spec.json") && message.endsWith(expected), message);
        }
    }

    private static Map<String, Object> map(Map<String, ?> entries) {
        return new ObjectMapper().convertValue(entries, new TypeReference<>() {});
    }
}
