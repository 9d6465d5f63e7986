package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Time Tracker as the study asks for it.
 *
 * @param weights a model file; the shipped weights if there is none
 */
record TimeTrackers(Optional<Path> weights) {

    /** {@return the weights as they are} */
    ForecasterSpec zeroShot(StudySet set) {
        return started(TimeTrackerSpec.zeroShot(set.lengths().context(), set.horizon()));
    }

    /** {@return the weights, fine-tuned with all training rows} */
    ForecasterSpec full(StudySet set) {
        throw new IllegalArgumentException("there is no fine-tuning yet, for " + set.name());
    }

    /** {@return the weights, fine-tuned with few rows} */
    ForecasterSpec few(StudySet set) {
        throw new IllegalArgumentException("there is no fine-tuning yet, for " + set.name());
    }

    private TimeTrackerSpec started(TimeTrackerSpec spec) {
        return weights.isPresent() ? spec.with(Start.file(weights.get())) : spec;
    }
}
