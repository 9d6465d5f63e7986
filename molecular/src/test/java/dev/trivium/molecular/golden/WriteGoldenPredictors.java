package dev.trivium.molecular.golden;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.baseline.BoostedTreesSpec;
import dev.trivium.molecular.baseline.MoleculeInputs;
import dev.trivium.molecular.baseline.RandomForestSpec;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.molgraphxlstm.Architecture;
import dev.trivium.molecular.molgraphxlstm.EnsembleSpec;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.Recipe;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Wrote the golden files of this module; run by hand, never by the build, and only for names that do not exist yet.
 *
 * <p>Arguments: the folder, then the generation that the names end in ({@code train-mean-1.trivium}). A file that is there is left alone.
 */
public final class WriteGoldenPredictors {

    private static final int TRAIN = 24;
    private static final int ALL = 36;

    private final Path folder;
    private final String generation;

    private WriteGoldenPredictors(Path folder, String generation) {
        this.folder = folder;
        this.generation = generation;
    }

    /** Writes what is not there. */
    public static void main(String[] arguments) throws IOException {
        WriteGoldenPredictors writer = new WriteGoldenPredictors(Path.of(arguments[0]), arguments[1]);
        for (Map.Entry<String, PropertyPredictorSpec> each : specs().entrySet()) {
            writer.write(each.getKey(), each.getValue());
        }
    }

    private static Map<String, PropertyPredictorSpec> specs() {
        Map<String, PropertyPredictorSpec> specs = new TreeMap<>();
        for (TaskKind kind : TaskKind.values()) {
            String end = kind == TaskKind.REGRESSION ? "" : "-classes";
            specs.put("train-mean" + end, new TrainMeanSpec(kind));
            specs.put("random-forest" + end, new RandomForestSpec(kind, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 3, 0.3, 1));
            specs.put("boosted-trees" + end, new BoostedTreesSpec(kind, 6, 0.3, 3));
        }
        specs.put("random-forest-ecfp4", new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT, 3, 0.3, 1));
        specs.put("molgraph-xlstm", tiny(TaskKind.REGRESSION));
        specs.put("molgraph-xlstm-ensemble-classes", new EnsembleSpec(tiny(TaskKind.CLASSIFICATION), 2));
        return specs;
    }

    private static MolGraphXlstmSpec tiny(TaskKind kind) {
        return MolGraphXlstmSpec.of(kind).with(new Architecture(1, 16, 2, 1)).with(new Recipe(5e-3, 2, 2, 16, 1e-4));
    }

    /** Networks are given one task, which keeps their files small; the smallest that there is has 27,000 numbers. */
    private static MoleculeSet set(PropertyPredictorSpec spec, int tasks) {
        MoleculeSet both = Structures.labelled(spec.kind(), ALL, 8);
        double[] labels = IntStream.range(0, ALL * tasks).mapToDouble(i -> both.labels()[2 * (i / tasks) + i % tasks]).toArray();
        return MoleculeSet.of(both.smiles(), Structures.TASKS.subList(0, tasks), labels);
    }

    private void write(String name, PropertyPredictorSpec spec) throws IOException {
        Path file = folder.resolve(name + "-" + generation + ".trivium");
        if (Files.exists(file)) {
            return;
        }
        MoleculeSet set = set(spec, name.startsWith("molgraph") ? 1 : 2);
        TrainingMolecules train = new TrainingMolecules(set.select(IntStream.range(0, TRAIN).toArray()));
        ValidationMolecules validation = new ValidationMolecules(set.select(IntStream.range(TRAIN, ALL).toArray()));
        try (PropertyPredictor model = spec.fit(train, validation, Training.seed(1).withDevice("cpu"))) {
            model.save(file);
            List<String> smiles = new ArrayList<>(Structures.chains(6, 99));
            smiles.addAll(List.of("CCO", "c1ccccc1Cl", "[Na+].CC(=O)[O-]", "not a molecule"));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("spec", spec.name());
            answer.put("kind", spec.kind().name());
            answer.put("tasks", model.tasks());
            answer.put("smiles", smiles);
            List<Prediction> predictions = model.predict(smiles);
            answer.put("values", predictions.stream().map(p -> numbers(p.values())).toList());
            answer.put("spread", predictions.stream().map(p -> p instanceof Prediction.Made made ? numbers(made.spread()) : List.of()).toList());
            answer.put("trainingMolecules", model.trainingSpace().map(space -> space.size()).orElse(0));
            Files.writeString(folder.resolve(name + "-" + generation + ".json"), new ObjectMapper().writeValueAsString(answer) + "\n");
        }
    }

    private static List<Double> numbers(double[] values) {
        return Arrays.stream(values).mapToObj(value -> Double.isNaN(value) ? null : value).toList();
    }
}
