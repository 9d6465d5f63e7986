package dev.trivium.molecular.baseline;

import dev.trivium.molecular.featurize.Descriptor;
import dev.trivium.molecular.featurize.Descriptors;
import dev.trivium.molecular.featurize.Fingerprint;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.nn.trees.TreeRows;
import java.util.List;

/** What trees see of a molecule: its descriptors, 0 for one that could not be computed, and then the bits of its fingerprint. */
final class TreeInputs {

    static final int NUMBERS = Descriptor.values().length;
    static final int COUNT = NUMBERS + Fingerprint.BITS;

    private TreeInputs() {}

    static TreeRows rows(List<Profile> profiles) {
        float[] values = new float[profiles.size() * NUMBERS];
        int[][] ones = new int[profiles.size()][];
        for (int i = 0; i < ones.length; i++) {
            writeNumbers(profiles.get(i).descriptors(), values, i * NUMBERS);
            ones[i] = profiles.get(i).fingerprint().ones();
        }
        return TreeRows.of(NUMBERS, Fingerprint.BITS, values, ones);
    }

    /** {@return the inputs for one molecule} */
    static float[] row(Profile profile) {
        float[] row = new float[COUNT];
        writeNumbers(profile.descriptors(), row, 0);
        for (int one : profile.fingerprint().ones()) {
            row[NUMBERS + one] = 1;
        }
        return row;
    }

    private static void writeNumbers(Descriptors descriptors, float[] target, int offset) {
        double[] values = descriptors.values();
        for (int i = 0; i < NUMBERS; i++) {
            target[offset + i] = Double.isNaN(values[i]) ? 0 : (float) values[i];
        }
    }

    /** {@return a note for each descriptor that could not be computed} */
    static List<String> notes(Profile profile) {
        return profile.descriptors().missing().stream().map(missing -> missing.label() + " could not be computed and counts as 0").toList();
    }
}
