/**
 * Whether a model can be trusted with a molecule: the most similar molecules it was fitted on, with their labels, and whether the molecule
 * lies among them.
 *
 * <p>A molecule lies inside the training range if both hold:
 * <ul>
 * <li>each {@link dev.trivium.molecular.featurize.Descriptor} lies between the least and the greatest of the training molecules;</li>
 * <li>its similarity to the nearest training molecule is at least that which 95 % of the training molecules reach among the others.
 *     Similarity is Tanimoto's of {@link dev.trivium.molecular.featurize.Fingerprint}.</li>
 * </ul>
 * Inside does not mean that the prediction is right; outside, the errors measured on a test set say little.
 */
@NullMarked
package dev.trivium.molecular.applicability;

import org.jspecify.annotations.NullMarked;
