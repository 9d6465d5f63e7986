package dev.trivium.molecular.baseline;

import dev.trivium.molecular.featurize.Descriptor;
import dev.trivium.molecular.featurize.Descriptors;
import dev.trivium.molecular.featurize.Fingerprint;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.nn.trees.TreeRows;
import java.util.List;

/**
 * What trees see of a molecule: its descriptors, 0 for one that could not be computed, and then the bits of its fingerprint. Where only
 * the fingerprint is to be seen all descriptors are 0, so that no tree can ask for them.
 */
final class TreeInputs {

    static final int NUMBERS = Descriptor.values().length;
    static final int COUNT = NUMBERS + Fingerprint.BITS;

    private TreeInputs() {}

    static TreeRows rows(List<Profile> profiles, MoleculeInputs inputs) {
        float[] values = new float[profiles.size() * NUMBERS];
        int[][] ones = new int[profiles.size()][];
        for (int i = 0; i < ones.length; i++) {
            if (inputs == MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS) {
                writeNumbers(profiles.get(i).descriptors(), values, i * NUMBERS);
            }
            ones[i] = profiles.get(i).fingerprint().ones();
        }
        return TreeRows.of(NUMBERS, Fingerprint.BITS, values, ones);
    }

    /**
     * {@return the inputs for one molecule}
     *
     * @param notes receives a note for each descriptor that could not be computed
     */
    static float[] row(Molecule molecule, MoleculeInputs inputs, List<String> notes) {
        float[] row = new float[COUNT];
        if (inputs == MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS) {
            Descriptors descriptors = Descriptors.of(molecule);
            writeNumbers(descriptors, row, 0);
            descriptors.missing().forEach(missing -> notes.add(missing.label() + " could not be computed and counts as 0"));
        }
        for (int one : Fingerprint.of(molecule).ones()) {
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
}
