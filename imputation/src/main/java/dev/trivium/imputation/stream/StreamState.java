package dev.trivium.imputation.stream;

import dev.trivium.data.series.TimeAxis;
import dev.trivium.imputation.Imputer;
import dev.trivium.nn.artifact.ElementType;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a stream has to remember, as a file. */
record StreamState(int window, TimeAxis time, double[] values) {

    private static final String KIND = "gap-stream";
    private static final int VERSION = 1;
    private static final String VALUES = "values";
    private static final String OBSERVED = "observed"; // files hold no NaN

    void write(Path file, Imputer imputer) throws IOException {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("window", window);
        spec.put("time", time.describe());
        long[] shape = {time.length(), imputer.variables().size()};
        byte[] observed = new byte[values.length];
        double[] known = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            observed[i] = (byte) (Double.isNaN(values[i]) ? 0 : 1);
            known[i] = observed[i] == 0 ? 0 : values[i];
        }
        ModelFile.write(file, ModelContents.model(KIND, VERSION, spec, Map.of(), imputer.provenance(),
                List.of(StoredTensor.doubles(VALUES, shape, known), StoredTensor.bytes(OBSERVED, shape, observed))));
    }

    static StreamState read(Path file, Imputer imputer) throws IOException {
        ModelContents contents = ModelFile.read(file);
        if (!contents.kind().equals(KIND) || contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", "must be the state of a stream (" + KIND + ", version " + VERSION + "), got "
                    + contents.kind() + ", version " + contents.version());
        }
        if (!contents.provenance().equals(ModelContents.model(KIND, VERSION, Map.of(), Map.of(), imputer.provenance(), List.of())
                .provenance())) {
            throw new ModelFileException(file, "provenance.json", "must name the imputer that fills the stream, got another");
        }
        try {
            return parsed(file, contents, imputer.variables().size());
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new ModelFileException(file, "spec.json", "must describe a stream: " + e.getMessage());
        }
    }

    private static StreamState parsed(Path file, ModelContents contents, int width) throws ModelFileException {
        if (!(contents.spec().get("window") instanceof Number window) || !(contents.spec().get("time") instanceof Map<?, ?> time)) {
            throw new IllegalArgumentException("window and time must be there, got " + contents.spec().keySet());
        }
        TimeAxis axis = TimeAxis.parse(entries(time));
        GapStream.requireWindow(window.longValue());
        if (axis.length() > window.longValue()) {
            throw new IllegalArgumentException("time must have at most " + window + " stamps, got " + axis.length());
        }
        List<Long> shape = List.of((long) axis.length(), (long) width);
        double[] values = tensor(file, contents, VALUES, ElementType.F64, shape).toDoubles();
        byte[] observed = tensor(file, contents, OBSERVED, ElementType.U8, shape).bytes();
        for (int i = 0; i < values.length; i++) {
            values[i] = observed[i] == 0 ? Double.NaN : values[i];
        }
        return new StreamState(Math.toIntExact(window.longValue()), axis, values);
    }

    private static StoredTensor tensor(Path file, ModelContents contents, String name, ElementType type, List<Long> shape) throws ModelFileException {
        StoredTensor tensor = contents.tensors().get(name);
        if (tensor == null || tensor.type() != type || !Arrays.stream(tensor.shape()).boxed().toList().equals(shape)) {
            throw new ModelFileException(file, "weights.safetensors", "must hold " + name + ", " + type + " of shape (time, series) = " + shape + ", got "
                    + (tensor == null ? "none" : tensor.type() + " " + Arrays.toString(tensor.shape())));
        }
        return tensor;
    }

    private static Map<String, Object> entries(Map<?, ?> map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                entries.put(String.valueOf(key), value);
            }
        });
        return entries;
    }
}
