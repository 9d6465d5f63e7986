package dev.trivium.molecular;

import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.interval.MoleculeIntervals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model that knows nothing of intervals, with intervals. */
record IntervalPredictor(PropertyPredictor plain, MoleculeIntervals around) implements PropertyPredictor {

    @Override
    public PropertyPredictorSpec spec() {
        return plain.spec();
    }

    @Override
    public List<String> tasks() {
        return plain.tasks();
    }

    @Override
    public List<Prediction> predict(List<String> smiles) {
        return around.around(smiles, plain.predict(smiles), plain.spec().parsing(), plain.trainingSpace());
    }

    @Override
    public Map<String, Object> provenance() {
        return around.addedTo(plain.provenance());
    }

    @Override
    public Optional<String> note() {
        return plain.note();
    }

    @Override
    public Optional<TrainingSpace> trainingSpace() {
        return plain.trainingSpace();
    }

    @Override
    public Optional<MoleculeIntervals> intervals() {
        return Optional.of(around);
    }

    @Override
    public PropertyPredictor withIntervals(MoleculeIntervals other) {
        return plain.withIntervals(other);
    }

    @Override
    public void save(Path file) throws IOException {
        throw new IOException("model must be of this library to be saved with its intervals, got " + spec().name());
    }

    @Override
    public void close() {
        plain.close();
    }
}
