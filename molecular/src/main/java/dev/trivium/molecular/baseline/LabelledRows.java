package dev.trivium.molecular.baseline;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a set that are molecules.
 *
 * @param molecules one per such row
 * @param set those rows with their labels
 * @param refused how many rows are none
 */
record LabelledRows(List<Molecule> molecules, MoleculeSet set, int refused) {

    static LabelledRows of(MoleculeSet all) {
        List<Molecule> molecules = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Molecule.parse(all.smiles().get(i), ParseSettings.standard()) instanceof Parsed.Ok ok) {
                molecules.add(ok.molecule());
                rows.add(i);
            }
        }
        MoleculeSet set = all.select(rows.stream().mapToInt(Integer::intValue).toArray());
        return new LabelledRows(List.copyOf(molecules), set, all.size() - molecules.size());
    }

    double label(int row, int task) {
        return set.label(row, task);
    }

    /** {@return the rows that have a label of the task} */
    int[] labelled(int task) {
        return IntStream.range(0, set.size()).filter(row -> !Double.isNaN(set.label(row, task))).toArray();
    }
}
