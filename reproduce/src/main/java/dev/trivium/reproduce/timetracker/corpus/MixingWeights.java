package dev.trivium.reproduce.timetracker.corpus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What share of the draws comes from where. Parts sum to one; no open set has more than a tenth (ours).
 *
 * @param synthetic   drawn series
 * @param electricity windows of the electricity sample
 * @param beijing     windows of the twelve stations in Beijing
 * @param italy       windows of the sensors in Italy
 */
public record MixingWeights(double synthetic, double electricity, double beijing, double italy) {

    private static final double SYNTHETIC = 0.76;
    private static final double ELECTRICITY = 0.09;
    private static final double BEIJING = 0.10;
    private static final double ITALY = 0.05;

    /** Checks the sum. */
    public MixingWeights {
        double least = Math.min(Math.min(synthetic, electricity), Math.min(beijing, italy));
        if (!(least >= 0) || Math.abs(synthetic + electricity + beijing + italy - 1) > 1e-9) {
            throw new IllegalArgumentException("weights must be at least 0 and sum to 1, got " + synthetic + ", " + electricity + ", "
                    + beijing + ", " + italy);
        }
    }

    /** {@return the shipped weights' mix} */
    public static MixingWeights standard() {
        return new MixingWeights(SYNTHETIC, ELECTRICITY, BEIJING, ITALY);
    }

    /** {@return drawn series alone} */
    public static MixingWeights syntheticOnly() {
        return new MixingWeights(1, 0, 0, 0);
    }

    double[] openSets() {
        return new double[] {electricity, beijing, italy};
    }

    Map<String, Object> describe() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("synthetic", synthetic);
        about.put(OpenSets.ELECTRICITY, electricity);
        about.put(OpenSets.BEIJING, beijing);
        about.put(OpenSets.ITALY, italy);
        return about;
    }
}
