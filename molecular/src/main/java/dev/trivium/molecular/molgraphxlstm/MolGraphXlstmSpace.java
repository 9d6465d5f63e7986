package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import java.util.Locale;

/**
 * What may be tried of MolGraph-xLSTM: around the published settings, which have rates of 1e-4 and 2e-4, channels from 32 to 256, 2 or 4 powers, 4
 * or 8 experts, batches of 128 and decay 1e-4; and around our light one, which has fewer channels and a higher rate.
 */
public final class MolGraphXlstmSpace {

    private MolGraphXlstmSpace() {}

    /** {@return the space around a recipe} Attention heads, epochs, patience, calibration and reading stay; class weights are tried in classification. */
    public static Tunable<MolGraphXlstmSpec> of(MolGraphXlstmSpec base) {
        SearchSpace space = SearchSpace.of(
                Real.log("rate", 1e-4, 5e-3),
                Choice.of("batch", 16, 32, 64, 128),
                Real.log("weight-decay", 1e-6, 1e-2),
                Choice.of("channels", 16, 32, 64, 128),
                Whole.even("power", 2, 4),
                Choice.of("experts", 2, 4, 8),
                Choice.of("contrast", "off", "published", "euclidean"));
        Settings standard = Settings.none().with("rate", base.recipe().rate()).with("batch", base.recipe().batch())
                .with("weight-decay", base.recipe().weightDecay()).with("channels", base.architecture().channels())
                .with("power", base.architecture().power()).with("experts", base.architecture().experts())
                .with("contrast", base.objective().contrast().name().toLowerCase(Locale.ROOT));
        if (base.kind() == TaskKind.CLASSIFICATION) {
            space = space.with(Choice.of("class-weights", "equal", "balanced"));
            standard = standard.with("class-weights", base.objective().classWeights().name().toLowerCase(Locale.ROOT));
        }
        return new Tunable<>(space, standard, settings -> with(base, settings));
    }

    private static MolGraphXlstmSpec with(MolGraphXlstmSpec base, Settings s) {
        Architecture shape = new Architecture(s.whole("power"), s.whole("channels"), s.whole("experts"), base.architecture().heads());
        Objective objective = base.objective().with(Objective.Contrast.valueOf(s.text("contrast").toUpperCase(Locale.ROOT)));
        if (s.has("class-weights")) {
            objective = objective.with(Objective.ClassWeights.valueOf(s.text("class-weights").toUpperCase(Locale.ROOT)));
        }
        Recipe recipe = new Recipe(s.real("rate"), base.recipe().epochs(), base.recipe().patience(), s.whole("batch"), s.real("weight-decay"));
        return base.with(shape).with(objective).with(recipe);
    }
}
