package dev.trivium.molecular.split;

import java.util.Locale;

/**
 * How large the parts of a split are to be, as shares of the molecules. Groups that stay together can make them a little larger or smaller.
 *
 * @param training   share to learn from, above 0
 * @param validation share to choose by, 0 or more
 * @param test       share to be scored, 0 or more
 */
public record Shares(double training, double validation, double test) {

    /** Checks that the shares add up to 1. */
    public Shares {
        if (!(training > 0 && validation >= 0 && test >= 0 && Math.abs(training + validation + test - 1) < 1e-9)) {
            throw new IllegalArgumentException("shares must be at least 0, that of training above 0, and add up to 1, got " + training + ", "
                    + validation + ", " + test);
        }
    }

    /** {@return 80 % for training, 10 % for validation, 10 % for testing, as in MoleculeNet} */
    public static Shares standard() {
        return new Shares(0.8, 0.1, 0.1);
    }

    /** {@return the shares in percent, such as {@code 80/10/10 %}} */
    @Override
    public String toString() {
        return percent(training) + "/" + percent(validation) + "/" + percent(test) + " %";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f", 100 * share).replaceFirst("\\.?0+$", "");
    }
}
