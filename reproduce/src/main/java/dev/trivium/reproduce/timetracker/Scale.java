package dev.trivium.reproduce.timetracker;

import dev.trivium.timeseries.timetracker.Corruption;
import dev.trivium.timeseries.timetracker.ExpertSettings;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.PretrainingRecipe;
import dev.trivium.timeseries.timetracker.SeriesSource;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import java.util.List;

/**
 * What is trained, and how.
 *
 * @param settings the network
 * @param recipe its recipe
 */
record Scale(TimeTrackerSettings settings, PretrainingRecipe recipe) {

    /** {@return the first stage, or the one after it} */
    static Scale of(boolean small, boolean second) {
        return small ? tiny(second ? Corruption.far() : Corruption.standard())
                : new Scale(TimeTrackerSettings.standard(), second ? PretrainingRecipe.far() : PretrainingRecipe.standard());
    }

    private static Scale tiny(Corruption corruption) {
        TimeTrackerSettings standard = TimeTrackerSettings.standard();
        ExpertSettings experts = standard.experts();
        TimeTrackerSettings settings = new TimeTrackerSettings(8, 16, 2, 2,
                new ExpertSettings(experts.shared(), experts.experts(), experts.chosen(), 16, experts.affinity(), experts.unit(),
                        experts.averageShared(), experts.balanceInAffinity()),
                0, 12, List.of(0.1, 0.5, 0.9), standard.switches());
        return new Scale(settings, new PretrainingRecipe(8, 4, 1e-3, 4, 0.98, 1e-3, 0.05, corruption, 16));
    }

    Pretraining pretraining(SeriesSource train, SeriesSource validation) {
        return new Pretraining(settings, recipe, train, validation);
    }
}
