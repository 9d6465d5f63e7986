/**
 * Chemistry: from a SMILES string to the numbers a model reads. The only package that knows CDK; none of its public types shows it.
 *
 * <p>{@link dev.trivium.molecular.featurize.Molecule#parse} answers every string, with a molecule or with the reason why there is none;
 * {@link dev.trivium.molecular.featurize.Featurizer} turns a molecule into a {@link dev.trivium.molecular.featurize.MoleculeGraph}:
 * categorical features of atoms, bonds and motifs (Sun et al. 2025, MolGraph-xLSTM, as their code computes them with RDKit). Parsing and
 * Kekulé structures come from CDK; the rules where RDKit and CDK differ are classes of their own here, one each, and agree with RDKit
 * 2022.09.
 */
@NullMarked
package dev.trivium.molecular.featurize;

import org.jspecify.annotations.NullMarked;
