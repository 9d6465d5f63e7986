package dev.trivium.molecular.search;

import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.baseline.BoostedTreesSpec;
import dev.trivium.molecular.baseline.RandomForestSpec;
import dev.trivium.molecular.molgraphxlstm.EnsembleSpec;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpace;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import java.util.OptionalInt;

/**
 * What may be tried of each property predictor.
 *
 * <p>A forest: the share of the inputs drawn for a split, from 1 in 50 (below the square root of their number) to all, and the leaf; more trees only
 * make it steadier. Boosted trees: what a tree counts and how deep it is; how many are kept is chosen by validation in every fit.
 */
public final class PredictorSpaces {

    private PredictorSpaces() {}

    /**
     * {@return the space around a recipe; around its member, for an ensemble}
     *
     * @throws IllegalArgumentException if the method has nothing to search
     */
    public static Tunable<PropertyPredictorSpec> of(PropertyPredictorSpec base) {
        if (base instanceof MolGraphXlstmSpec network) {
            Tunable<MolGraphXlstmSpec> tunable = MolGraphXlstmSpace.of(network);
            return new Tunable<>(tunable.space(), tunable.standard(), tunable::with);
        }
        if (base instanceof EnsembleSpec many) {
            Tunable<MolGraphXlstmSpec> tunable = MolGraphXlstmSpace.of(many.member());
            return new Tunable<>(tunable.space(), tunable.standard(), settings -> new EnsembleSpec(tunable.with(settings), many.members()));
        }
        if (base instanceof RandomForestSpec forest) {
            return forest(forest);
        }
        if (base instanceof BoostedTreesSpec trees) {
            return new Tunable<>(SearchSpace.of(Real.log("rate", 0.01, 0.3), Whole.even("depth", 2, 12)),
                    Settings.none().with("rate", trees.rate()).with("depth", trees.depth()),
                    s -> new BoostedTreesSpec(trees.kind(), trees.rounds(), s.real("rate"), s.whole("depth")));
        }
        throw new IllegalArgumentException("model must be molgraph-xlstm, random-forest, random-forest-ecfp4 or boosted-trees to be searched, got "
                + base.name());
    }

    private static Tunable<PropertyPredictorSpec> forest(RandomForestSpec forest) {
        SearchSpace space = SearchSpace.of(Real.log("share", 0.02, 1), Whole.log("leaf", 1, 20), Whole.log("trees", 100, 1000));
        Settings standard = Settings.none().with("share", forest.share()).with("leaf", forest.leastRows()).with("trees", forest.trees());
        return new Tunable<>(space, standard, s -> new RandomForestSpec(forest.kind(), forest.inputs(), s.whole("trees"), s.real("share"), s.whole("leaf")));
    }

    /** {@return most epochs of a recipe; empty for one without} */
    public static OptionalInt epochs(PropertyPredictorSpec spec) {
        if (spec instanceof EnsembleSpec many) {
            return epochs(many.member());
        }
        return spec instanceof MolGraphXlstmSpec network ? OptionalInt.of(network.recipe().epochs()) : OptionalInt.empty();
    }
}
