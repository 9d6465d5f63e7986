package dev.trivium.molecular.baseline;

/** What a forest sees of a molecule. */
public enum MoleculeInputs {
    /** The bits of its fingerprint. */
    FINGERPRINT,
    /** These, and its descriptors. */
    FINGERPRINT_AND_DESCRIPTORS
}
