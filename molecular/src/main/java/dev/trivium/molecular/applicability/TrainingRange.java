package dev.trivium.molecular.applicability;

import dev.trivium.molecular.featurize.Descriptor;
import dev.trivium.molecular.featurize.Descriptors;
import dev.trivium.molecular.featurize.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the training molecules span.
 *
 * @param least of each descriptor
 * @param greatest of each descriptor
 * @param similarity to the nearest other one that 95 % of the training molecules reach
 */
record TrainingRange(double[] least, double[] greatest, double similarity) {

    private static final double SHARE = 0.05;
    private static final int MOST_PROBED = 2000;

    /** Ranges over all molecules; the similarity over at most 2,000 of them, evenly spaced, each among all. */
    static TrainingRange of(List<Profile> profiles, NearestSearch search) {
        double[] least = new double[Descriptor.values().length];
        double[] greatest = new double[least.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        for (Profile profile : profiles) {
            for (Descriptor descriptor : Descriptor.values()) {
                double value = profile.descriptors().value(descriptor);
                if (!Double.isNaN(value)) {
                    least[descriptor.ordinal()] = Math.min(least[descriptor.ordinal()], value);
                    greatest[descriptor.ordinal()] = Math.max(greatest[descriptor.ordinal()], value);
                }
            }
        }
        for (int i = 0; i < least.length; i++) {
            if (least[i] > greatest[i]) { // known of no molecule: nothing lies inside
                least[i] = Double.MAX_VALUE;
                greatest[i] = -Double.MAX_VALUE;
            }
        }
        return new TrainingRange(least, greatest, similarity(profiles, search));
    }

    private static double similarity(List<Profile> profiles, NearestSearch search) {
        if (profiles.size() == 1) {
            return 0;
        }
        double[] nearest = new double[Math.min(profiles.size(), MOST_PROBED)];
        for (int i = 0; i < nearest.length; i++) {
            int member = (int) ((long) i * profiles.size() / nearest.length);
            nearest[i] = search.nearest(profiles.get(member).fingerprint(), 1, member).similarity(0);
        }
        Arrays.sort(nearest);
        return nearest[(int) (SHARE * nearest.length)];
    }

    /** {@return in which respects a molecule lies outside} */
    List<String> outside(Descriptors descriptors, double nearest) {
        List<String> outside = new ArrayList<>();
        if (nearest < similarity) {
            outside.add(String.format(Locale.ROOT, "similarity to the nearest training molecule is %.2f; 95 %% of these reach %.2f among themselves",
                    nearest, similarity));
        }
        for (Descriptor descriptor : Descriptor.values()) {
            double value = descriptors.value(descriptor);
            double from = least[descriptor.ordinal()];
            double to = greatest[descriptor.ordinal()];
            if (!(value >= from && value <= to)) { // NaN too
                outside.add(from > to || Double.isNaN(value) ? descriptor.label() + " cannot be compared" : sentence(descriptor, value, from, to));
            }
        }
        return outside;
    }

    private static String sentence(Descriptor descriptor, double value, double from, double to) {
        String unit = descriptor.unit().isEmpty() ? "" : " " + descriptor.unit();
        return descriptor.label() + " is " + text(value) + unit + ", training molecules have " + text(from) + " to " + text(to) + unit;
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
