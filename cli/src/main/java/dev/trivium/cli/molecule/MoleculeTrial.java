package dev.trivium.cli.molecule;

import dev.trivium.cli.search.MoleculesFile;
import dev.trivium.cli.search.TrialRequest;
import dev.trivium.cli.search.TrialRunner;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.search.PredictorSpaces;
import dev.trivium.molecular.search.ValidationError;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A trial of {@code molecule search}: the recipe with the settings, fitted on the training molecules and scored on the validation molecules. */
public final class MoleculeTrial implements TrialRunner {

    private static final String MODEL = "model";
    private static final String TASK = "task";

    /** Has no settings. */
    public MoleculeTrial() {}

    /** {@return what the standard recipe is made of again} */
    static Map<String, Object> describe(String model, TaskKind kind) {
        Map<String, Object> recipe = new LinkedHashMap<>();
        recipe.put(MODEL, model);
        recipe.put(TASK, kind.name().toLowerCase(Locale.ROOT));
        return recipe;
    }

    @Override
    public double score(TrialRequest request, Training training) throws IOException {
        MoleculesFile.Content content = MoleculesFile.read(request.dataFolder());
        TaskKind kind = TaskKind.valueOf(request.text(TASK).toUpperCase(Locale.ROOT));
        PropertyPredictorSpec spec = PredictorSpaces.of(NamedPredictors.of(request.text(MODEL), kind)).with(request.chosen());
        TrainingMolecules train = new TrainingMolecules(content.train());
        ValidationMolecules validation = new ValidationMolecules(content.validation());
        try (PropertyPredictor fitted = spec.fit(train, validation, training)) {
            return new ValidationError(kind, train, validation).of(fitted);
        }
    }
}
