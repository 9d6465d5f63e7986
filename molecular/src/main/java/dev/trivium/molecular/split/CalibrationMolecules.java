package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;

/**
 * Molecules from whose errors the width of intervals is learnt. They train nothing, choose nothing and are not scored.
 *
 * @param set the molecules with their labels
 */
public record CalibrationMolecules(MoleculeSet set) {}
