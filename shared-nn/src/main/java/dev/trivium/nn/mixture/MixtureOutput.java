package dev.trivium.nn.mixture;

import dev.trivium.nn.tensor.Tensor;

/**
 * What mixtures of experts predict, and how evenly they used their experts.
 *
 * @param predictions (B, T) of one mixture, (M, B, T) of several
 * @param balance the balance loss, a single number to be added to a training's loss; the sum over several mixtures
 */
public record MixtureOutput(Tensor predictions, Tensor balance) {}
