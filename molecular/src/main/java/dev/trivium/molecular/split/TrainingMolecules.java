package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;

/**
 * Molecules to learn from.
 *
 * @param set the molecules with their labels
 */
public record TrainingMolecules(MoleculeSet set) {}
