package dev.trivium.imputation.search;

import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.baseline.MatrixFactorisationSpec;
import dev.trivium.imputation.baseline.NearestNodesSpec;
import dev.trivium.imputation.baseline.RidgeArSpec;
import dev.trivium.imputation.fgatt.FgattSpace;
import dev.trivium.imputation.fgatt.FgattSpec;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import java.util.OptionalInt;

/** What may be tried of each imputer: FGATT as a network, and how many neighbours or factors the simple ones have. */
public final class ImputerSpaces {

    private static final int MOST = 50;

    private ImputerSpaces() {}

    /**
     * {@return the space around a recipe}
     *
     * @param series how many there are
     * @param rows training rows there are
     * @throws IllegalArgumentException if the method has nothing to search
     */
    public static Tunable<ImputerSpec> of(ImputerSpec base, int series, int rows) {
        int others = Math.max(1, Math.min(MOST, series - 1));
        if (base instanceof FgattSpec fgatt) {
            Tunable<FgattSpec> tunable = FgattSpace.of(fgatt, series, rows);
            return new Tunable<>(tunable.space(), tunable.standard(), tunable::with);
        }
        if (base instanceof NearestNodesSpec nearest) {
            return one(Whole.log("neighbours", 1, others), nearest.neighbours(), NearestNodesSpec::new);
        }
        if (base instanceof RidgeArSpec ridge) {
            return one(Whole.even("neighbours", 0, others), ridge.neighbours(), RidgeArSpec::new);
        }
        if (base instanceof MatrixFactorisationSpec factors) {
            return one(Whole.log("most-rank", 1, MOST), factors.mostRank(), MatrixFactorisationSpec::new);
        }
        throw new IllegalArgumentException("model must be fgatt, nearest-nodes, matrix-factorisation or ridge-ar to be searched, got " + base.name());
    }

    private interface OfNumber {
        ImputerSpec with(int number);
    }

    private static Tunable<ImputerSpec> one(Whole parameter, int standard, OfNumber recipe) {
        return new Tunable<>(SearchSpace.of(parameter), Settings.none().with(parameter.name(), standard), s -> recipe.with(s.whole(parameter.name())));
    }

    /** {@return most epochs of a recipe; empty for one without} */
    public static OptionalInt epochs(ImputerSpec spec) {
        return spec instanceof FgattSpec fgatt ? OptionalInt.of(fgatt.recipe().epochs()) : OptionalInt.empty();
    }
}
