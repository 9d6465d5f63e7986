package dev.trivium.nn.parameter;

import java.util.Random;

/** How a parameter starts: fills its values in row-major order from a random stream. */
@FunctionalInterface
public interface Initial {

    /**
     * Fills the values.
     *
     * @param values the parameter's elements, to be overwritten
     * @param random the store's stream; every draw advances it
     */
    void fill(double[] values, Random random);

    /** {@return all zeros} */
    static Initial zeros() {
        return constant(0);
    }

    /** {@return all ones} */
    static Initial ones() {
        return constant(1);
    }

    /** {@return one value everywhere} */
    static Initial constant(double value) {
        return (values, random) -> java.util.Arrays.fill(values, value);
    }

    /** {@return uniform on [-bound, bound)} */
    static Initial uniform(double bound) {
        return (values, random) -> java.util.Arrays.setAll(values, i -> (2 * random.nextDouble() - 1) * bound);
    }

    /** {@return uniform on ±1/√fanIn: PyTorch's default for weights and biases of linear and convolutional layers} */
    static Initial fanIn(long fanIn) {
        return uniform(1 / Math.sqrt(fanIn));
    }

    /** {@return normal with mean 0} */
    static Initial normal(double deviation) {
        return (values, random) -> java.util.Arrays.setAll(values, i -> random.nextGaussian() * deviation);
    }
}
