package dev.trivium.nn.search;

import java.util.List;
import java.util.Map;

/** Says what a study does next: {@link Sequential} or {@link Halving}. */
public sealed interface Strategy permits Sequential, Halving {

    /** What to do. */
    sealed interface Step {

        /** A new trial. */
        record Begin(Settings settings, int epochs) implements Step {}

        /** An earlier trial, for more epochs. */
        record GoOn(int trial, int epochs) implements Step {}

        /** Nothing until a running trial ends. */
        record Await() implements Step {}

        /** Nothing any more. */
        record Done() implements Step {}
    }

    /** {@return what a resumed study must share with the one that was stopped, as JSON-like entries} */
    Map<String, Object> describe();

    /** {@return trials that will be begun} */
    int trials();

    /** {@return what to do after these trials; the first is always the standard recipe} */
    Step next(SearchSpace space, Settings standard, List<Trial> trials, long seed);
}
