/**
 * Published sets of molecules by name: those of MoleculeNet, and ten of them in the three splits that the authors of MolGraph-xLSTM
 * published. Files come through the cache of {@code dev.trivium.data.catalog}:
 *
 * <pre>
 * MoleculeSets tox21 = MoleculeSets.get("Tox21");
 * MoleculeSet molecules = tox21.read(DatasetCache.standard(), Progress.none());
 * MoleculeSplit first = MoleculeSets.get("bbbp_splits").split(1, DatasetCache.standard(), Progress.none());
 * </pre>
 */
@NullMarked
package dev.trivium.molecular.catalog;

import org.jspecify.annotations.NullMarked;
