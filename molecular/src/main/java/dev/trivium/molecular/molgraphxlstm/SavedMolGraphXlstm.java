package dev.trivium.molecular.molgraphxlstm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.applicability.SavedTrainingSpace;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes a fitted MolGraph-xLSTM, or an ensemble of them, to a model file and reads it back. */
public final class SavedMolGraphXlstm {

    /** The kind of a file with one network, and the model's name. */
    public static final String KIND = "molgraph-xlstm";

    /** The kind of a file with an ensemble, and its name. */
    public static final String ENSEMBLE_KIND = "molgraph-xlstm-ensemble";

    private static final int VERSION = 1;
    private static final String INTERVALS = "intervals"; // not in files of models that were not calibrated
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What was learnt apart from tensors. */
    private record Preprocessing(List<String> tasks, LabelScale scale, List<Platt> platt) {

        Preprocessing {
            if (tasks.stream().anyMatch(Objects::isNull) || platt.stream().anyMatch(Objects::isNull)) {
                throw new IllegalArgumentException("tasks and platt must hold no null, got " + tasks + " and " + platt.size() + " calibrations");
            }
        }
    }

    private SavedMolGraphXlstm() {}

    /** {@return whether files of a kind are read by {@link #read}} */
    public static boolean isKind(String kind) {
        return kind.equals(KIND) || kind.equals(ENSEMBLE_KIND);
    }

    static Map<String, Object> describe(PropertyPredictorSpec spec) {
        return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
    }

    static void write(Path file, MolGraphXlstmPredictor model) throws IOException {
        Preprocessing preprocessing = new Preprocessing(model.tasks(), model.scale(), model.members().stream().map(Member::platt).toList());
        List<StoredTensor> tensors = new ArrayList<>();
        for (int m = 0; m < model.members().size(); m++) {
            Parameters parameters = model.members().get(m).network().parameters();
            String prefix = prefix(m);
            parameters.snapshot().forEach((name, values) -> {
                if (!name.startsWith(DeepSupervision.AUXILIARY)) {
                    tensors.add(StoredTensor.floats(prefix + name, parameters.get(name).shape(), values));
                }
            });
        }
        model.trainingSpace().ifPresent(space -> tensors.addAll(SavedTrainingSpace.tensors(space)));
        Map<String, Object> learnt = JSON.convertValue(preprocessing, new TypeReference<Map<String, Object>>() {});
        model.intervals().ifPresent(intervals -> learnt.put(INTERVALS, intervals.describe()));
        ModelFile.write(file, ModelContents.model(model.spec().name(), VERSION, describe(model.spec()), learnt, model.provenance(), tensors));
    }

    private static String prefix(int member) {
        return String.format(Locale.ROOT, "%d.", member);
    }

    /**
     * Restores a model.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @throws IOException if its settings or tensors are not those of such a model; the message names the file and the entry
     */
    public static MolGraphXlstmPredictor read(Path file, ModelContents contents, String device) throws IOException {
        requireVersion(file, contents);
        Class<? extends PropertyPredictorSpec> type =
                contents.kind().equals(ENSEMBLE_KIND) ? EnsembleSpec.class : MolGraphXlstmSpec.class;
        ModelEntries entries = new ModelEntries(file, contents);
        PropertyPredictorSpec spec = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), type));
        MolGraphXlstmSpec memberSpec = spec instanceof EnsembleSpec of ? of.member() : (MolGraphXlstmSpec) spec;
        int count = spec instanceof EnsembleSpec of ? of.members() : 1;
        Map<String, Object> learnt = entries.preprocessing();
        Optional<Object> described = Optional.ofNullable(learnt.remove(INTERVALS));
        Preprocessing preprocessing = entries.parse(ModelEntries.PREPROCESSING, () -> JSON.convertValue(learnt, Preprocessing.class));
        requireTasks(file, preprocessing, count);
        Optional<MoleculeIntervals> intervals = entries.parse(ModelEntries.PREPROCESSING,
                () -> described.map(map -> MoleculeIntervals.parse(map, spec.kind(), preprocessing.tasks())));
        entries.requireNumbers(count * leastNumbers(memberSpec));
        List<Member> members = new ArrayList<>();
        try {
            Map<String, long[]> expected = new LinkedHashMap<>();
            for (int m = 0; m < count; m++) {
                Parameters parameters = Parameters.create(Compute.choose(device), 0);
                members.add(new Member(new MolGraphNetwork(memberSpec, preprocessing.tasks().size(), parameters), preprocessing.platt().get(m)));
                String prefix = prefix(m);
                parameters.names().forEach(name -> expected.put(prefix + name, parameters.get(name).shape()));
            }
            boolean kept = SavedTrainingSpace.isKept(contents.tensors());
            int tasks = preprocessing.tasks().size();
            expected.putAll(kept ? SavedTrainingSpace.shapes(tasks, contents.tensors()) : Map.of());
            TensorCheck.require(file, expected, contents.tensors());
            for (int m = 0; m < count; m++) {
                restore(file, members.get(m).network().parameters(), prefix(m), contents);
            }
            MolGraphXlstmPredictor plain = new MolGraphXlstmPredictor(spec, memberSpec, preprocessing.tasks(), preprocessing.scale(), members,
                    KeptMolecules.read(kept ? Optional.of(SavedTrainingSpace.read(file, tasks, contents.tensors())) : Optional.empty(),
                            memberSpec.reading().parsing()), entries.provenance());
            return intervals.map(plain::withIntervals).orElse(plain);
        } catch (IOException | RuntimeException e) {
            members.forEach(member -> member.network().parameters().close());
            throw e;
        }
    }

    private static void requireVersion(Path file, ModelContents contents) throws ModelFileException {
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", String.format(Locale.ROOT, "must be of version %d for %s, got %d",
                    VERSION, contents.kind(), contents.version()));
        }
    }

    private static void restore(Path file, Parameters parameters, String prefix, ModelContents contents) throws ModelFileException {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (StoredTensor tensor : contents.tensors().values()) {
            if (tensor.name().startsWith(prefix)) {
                values.put(tensor.name().substring(prefix.length()), TensorCheck.weights(file, tensor));
            }
        }
        parameters.restore(values);
    }

    private static void requireTasks(Path file, Preprocessing preprocessing, int members) throws ModelFileException {
        int tasks = preprocessing.tasks().size();
        boolean fits = preprocessing.scale().mean().length == tasks && preprocessing.platt().size() == members
                && preprocessing.platt().stream().allMatch(p -> p.slope().length == tasks);
        if (!fits) {
            throw new ModelFileException(file, ModelEntries.PREPROCESSING, String.format(Locale.ROOT,
                    "must state scale and calibration of %d tasks for %d networks", tasks, members));
        }
    }

    /** {@return numbers that such a network has at the least: those of the square maps of prediction heads} */
    private static double leastNumbers(MolGraphXlstmSpec spec) {
        double width = spec.architecture().width();
        return 2.0 * spec.architecture().heads() * width * width;
    }
}
