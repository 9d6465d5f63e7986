package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.mixture.MixtureOfExperts;
import dev.trivium.nn.mixture.MixtureOutput;
import dev.trivium.nn.mixture.MixtureSettings;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * What training has besides the network that predicts: prediction heads for f_atom, f_motif and f_graph of their own, shaped like the one
 * for f_out. Their parameters are under {@code auxiliary.} and are not part of a saved model.
 */
final class DeepSupervision {

    /** Names of parameters that serve training only start with this. */
    static final String AUXILIARY = "auxiliary";

    private final List<MixtureOfExperts> heads;

    DeepSupervision(MolGraphNetwork network, Architecture architecture, Parameters auxiliary) {
        MixtureSettings settings = MolGraphNetwork.mixture(architecture, network.tasks());
        heads = List.of(network.head(), new MixtureOfExperts(settings, auxiliary.child("atom")),
                new MixtureOfExperts(settings, auxiliary.child("motif")), new MixtureOfExperts(settings, auxiliary.child("graph")));
    }

    /** {@return f_out, f_atom, f_motif, f_graph, each (B, D)} */
    static List<Tensor> vectors(MoleculeEncoder.Vectors vectors) {
        return List.of(MolGraphNetwork.fuse(vectors), vectors.atom(), vectors.motif(), vectors.graph());
    }

    /** {@return predictions (4, B, T) from the four vectors, and the balance of all experts} */
    MixtureOutput forward(List<Tensor> vectors, Mode mode) {
        return MixtureOfExperts.forward(heads, vectors, mode);
    }
}
