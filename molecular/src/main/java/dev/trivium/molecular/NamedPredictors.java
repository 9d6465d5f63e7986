package dev.trivium.molecular;

import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.molecular.baseline.BoostedTreesSpec;
import dev.trivium.molecular.baseline.MoleculeInputs;
import dev.trivium.molecular.baseline.RandomForestSpec;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.molgraphxlstm.EnsembleSpec;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.PublishedSettings;
import dev.trivium.molecular.molgraphxlstm.SavedMolGraphXlstm;
import java.util.List;
import java.util.Locale;

/** Recipes by the names under which tables and the command line know them. */
public final class NamedPredictors {

    private static final String MODEL = SavedMolGraphXlstm.KIND;
    private static final String PUBLISHED = "published:";
    private static final List<String> NAMES = List.of(SavedMolGraphXlstm.KIND, SavedMolGraphXlstm.ENSEMBLE_KIND, TrainMeanSpec.NAME,
            RandomForestSpec.FINGERPRINT_NAME, RandomForestSpec.NAME, BoostedTreesSpec.NAME);

    private static final int ENSEMBLE = 5;

    private NamedPredictors() {}

    /** {@return the names that {@link #of} knows, beside {@code published:} with a data set} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * {@return a recipe for data of one's own, with the standard setting of the model}
     *
     * @param name one of {@link #names}, or {@code published:} and a data set of {@link PublishedSettings}
     * @throws IllegalArgumentException if there is no such model, or it is published for another kind
     */
    public static PropertyPredictorSpec of(String name, TaskKind kind) {
        if (name.toLowerCase(Locale.ROOT).startsWith(PUBLISHED)) {
            return published(name, kind);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case SavedMolGraphXlstm.KIND -> MolGraphXlstmSpec.of(kind);
            case SavedMolGraphXlstm.ENSEMBLE_KIND -> new EnsembleSpec(MolGraphXlstmSpec.of(kind), ENSEMBLE);
            case TrainMeanSpec.NAME -> new TrainMeanSpec(kind);
            case RandomForestSpec.FINGERPRINT_NAME -> RandomForestSpec.of(kind).with(MoleculeInputs.FINGERPRINT);
            case RandomForestSpec.NAME -> RandomForestSpec.of(kind);
            case BoostedTreesSpec.NAME -> BoostedTreesSpec.of(kind);
            default -> throw new IllegalArgumentException("model must be one of " + String.join(", ", NAMES) + " or " + PUBLISHED
                    + "NAME, got " + name);
        };
    }

    private static PropertyPredictorSpec published(String name, TaskKind kind) {
        MolGraphXlstmSpec spec = MolGraphXlstmSpec.published(name.substring(PUBLISHED.length()));
        if (spec.kind() != kind) {
            throw new IllegalArgumentException("model must be for " + kind + ", got " + name + ", which is for " + spec.kind());
        }
        return spec;
    }

    /** {@return the recipes that every table of scores holds: the naive one, and the simple ones that a model has to be worth more than} */
    public static List<PropertyPredictorSpec> simple(TaskKind kind) {
        return NAMES.stream().filter(name -> methodKind(name) != MethodKind.MODEL).map(name -> of(name, kind)).toList();
    }

    /** {@return what a method is in a table of scores, by the name of its recipe; one that is not of this library is a model} */
    public static MethodKind methodKind(String name) {
        if (name.equals(TrainMeanSpec.NAME)) {
            return MethodKind.NAIVE;
        }
        return NAMES.contains(name) && !name.startsWith(MODEL) ? MethodKind.BASELINE : MethodKind.MODEL;
    }

    /** {@return whether fitting it again with another seed gives another model} */
    public static boolean isRandom(String name) {
        return methodKind(name) != MethodKind.NAIVE;
    }

    /** {@return whether it is trained in epochs} */
    public static boolean hasEpochs(String name) {
        return name.startsWith(MODEL);
    }
}
