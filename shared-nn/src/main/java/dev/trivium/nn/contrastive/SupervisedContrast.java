package dev.trivium.nn.contrastive;

import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * The supervised contrastive loss for classes (Khosla et al. 2020, eq. 2), with the vectors themselves as second view.
 *
 * <pre>
 * S = −mean_i (1 / |P_i|) Σ_{j∈P_i} (s_ij − log Σ_{a≠(i,i)} e^{s_ia})            s_ij = z_i · z_j / τ
 * </pre>
 *
 * <p>Candidates are 2B vectors, every z twice. Of a sample only its first copy is left out; its second is a candidate and one of its
 * positives P_i, with all others of its class. Samples whose label is not known take no part in the task.
 *
 * <p>Labels are 0 and 1 (or other numbers, one for each class). A task without any label other than 0 in the batch is skipped, as in the
 * published code.
 *
 * @param temperature τ, above 0
 */
public record SupervisedContrast(double temperature) implements ContrastiveLoss {

    /** Checks the temperature. */
    public SupervisedContrast {
        ContrastScript.checkTemperature(temperature);
    }

    /** With the usual temperature. */
    public SupervisedContrast() {
        this(TEMPERATURE);
    }

    @Override
    public Tensor of(List<Tensor> z, Tensor labels, Tensor mask) {
        return ContrastScript.classes(z, labels, mask, temperature);
    }
}
