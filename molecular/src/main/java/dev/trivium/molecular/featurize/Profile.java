package dev.trivium.molecular.featurize;

/**
 * What is known of a molecule without a model: by which simple methods predict, and molecules are compared.
 *
 * @param fingerprint which surroundings it has
 * @param descriptors figures about the whole
 */
public record Profile(Fingerprint fingerprint, Descriptors descriptors) {

    /** {@return the profile of a molecule} */
    public static Profile of(Molecule molecule) {
        return new Profile(Fingerprint.of(molecule), Descriptors.of(molecule));
    }
}
