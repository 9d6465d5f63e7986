package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import java.util.List;
import java.util.Map;

/** A small network with random weights. */
public final class Tiny {

    private Tiny() {}

    /** Patches of 8 points, at most 12 of them, five quantiles. */
    static TimeTrackerSettings settings() {
        ExpertSettings experts = new ExpertSettings(1, 4, 2, 16, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, false);
        return new TimeTrackerSettings(8, 16, 2, 2, experts, 0, 12, List.of(0.025, 0.1, 0.5, 0.9, 0.975), DecoderSwitches.standard());
    }

    static TimeTracker tracker() {
        return tracker(settings());
    }

    public static TimeTracker tracker(TimeTrackerSettings settings) {
        Parameters parameters = Parameters.create(Compute.choose("cpu"), 5);
        return new TimeTracker(NetworkModel.create(settings, Mixing.alone(), 0, parameters), Map.of("seed", 5L), "tiny weights", false);
    }
}
