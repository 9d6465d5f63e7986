package dev.trivium.molecular.applicability;

/**
 * A training molecule near to another molecule.
 *
 * @param row of the training data, counted from 0
 * @param smiles as it was written there
 * @param similarity 0 to 1
 * @param labels one per task, NaN for a missing one
 */
public record Neighbour(int row, String smiles, double similarity, double[] labels) {

    /** Copies the labels. */
    public Neighbour {
        labels = labels.clone();
    }

    @Override
    public double[] labels() {
        return labels.clone();
    }
}
