package dev.trivium.nn.contrastive;

import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * A contrastive loss for numbers: the nearer two labels, the more a pair counts; the farther, the more it is pushed apart.
 *
 * <pre>
 * Δ_ij = |y_i − y_j|,  s_ij = z_i · z_j / τ
 * P_i  = {j ≠ i: Δ_ij ≤ Θ},  w_ij = (Θ − Δ_ij) / Θ,  d_ij = exp((Δ_ij − Θ) / (R − Θ))
 * S    = −mean over i with a positive of (1 / |P_i|) Σ_{j∈P_i} w_ij (s_ij − log Σ_{a≠i} d_ia e^{s_ia})
 * </pre>
 *
 * <p>Θ and R are those of the labels of the whole training, see {@link LabelDistances}. Samples whose label is not known take no part in
 * the task; a task in which no sample of the batch has a positive is skipped.
 *
 * @param temperature τ, above 0
 * @param tasks Θ and R of each task, in the order of the labels' columns
 */
public record WeightedContrast(double temperature, List<LabelDistances> tasks) implements ContrastiveLoss {

    /** Checks the temperature and copies the list. */
    public WeightedContrast {
        ContrastScript.checkTemperature(temperature);
        tasks = List.copyOf(tasks);
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("tasks must name at least one task, got none");
        }
    }

    /** With the usual temperature. */
    public WeightedContrast(List<LabelDistances> tasks) {
        this(TEMPERATURE, tasks);
    }

    @Override
    public Tensor of(List<Tensor> z, Tensor labels, Tensor mask) {
        return ContrastScript.distances(z, labels, mask, temperature, tasks);
    }
}
