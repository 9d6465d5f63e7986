package dev.trivium.cli.molecule;

import dev.trivium.cli.option.SettingOption;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.Fragments;
import dev.trivium.molecular.molgraphxlstm.EnsembleSpec;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.search.PredictorSpaces;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What is fitted, and how long. */
final class RecipeOptions {

    @Option(names = "--task", paramLabel = "KIND", converter = Kinds.class,
            description = "regression or classification; by default classification where every label is 0 or 1.")
    private @Nullable TaskKind task;

    @Option(names = "--ensemble", paramLabel = "N", description = "Train N networks that differ by their seed, and tell how much they disagree.")
    private @Nullable Integer ensemble;

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the training molecules; the model's own number by default.")
    private @Nullable Integer epochs;

    @Option(names = "--largest-fragment", description = "Read the largest fragment of a row alone, such as the acid of a salt, when fitting and"
            + " ever after; by default all fragments are read.")
    private boolean largestFragment;

    @Mixin
    private SettingOption settings = new SettingOption();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    Optional<TaskKind> task() {
        return Optional.ofNullable(task);
    }

    Optional<Integer> epochs() {
        return Optional.ofNullable(epochs);
    }

    /** {@return networks that are trained one after another} */
    int networks(PropertyPredictorSpec recipe) {
        return recipe instanceof EnsembleSpec many ? many.members() : 1;
    }

    /** Refuses numbers out of range. */
    void check() {
        if (epochs != null && epochs < 1) {
            throw refused("--epochs must be at least 1, got " + epochs);
        }
        if (ensemble != null && (ensemble < 2 || ensemble > 100)) {
            throw refused("--ensemble must be between 2 and 100, got " + ensemble);
        }
    }

    /** {@return the recipe; options that it would ignore are refused} */
    PropertyPredictorSpec recipe(String model, TaskKind kind) {
        PropertyPredictorSpec recipe;
        try {
            recipe = NamedPredictors.of(model, kind);
        } catch (IllegalArgumentException e) {
            throw refused("--" + e.getMessage());
        }
        if (largestFragment) {
            MolGraphXlstmSpec one = member("--largest-fragment", recipe, model);
            MolGraphXlstmSpec reading = one.with(one.reading().with(one.reading().parsing().withFragments(Fragments.LARGEST)));
            recipe = recipe instanceof EnsembleSpec many ? new EnsembleSpec(reading, many.members()) : reading;
        }
        if (ensemble != null) {
            recipe = new EnsembleSpec(member("--ensemble", recipe, model), ensemble);
        }
        if (epochs != null && !NamedPredictors.hasEpochs(recipe.name())) {
            throw refused("--epochs must be used with a model that is trained in epochs, got " + model);
        }
        PropertyPredictorSpec standard = recipe;
        return settings.apply(recipe, () -> PredictorSpaces.of(standard));
    }

    private MolGraphXlstmSpec member(String option, PropertyPredictorSpec recipe, String model) {
        if (recipe instanceof MolGraphXlstmSpec one) {
            return one;
        }
        if (recipe instanceof EnsembleSpec many) {
            return many.member();
        }
        throw refused(option + " must be used with networks, got " + model);
    }

    /** Refuses what a model that is fitted already would ignore. */
    void requireNone(String model) {
        if (task != null || ensemble != null || epochs != null || largestFragment || settings.isUsed()) {
            throw refused("--task, --ensemble, --epochs, --largest-fragment and --set are those of the fitted model " + model + "; leave them out");
        }
    }

    /** Reads {@code regression} and {@code classification}. */
    static final class Kinds implements ITypeConverter<TaskKind> {
        @Override
        public TaskKind convert(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "regression" -> TaskKind.REGRESSION;
                case "classification" -> TaskKind.CLASSIFICATION;
                default -> throw new TypeConversionException("must be regression or classification, got " + text);
            };
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
