/**
 * Supervised contrastive losses: vectors of samples with alike labels are drawn together, those of others pushed apart.
 *
 * <p>A {@link dev.trivium.nn.contrastive.Projection} maps vectors to normalised ones, which a
 * {@link dev.trivium.nn.contrastive.ContrastiveLoss} compares: {@link dev.trivium.nn.contrastive.SupervisedContrast} for classes (Khosla et
 * al. 2020), {@link dev.trivium.nn.contrastive.WeightedContrast} for numbers.
 *
 * <p>Axes in comments: B samples, D width, T tasks, V vectors of one sample.
 */
@NullMarked
package dev.trivium.nn.contrastive;

import org.jspecify.annotations.NullMarked;
