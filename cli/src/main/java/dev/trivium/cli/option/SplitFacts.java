package dev.trivium.cli.option;

import dev.trivium.cli.terminal.Session;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import java.util.List;

/** Borders of a split, for the record of a run. */
public final class SplitFacts {

    private SplitFacts() {}

    /** Notes the split in words and the rows of its parts: for every run of rows the first, and the one after the last. */
    public static void note(Session session, Split split) {
        session.trail().split("all", split.describe());
        session.trail().split("train", rows(split.train()));
        session.trail().split("validation", rows(split.validation()));
        split.calibration().ifPresent(view -> session.trail().split("calibration", rows(view)));
        session.trail().split("test", rows(split.test()));
    }

    private static List<List<Integer>> rows(View view) {
        return view.segments().stream().map(run -> List.of(run.from(), run.to())).toList();
    }
}
