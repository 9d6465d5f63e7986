package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedMolGraphXlstmTest {

    private static final MolGraphXlstmSpec SPEC = Small.spec(TaskKind.REGRESSION);

    @TempDir
    private Path folder;
    private ModelContents good;

    @BeforeEach
    void save() throws IOException {
        Path file = folder.resolve("good.trivium");
        try (PropertyPredictor fitted = SPEC.fit(Small.train(TaskKind.REGRESSION), Small.validation(TaskKind.REGRESSION),
                Small.run().withEpochs(1))) {
            fitted.save(file);
        }
        good = ModelFile.read(file);
    }

    private String refusal(MolGraphXlstmSpec spec, Map<String, Object> preprocessing) throws IOException {
        Path bad = folder.resolve("bad.trivium");
        ModelFile.write(bad, ModelContents.model(SavedMolGraphXlstm.KIND, good.version(), SavedMolGraphXlstm.describe(spec), preprocessing,
                map(good.provenance()), new ArrayList<>(good.tensors().values())));
        String message = assertThrows(ModelFileException.class, () -> PropertyPredictor.load(bad, "cpu")).getMessage();
        assertTrue(message.startsWith(bad.toString()), message);
        return message;
    }

    private static Map<String, Object> map(Map<String, ?> entries) {
        return new ObjectMapper().convertValue(entries, new TypeReference<>() {});
    }

    @Test // a number in a line of JSON must not take gigabytes
    void refusesSettingsThatTheStoredTensorsCannotHaveBeforeTakingMemory() throws IOException {
        String message = refusal(SPEC.with(new Architecture(4, 1024, 8, 256)), map(good.preprocessing()));
        assertTrue(message.contains("spec.json: must describe a network of the ") && message.endsWith("got one of at least 8589934592"), message);
    }

    @Test
    void refusesTensorsOfAnotherNetwork() throws IOException {
        String message = refusal(SPEC.with(new Architecture(1, 16, 2, 4)), map(good.preprocessing()));
        assertTrue(message.contains("tensors must be those of the model") && message.contains("0.graph.conv.1"), message);
    }

    @Test
    void refusesAScaleThatIsNotThatOfTheTasks() throws IOException {
        Map<String, Object> preprocessing = map(good.preprocessing());
        preprocessing.put("tasks", List.of("a"));
        assertTrue(refusal(SPEC, preprocessing).endsWith("must state scale and calibration of 1 tasks for 1 networks"));
    }

    @Test
    void refusesACalibrationThatIsNone() throws IOException {
        Map<String, Object> preprocessing = map(good.preprocessing());
        preprocessing.put("platt", java.util.Arrays.asList((Object) null));
        assertTrue(refusal(SPEC, preprocessing).contains("tasks and platt must hold no null, got [a, b] and 1 calibrations"));
    }

    @Test
    void aFileHoldsNothingThatOnlyTrainingNeeds() {
        assertFalse(good.tensors().keySet().stream().anyMatch(name -> name.contains("auxiliary")), good.tensors().keySet().toString());
    }

    @Test
    void theTrainingMoleculesComeBackAndAFileWithoutThemIsReadAsWell() throws IOException {
        Profile propanol = Profile.of(((Parsed.Ok) Molecule.parse("CCCO", ParseSettings.standard())).molecule());
        try (PropertyPredictor fitted = SPEC.fit(Small.train(TaskKind.REGRESSION), Small.validation(TaskKind.REGRESSION), Small.run().withEpochs(1));
                PropertyPredictor loaded = PropertyPredictor.load(folder.resolve("good.trivium"), "cpu")) {
            TrainingSpace space = loaded.trainingSpace().orElseThrow();
            assertEquals(Small.train(TaskKind.REGRESSION).set().size(), space.size());
            assertEquals(fitted.trainingSpace().orElseThrow().about(propanol, 1).nearest().get(0).smiles(),
                    space.about(propanol, 1).nearest().get(0).smiles());
        }
        Path without = folder.resolve("without.trivium");
        ModelFile.write(without, ModelContents.model(SavedMolGraphXlstm.KIND, good.version(), SavedMolGraphXlstm.describe(SPEC),
                map(good.preprocessing()), map(good.provenance()),
                good.tensors().values().stream().filter(tensor -> !tensor.name().startsWith("training.")).toList()));
        try (PropertyPredictor loaded = PropertyPredictor.load(without, "cpu")) {
            assertTrue(loaded.trainingSpace().isEmpty());
        }
    }
}
