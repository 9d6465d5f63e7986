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

    private static final int MOST = 2_500;
    private static final int EPOCHS = 6;
    private static final int PATIENCE = 2;
    private static final int FEW_BATCH = 8;
    private static final double FEW = 0.05;

    /** {@return the weights as they are} */
    ForecasterSpec zeroShot(StudySet set) {
        return started(TimeTrackerSpec.zeroShot(set.lengths().context(), set.horizon()));
    }

    /** {@return the weights, fine-tuned on windows of all training rows, at a stride that bounds the time of an epoch} */
    ForecasterSpec full(StudySet set, SeriesSet train) {
        return tuned(set, tuning().withStride(stride(set, train, 1)));
    }

    /** {@return the weights, fine-tuned on the last windows; in small batches, as there are few} */
    ForecasterSpec few(StudySet set, SeriesSet train) {
        return tuned(set, tuning().withShare(FEW).withBatch(FEW_BATCH).withStride(stride(set, train, FEW)));
    }

    private static FineTuning tuning() {
        return FineTuning.standard().withEpochs(EPOCHS, PATIENCE);
    }

    private ForecasterSpec tuned(StudySet set, FineTuning tuning) {
        return started(TimeTrackerSpec.fineTuned(set.lengths().tuned(), set.horizon(), tuning));
    }

    /** {@return rows between training windows: as few as leave at most {@value #MOST} of a share of the windows, counted once a series, an epoch} */
    static int stride(StudySet set, SeriesSet train, double share) {
        double windows = share * Math.max(1, train.length() - set.lengths().tuned() - set.horizon() + 1L) * train.width();
        return Math.max(1, (int) Math.ceil(windows / MOST));
    }

    private TimeTrackerSpec started(TimeTrackerSpec spec) {
        return weights.isPresent() ? spec.with(Start.file(weights.get())) : spec;
    }
}
