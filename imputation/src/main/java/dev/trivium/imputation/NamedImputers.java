package dev.trivium.imputation;

import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.imputation.baseline.LastSpec;
import dev.trivium.imputation.baseline.LinearSpec;
import dev.trivium.imputation.baseline.MatrixFactorisationSpec;
import dev.trivium.imputation.baseline.MeanSpec;
import dev.trivium.imputation.baseline.NearestNodesSpec;
import dev.trivium.imputation.baseline.RidgeArSpec;
import dev.trivium.imputation.fgatt.FgattSpec;
import java.util.List;
import java.util.Locale;

/** Recipes by the names under which tables and the command line know them. */
public final class NamedImputers {

    private static final List<String> NAMES = List.of("fgatt", "mean", "last", "linear", "nearest-nodes", "matrix-factorisation",
            "ridge-ar");

    private NamedImputers() {}

    /** {@return the names that {@link #of} knows} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * {@return a recipe with its standard settings}
     *
     * @param name one of {@link #names}, in letters of either case
     * @throws IllegalArgumentException if there is no such method
     */
    public static ImputerSpec of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "fgatt" -> FgattSpec.standard();
            case "mean" -> new MeanSpec();
            case "last" -> new LastSpec();
            case "linear" -> new LinearSpec();
            case "nearest-nodes" -> NearestNodesSpec.standard();
            case "matrix-factorisation" -> MatrixFactorisationSpec.standard();
            case "ridge-ar" -> RidgeArSpec.standard();
            default -> throw new IllegalArgumentException("model must be one of " + String.join(", ", NAMES) + ", got " + name);
        };
    }

    /** {@return the recipes that every table of scores holds, which a model has to be worth more than} */
    public static List<ImputerSpec> simple() {
        return NAMES.stream().filter(name -> kind(name) != MethodKind.MODEL).map(NamedImputers::of).toList();
    }

    /** {@return what a method is in a table of scores, by the name of its recipe} */
    public static MethodKind kind(String name) {
        return switch (name) {
            case "mean", "last", "linear" -> MethodKind.NAIVE;
            case "nearest-nodes", "matrix-factorisation", "ridge-ar" -> MethodKind.BASELINE;
            default -> MethodKind.MODEL;
        };
    }

    /** {@return whether fitting it again with another seed gives another model} */
    public static boolean isRandom(String name) {
        return hasEpochs(name) || name.equals("matrix-factorisation") || name.equals("ridge-ar");
    }

    /** {@return whether it is trained in epochs} */
    public static boolean hasEpochs(String name) {
        return kind(name) == MethodKind.MODEL;
    }
}
