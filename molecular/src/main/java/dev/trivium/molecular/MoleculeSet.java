package dev.trivium.molecular;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Molecules as they were written, with labels: row i is a SMILES string and one label per task, NaN where it is missing. Immutable. Whether
 * a string is a molecule at all is for the featuriser to say.
 */
public final class MoleculeSet {

    private final List<String> smiles;
    private final List<String> tasks;
    private final double[] labels;

    private MoleculeSet(List<String> smiles, List<String> tasks, double[] labels) {
        this.smiles = smiles;
        this.tasks = tasks;
        this.labels = labels;
    }

    /**
     * {@return a set with labels}
     *
     * @param smiles one string per molecule
     * @param tasks  names of the labels, all different
     * @param labels (molecules, tasks) row-major; NaN for a missing one
     * @throws IllegalArgumentException if the sizes do not fit, a task is named twice or a label is infinite
     */
    public static MoleculeSet of(List<String> smiles, List<String> tasks, double[] labels) {
        if (labels.length != smiles.size() * tasks.size()) {
            throw new IllegalArgumentException("labels must hold " + smiles.size() + " molecules times " + tasks.size()
                    + " tasks, got " + labels.length + " numbers");
        }
        if (new HashSet<>(tasks).size() != tasks.size()) {
            throw new IllegalArgumentException("tasks must have different names, got " + tasks);
        }
        for (int i = 0; i < labels.length; i++) {
            if (Double.isInfinite(labels[i])) {
                throw new IllegalArgumentException("labels must be finite or missing, got " + labels[i] + " for "
                        + tasks.get(i % tasks.size()) + " of molecule " + i / tasks.size());
            }
        }
        return new MoleculeSet(List.copyOf(smiles), List.copyOf(tasks), labels.clone());
    }

    /** {@return a set without labels} */
    public static MoleculeSet unlabelled(List<String> smiles) {
        return new MoleculeSet(List.copyOf(smiles), List.of(), new double[0]);
    }

    /** {@return the number of molecules} */
    public int size() {
        return smiles.size();
    }

    /** {@return the strings, in row order} */
    public List<String> smiles() {
        return smiles;
    }

    /** {@return the names of the labels} */
    public List<String> tasks() {
        return tasks;
    }

    /** {@return the label of a molecule for a task, both counted from 0; NaN if it is missing} */
    public double label(int molecule, int task) {
        return labels[molecule * tasks.size() + task];
    }

    /** {@return (molecules, tasks) row-major; NaN for a missing label} */
    public double[] labels() {
        return labels.clone();
    }

    /** {@return the rows with these numbers, in this order} */
    public MoleculeSet select(int... rows) {
        double[] chosen = new double[rows.length * tasks.size()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(labels, rows[i] * tasks.size(), chosen, i * tasks.size(), tasks.size());
        }
        return new MoleculeSet(Arrays.stream(rows).mapToObj(smiles::get).toList(), tasks, chosen);
    }

    /** {@return the SHA-256 of tasks, strings and labels in their order, as 64 hexadecimal digits} */
    public String sha256() {
        return MoleculeHash.of(this);
    }

    @Override
    public String toString() {
        return smiles.size() + " molecules, tasks " + tasks;
    }
}
