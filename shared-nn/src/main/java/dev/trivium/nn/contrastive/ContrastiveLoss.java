package dev.trivium.nn.contrastive;

import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/** A loss that compares the vectors of a batch's samples, given their labels in one or more tasks. */
public sealed interface ContrastiveLoss permits SupervisedContrast, WeightedContrast {

    /** The usual temperature τ. */
    double TEMPERATURE = 0.07;

    /**
     * Computes the loss: for each of the V vectors, the mean over the tasks that can say something; added up over the vectors.
     *
     * @param z V different vectors of each sample, each normalised and (B, D)
     * @param labels (B, T)
     * @param mask (B, T), not zero where a label is known, in bytes or floats; what stands in place of the others does not matter
     * @return a single number; 0 if no task can say anything
     */
    Tensor of(List<Tensor> z, Tensor labels, Tensor mask);
}
