package dev.trivium.reproduce.intervals;

import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Origin;
import java.io.IOException;
import java.util.List;

/** A data set with what is asked of it. */
interface Case {

    /** {@return its name in files and options, such as {@code etth1-24}} */
    String title();

    /** {@return what is done, in a sentence or two for the reader of the table} */
    String words();

    /** {@return its methods, in the order of the table} */
    List<String> methods();

    /** {@return the method that the study asks about} */
    String asked();

    /** {@return the variant of intervals that users get where they do not choose, named before any test row was scored} */
    String recommended();

    /** {@return whether another seed gives another fit of a method} */
    boolean isRandom(String method);

    /**
     * Fits a method and counts.
     *
     * @param method one of {@link #methods}
     * @param training its seed, device and monitor, and the most epochs if they are capped
     * @param sources where the data come from
     * @param origin for the lines
     * @return lines with {@link Line#ALL} and the groups of every variant and share, in the order of the table
     */
    List<Line> run(String method, Training training, Sources sources, Origin origin) throws IOException;
}
