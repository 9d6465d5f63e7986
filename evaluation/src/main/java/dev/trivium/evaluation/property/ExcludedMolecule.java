package dev.trivium.evaluation.property;

/**
 * A test molecule that is not scored.
 *
 * @param number which of the test molecules, counted from 1
 * @param smiles as it was written
 * @param reason why there is no prediction, with the method that gave none
 */
public record ExcludedMolecule(int number, String smiles, String reason) {

    /** Checks the number. */
    public ExcludedMolecule {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, got " + number);
        }
    }
}
