package dev.trivium.molecular.baseline;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.nn.trees.TreeRows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a set that are molecules. For one thread. */
final class LabelledRows {

    private final MoleculeSet all;
    private final int[] rows;
    private final List<Molecule> molecules;
    private final MoleculeSet set;
    private final Map<MoleculeInputs, TreeRows> inputs = new EnumMap<>(MoleculeInputs.class);
    private @Nullable List<Profile> profiles;

    private LabelledRows(MoleculeSet all, int[] rows, List<Molecule> molecules) {
        this.all = all;
        this.rows = rows;
        this.molecules = molecules;
        set = all.select(rows);
    }

    static LabelledRows of(MoleculeSet all) {
        List<Molecule> molecules = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (Molecule.parse(all.smiles().get(i), ParseSettings.standard()) instanceof Parsed.Ok ok) {
                molecules.add(ok.molecule());
                rows.add(i);
            }
        }
        return new LabelledRows(all, rows.stream().mapToInt(Integer::intValue).toArray(), molecules);
    }

    /** {@return those rows with their labels} */
    MoleculeSet set() {
        return set;
    }

    /** {@return how many rows are no molecules} */
    int refused() {
        return all.size() - rows.length;
    }

    double label(int row, int task) {
        return set.label(row, task);
    }

    /** {@return the rows that have a label of the task} */
    int[] labelled(int task) {
        return IntStream.range(0, set.size()).filter(row -> !Double.isNaN(set.label(row, task))).toArray();
    }

    TreeRows inputs(MoleculeInputs seen) {
        return inputs.computeIfAbsent(seen, some -> TreeInputs.rows(profiles(), some));
    }

    TrainingSpace space() {
        return TrainingSpace.of(all, rows, profiles());
    }

    private List<Profile> profiles() {
        if (profiles == null) {
            profiles = molecules.stream().map(Profile::of).toList();
        }
        return profiles;
    }
}
