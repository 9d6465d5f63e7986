package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.mixture.MixtureOutput;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/** What training minimises: errors of the four prediction heads, balance of their experts, and contrast of the four vectors. */
final class MolGraphLoss {

    private final MolGraphNetwork network;
    private final DeepSupervision supervision;
    private final TaskError error;
    private final Optional<VectorContrast> contrast;

    private MolGraphLoss(MolGraphNetwork network, DeepSupervision supervision, TaskError error, Optional<VectorContrast> contrast) {
        this.network = network;
        this.supervision = supervision;
        this.error = error;
        this.contrast = contrast;
    }

    /** Adds what only training needs to the network's parameters; labels are those to learn from, scaled, (molecules, tasks). */
    static MolGraphLoss of(MolGraphXlstmSpec spec, MolGraphNetwork network, double[] labels) {
        Parameters auxiliary = network.parameters().child(DeepSupervision.AUXILIARY);
        DeepSupervision supervision = new DeepSupervision(network, spec.architecture(), auxiliary.child("head"));
        TaskError error = TaskError.of(spec.kind(), spec.objective().classWeights(), network.tasks(), labels);
        return new MolGraphLoss(network, supervision, error,
                VectorContrast.of(spec, network.tasks(), labels, auxiliary.child("projection")));
    }

    /** {@return the loss of a batch, for labels (B, T), scaled, NaN for a missing one} */
    Tensor of(Scope scope, MoleculeBatch batch, double[] labels, Mode mode) {
        List<Tensor> vectors = DeepSupervision.vectors(network.encoder().forward(scope, batch, mode));
        MixtureOutput predicted = supervision.forward(vectors, mode);
        Tensor targets = scope.tensor(labels, batch.size(), network.tasks());
        Tensor loss = error.of(scope, predicted.predictions(), targets).add(predicted.balance());
        return contrast.isEmpty() ? loss : loss.add(contrast.get().of(scope, vectors, network.tasks(), labels));
    }
}
