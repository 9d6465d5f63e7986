package dev.trivium.nn.search;

import java.util.Map;
import java.util.SplittableRandom;

/** A hyper-parameter and the values it may take: {@link Whole}, {@link Real} or {@link Choice}. */
public sealed interface Parameter permits Whole, Real, Choice {

    /** {@return its name, such as {@code rate}} */
    String name();

    /** {@return a value drawn evenly, on the logarithmic scale where it has one: a Long, a Double or a String} */
    Object draw(SplittableRandom random);

    /** {@return whether a value is one of those it may take} */
    boolean holds(Object value);

    /** {@return its values in a few words, such as {@code 1e-4 to 1e-2, log}} */
    String text();

    /** {@return its values as JSON-like entries} */
    Map<String, Object> describe();

    /** {@return how many values it may take; {@link Long#MAX_VALUE} for a real one} */
    long size();

    /** Refuses names that could not stand in {@code NAME=VALUE}. */
    static String checkedName(String name) {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name of a parameter must be small letters, digits and hyphens, got " + name);
        }
        return name;
    }
}
