package dev.trivium.molecular.baseline;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.interval.MoleculeIntervals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A fitted baseline: its rule, and what it predicts. Immutable but for being closed. */
final class BaselinePredictor implements PropertyPredictor {

    private final PropertyPredictorSpec spec;
    private final List<String> tasks;
    private final Rule rule;
    private final Optional<TrainingSpace> space;
    private final Map<String, Object> provenance;
    private final double[] noSpread;
    private final Optional<MoleculeIntervals> intervals;
    private final AtomicBoolean closed;

    BaselinePredictor(PropertyPredictorSpec spec, List<String> tasks, Rule rule, Optional<TrainingSpace> space,
            Map<String, Object> provenance) {
        this(spec, tasks, rule, space, provenance, Optional.empty(), new AtomicBoolean());
    }

    private BaselinePredictor(PropertyPredictorSpec spec, List<String> tasks, Rule rule, Optional<TrainingSpace> space,
            Map<String, Object> provenance, Optional<MoleculeIntervals> intervals, AtomicBoolean closed) {
        this.spec = spec;
        this.tasks = List.copyOf(tasks);
        this.rule = rule;
        this.space = space;
        this.provenance = provenance;
        this.intervals = intervals;
        this.closed = closed;
        noSpread = new double[tasks.size()];
        Arrays.fill(noSpread, Double.NaN);
    }

    @Override
    public PropertyPredictorSpec spec() {
        return spec;
    }

    @Override
    public List<String> tasks() {
        return tasks;
    }

    @Override
    public List<Prediction> predict(List<String> smiles) {
        requireOpen();
        List<Prediction> plain = smiles.stream().map(this::predict).toList();
        return intervals.map(i -> i.around(smiles, plain, spec.parsing(), space)).orElse(plain);
    }

    private Prediction predict(String smiles) {
        Parsed parsed = Molecule.parse(smiles, ParseSettings.standard());
        if (parsed instanceof Parsed.Ok ok) {
            List<String> notes = new ArrayList<>(ok.notes());
            return Prediction.of(tasks, rule.values(ok.molecule(), notes), noSpread, notes);
        }
        return new Prediction.Refused(tasks.size(), ((Parsed.Refused) parsed).reason());
    }

    @Override
    public Optional<MoleculeIntervals> intervals() {
        return intervals;
    }

    @Override
    public BaselinePredictor withIntervals(MoleculeIntervals other) {
        other.requireOf(this);
        return new BaselinePredictor(spec, tasks, rule, space, other.addedTo(provenance), Optional.of(other), closed);
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    @Override
    public Optional<String> note() {
        return rule.note();
    }

    @Override
    public Optional<TrainingSpace> trainingSpace() {
        return space;
    }

    @Override
    public void save(Path file) throws IOException {
        requireOpen();
        SavedBaseline.write(file, this);
    }

    Rule rule() {
        return rule;
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("predictor must be open, got one that was closed");
        }
    }

    @Override
    public void close() {
        closed.set(true);
    }
}
