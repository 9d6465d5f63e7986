package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;

/**
 * Molecules that are scored, and seen by nothing before.
 *
 * @param set the molecules with their labels
 */
public record TestMolecules(MoleculeSet set) {}
