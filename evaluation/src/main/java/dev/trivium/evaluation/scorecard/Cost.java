package dev.trivium.evaluation.scorecard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a method costs; NaN where it was not measured.
 *
 * @param fitSeconds         seconds to fit it, the mean over its seeds
 * @param microsPerPrediction microseconds to forecast one window, predict one molecule or fill one row
 * @param megabytes          most resident memory of the whole process while the method was fitted and scored, in 10⁶ bytes
 */
public record Cost(double fitSeconds, double microsPerPrediction, double megabytes) {

    /** A cost that was not measured. */
    public static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN, Double.NaN);

    /** Checks the signs. */
    public Cost {
        if (fitSeconds < 0 || microsPerPrediction < 0 || megabytes < 0) {
            throw new IllegalArgumentException("cost must be at least 0, got fitSeconds=" + fitSeconds + ", microsPerPrediction="
                    + microsPerPrediction + ", megabytes=" + megabytes);
        }
    }

    /** {@return how much memory the methods took, in a line for the foot of a table; empty if that is not known of any} */
    public static String memory(List<Method> methods) {
        String each = methods.stream().filter(method -> !Double.isNaN(method.cost().megabytes()))
                .map(method -> method.name() + " " + Math.round(method.cost().megabytes())).collect(Collectors.joining(", "));
        return each.isEmpty() ? "" : "Most resident memory of the whole process meanwhile, MB: " + each;
    }
}
