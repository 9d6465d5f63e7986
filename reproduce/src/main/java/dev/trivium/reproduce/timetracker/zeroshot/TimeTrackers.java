package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.timetracker.FineTuning;
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

    private static final int MOST = 5_000;
    private static final int FEW_BATCH = 8;

    /** {@return the weights as they are} */
    ForecasterSpec zeroShot(StudySet set) {
        return started(TimeTrackerSpec.zeroShot(set.lengths().context(), set.horizon()));
    }

    /** {@return the weights, fine-tuned with all training rows, at a stride that bounds the time of an epoch} */
    ForecasterSpec full(StudySet set, SeriesSet train) {
        int lookback = set.lengths().full();
        return started(TimeTrackerSpec.fineTuned(lookback, set.horizon(), FineTuning.standard().withStride(stride(set, train))));
    }

    /** {@return rows between training windows: as few as leave at most {@value #MOST} windows, counted once a series, an epoch} */
    static int stride(StudySet set, SeriesSet train) {
        long windows = Math.max(1, train.length() - set.lengths().full() - set.horizon() + 1L) * train.width();
        return (int) ((windows + MOST - 1) / MOST);
    }

    /** {@return the weights, fine-tuned with few rows; in small batches, as there are few windows} */
    ForecasterSpec few(StudySet set) {
        return started(TimeTrackerSpec.fineTuned(set.lengths().few(), set.horizon(), FineTuning.standard().withBatch(FEW_BATCH)));
    }

    private TimeTrackerSpec started(TimeTrackerSpec spec) {
        return weights.isPresent() ? spec.with(Start.file(weights.get())) : spec;
    }
}
