package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.MoleculeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Molecules the network can read, with their labels. A row that is no molecule, or has no label at all, teaches nothing and is left out.
 *
 * @param molecules what the network reads
 * @param labels (molecules, tasks) row-major, NaN for a missing one
 * @param refused rows that are no molecule
 * @param unlabelled rows without a label
 */
record LabelledMolecules(List<MoleculeTokens> molecules, double[] labels, int refused, int unlabelled) {

    static LabelledMolecules of(MoleculeSet set, Reading reading) {
        int tasks = set.tasks().size();
        List<Reading.Row> rows = reading.readAll(set.smiles());
        List<MoleculeTokens> molecules = new ArrayList<>();
        double[] labels = new double[set.size() * tasks];
        int refused = 0;
        int unlabelled = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i) instanceof Reading.Refused) {
                refused++;
            } else if (!labelled(set, i)) {
                unlabelled++;
            } else {
                for (int t = 0; t < tasks; t++) {
                    labels[molecules.size() * tasks + t] = set.label(i, t);
                }
                molecules.add(((Reading.Tokens) rows.get(i)).tokens());
            }
        }
        return new LabelledMolecules(List.copyOf(molecules), Arrays.copyOf(labels, molecules.size() * tasks), refused, unlabelled);
    }

    private static boolean labelled(MoleculeSet set, int row) {
        for (int t = 0; t < set.tasks().size(); t++) {
            if (!Double.isNaN(set.label(row, t))) {
                return true;
            }
        }
        return false;
    }

    /** {@return the same molecules with other labels} */
    LabelledMolecules withLabels(double[] other) {
        return new LabelledMolecules(molecules, other, refused, unlabelled);
    }

    /** {@return the labels of the molecules with these numbers, (numbers, tasks)} */
    static double[] rows(double[] labels, int tasks, int[] numbers) {
        double[] chosen = new double[numbers.length * tasks];
        for (int i = 0; i < numbers.length; i++) {
            System.arraycopy(labels, numbers[i] * tasks, chosen, i * tasks, tasks);
        }
        return chosen;
    }
}
