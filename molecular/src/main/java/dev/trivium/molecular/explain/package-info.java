/**
 * Why a model says what it says of a molecule: weights of atoms and motifs, drawings, pages, and a test of whether the weights mean
 * anything ({@link dev.trivium.molecular.explain.DeletionTest}). Effects passed it on ESOL, FreeSolv and BBBP, shares and contributions on FreeSolv alone; see
 * {@code docs/decisions.md}.
 */
@NullMarked
package dev.trivium.molecular.explain;

import org.jspecify.annotations.NullMarked;
