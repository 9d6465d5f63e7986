package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Networks of one recipe that differ by their seed: their mean predicts, and their standard deviation says how much they disagree
 * (Lakshminarayanan et al. 2017).
 *
 * <p>A run with seed s trains them with the seeds s, s + 1, … A checkpoint file {@code name} becomes {@code name.0}, {@code name.1}, …;
 * resuming goes on with the networks whose files exist and starts the others.
 *
 * @param member the recipe
 * @param members how many, 2 to 100
 */
public record EnsembleSpec(MolGraphXlstmSpec member, int members) implements PropertyPredictorSpec {

    /** Checks the number. */
    public EnsembleSpec {
        if (members < 2 || members > 100) {
            throw new IllegalArgumentException("members must be between 2 and 100, got " + members);
        }
    }

    @Override
    public String name() {
        return SavedMolGraphXlstm.ENSEMBLE_KIND;
    }

    @Override
    public TaskKind kind() {
        return member.kind();
    }

    @Override
    public ParseSettings parsing() {
        return member.parsing();
    }

    @Override
    public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) throws IOException {
        MolGraphXlstmFitting fitting = new MolGraphXlstmFitting(member, train, validation);
        Map<String, Object> described = SavedMolGraphXlstm.describe(this);
        List<MolGraphXlstmFitting.Fitted> fitted = new ArrayList<>();
        try {
            for (int m = 0; m < members; m++) {
                fitted.add(fitting.member(memberRun(training, m)));
            }
        } catch (IOException | RuntimeException e) {
            fitted.forEach(each -> each.member().network().parameters().close());
            throw e;
        }
        return fitting.predictor(this, described, fitted, training);
    }

    private static Training memberRun(Training training, int m) {
        Optional<Path> resume = training.resume().map(file -> numbered(file, m)).filter(Files::exists);
        return new Training(training.seed() + m, training.epochs(), training.device(), training.checkpoint().map(file -> numbered(file, m)),
                resume, training.monitor());
    }

    private static Path numbered(Path file, int m) {
        return file.resolveSibling(String.format(Locale.ROOT, "%s.%d", file.getFileName(), m));
    }
}
