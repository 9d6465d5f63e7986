package dev.trivium.timeseries.timetracker;

import java.nio.file.Path;

/** Where a network's parameters come from, before they are fitted or used as they are. */
public sealed interface Start {

    /** The weights that come with the module. */
    record Shipped() implements Start {}

    /**
     * The weights of a model file.
     *
     * @param file weights, or a forecaster of this kind
     */
    record FromFile(Path file) implements Start {}

    /**
     * Random ones, by the seed of the training: for comparisons.
     *
     * @param settings shape of the network
     */
    record Random(TimeTrackerSettings settings) implements Start {}

    /** {@return the weights that come with the module} */
    static Start shipped() {
        return new Shipped();
    }

    /** {@return the weights of a model file} */
    static Start file(Path file) {
        return new FromFile(file);
    }
}
