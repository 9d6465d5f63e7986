package dev.trivium.molecular.baseline;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.training.Training;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One fit under way: what is common to all baselines, and how long it takes. */
final class Fitting {

    private final PropertyPredictorSpec spec;
    private final MoleculeSet given;
    private final LabelledRows train;
    private final MoleculeSet validation;
    private final long seed;
    private final long start = System.nanoTime();
    private final Map<String, Double> metrics = new TreeMap<>();
    private boolean chosen; // by validation molecules

    private Fitting(PropertyPredictorSpec spec, MoleculeSet given, LabelledRows train, MoleculeSet validation, long seed) {
        this.spec = spec;
        this.given = given;
        this.train = train;
        this.validation = validation;
        this.seed = seed;
    }

    /** @throws IllegalArgumentException if a task cannot be learnt from the rows that are molecules */
    static Fitting of(PropertyPredictorSpec spec, TrainingMolecules train, ValidationMolecules validation, Training training) {
        spec.kind().check(train, validation);
        LabelledRows rows = LabelledRows.of(train.set());
        spec.kind().check(new TrainingMolecules(rows.set()), validation);
        return new Fitting(spec, train.set(), rows, validation.set(), training.seed());
    }

    int tasks() {
        return given.tasks().size();
    }

    LabelledRows train() {
        return train;
    }

    LabelledRows validation() {
        chosen = true;
        return LabelledRows.of(validation);
    }

    long seed() {
        return seed;
    }

    void score(String name, double value) {
        metrics.put(name, value);
    }

    /** {@return the training molecules, to be kept with the model} */
    TrainingSpace space() {
        return train.space();
    }

    BaselinePredictor finish(Rule rule) {
        return finish(rule, Optional.empty());
    }

    BaselinePredictor finish(Rule rule, TrainingSpace space) {
        return finish(rule, Optional.of(space));
    }

    private BaselinePredictor finish(Rule rule, Optional<TrainingSpace> space) {
        metrics.put("fit.seconds", (System.nanoTime() - start) / 1e9);
        metrics.put("train.molecules", (double) train.set().size());
        metrics.put("train.refused", (double) train.refused());
        Provenance.Data data = new Provenance.Data("training molecules", given.sha256(), given.size());
        Map<String, Object> provenance = new Provenance(Map.of("trivium", version()), SavedBaseline.describe(spec), seed, data, metrics)
                .describe(Clock.systemUTC());
        if (chosen) {
            provenance.put("chosen", Map.of("sha256", validation.sha256()));
        }
        return new BaselinePredictor(spec, given.tasks(), rule, space, provenance);
    }

    private static String version() {
        String version = Fitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
