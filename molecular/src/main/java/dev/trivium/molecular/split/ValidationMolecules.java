package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;

/**
 * Molecules by which epochs and settings are chosen.
 *
 * @param set the molecules with their labels
 */
public record ValidationMolecules(MoleculeSet set) {}
