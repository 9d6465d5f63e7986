package dev.trivium.nn.search;

import java.util.function.DoubleFunction;

/**
 * The line on which a number is drawn.
 *
 * @param low where it begins
 * @param high where it ends
 * @param log whether it holds logarithms
 * @param nearest the value that stands for a number
 */
record Scale(double low, double high, boolean log, DoubleFunction<Object> nearest) {

    Object value(double at) {
        return nearest.apply(log ? Math.exp(at) : at);
    }

    /** Where a value stands; one from outside, such as that of a default recipe, stands at the end. */
    double at(Object value) {
        double number = ((Number) value).doubleValue();
        double at = log ? Math.log(number) : number;
        return at >= low ? Math.min(at, high) : low; // also for the logarithm of what is not above 0
    }
}
