package dev.trivium.nn.search;

import java.util.SplittableRandom;

/** How likely the values of a parameter are. */
interface Density {

    Object draw(SplittableRandom random);

    /** {@return the logarithm of the density at a value} */
    double log(Object value);
}
