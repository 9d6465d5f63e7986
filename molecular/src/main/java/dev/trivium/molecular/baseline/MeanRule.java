package dev.trivium.molecular.baseline;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same numbers for every molecule. Stored: {@code mean}, one per task. */
record MeanRule(double[] means) implements Rule {

    private static final String MEAN = "mean";

    @Override
    public double[] values(Molecule molecule, List<String> notes) {
        return means.clone();
    }

    @Override
    public List<StoredTensor> tensors() {
        return List.of(StoredTensor.doubles(MEAN, new long[] {means.length}, means));
    }

    static Map<String, long[]> shapes(int tasks) {
        return Map.of(MEAN, new long[] {tasks});
    }

    /** @throws IOException if the tensor is of another type */
    static MeanRule read(Path file, Map<String, StoredTensor> tensors) throws IOException {
        StoredTensor stored = tensors.get(MEAN);
        if (!stored.type().floating()) {
            throw new ModelFileException(file, SavedRule.WEIGHTS, MEAN + " must hold floating numbers, got " + stored.type());
        }
        return new MeanRule(stored.toDoubles());
    }
}
