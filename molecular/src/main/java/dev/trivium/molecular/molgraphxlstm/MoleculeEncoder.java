package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.AtomFeatures;
import dev.trivium.molecular.featurize.BondFeatures;
import dev.trivium.molecular.featurize.MotifFeatures;
import dev.trivium.nn.graph.GraphNetwork;
import dev.trivium.nn.graph.GraphNetworkSettings;
import dev.trivium.nn.graph.Graphs;
import dev.trivium.nn.layer.CategoricalEmbedding;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Segments;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.xlstm.XlstmSettings;
import dev.trivium.nn.xlstm.XlstmStack;
import java.util.List;

/**
 * From molecules to the vectors from which properties are predicted.
 *
 * <pre>
 * H       = jumping-knowledge graph network over atoms and bonds        (atoms, D)
 * f_atom  = max over a molecule's atoms of xLSTM_a(H)                   (B, D)
 * f_motif = max over its motifs of xLSTM_m(motif embeddings)            (B, D)
 * f_graph = readout of H                                                (B, D), see Readout
 * </pre>
 *
 * <p>Atoms are read in the order of the SMILES string, motifs in the featuriser's; f_graph depends on neither order.
 */
final class MoleculeEncoder {

    private static final double DROPOUT = 0.2; // of virtual nodes: the only one in the network

    private final CategoricalEmbedding atoms;
    private final CategoricalEmbedding bonds;
    private final CategoricalEmbedding motifs;
    private final GraphNetwork graph;
    private final XlstmStack atomSequence;
    private final XlstmStack motifSequence;
    private final Readout readout;

    /** The vectors of a batch, each (B, D). */
    record Vectors(Tensor atom, Tensor motif, Tensor graph) {}

    /** What the vectors of a batch are made of: H, atoms (n, D) and motifs (m, D) after their xLSTM, and where they begin; and f_graph. */
    record Tokens(Tensor nodes, Tensor atoms, Tensor motifs, Graphs graphs, Segments ofMotifs, Tensor graph) {
        Vectors vectors() {
            return new Vectors(graphs.nodes().max(atoms), ofMotifs.max(motifs), graph);
        }
    }

    MoleculeEncoder(TaskKind kind, Architecture architecture, Parameters parameters) {
        int width = architecture.width();
        atoms = new CategoricalEmbedding(sizes(AtomFeatures.SIZES), width, parameters.child("atom"));
        bonds = new CategoricalEmbedding(sizes(BondFeatures.SIZES), width, parameters.child("bond"));
        motifs = new CategoricalEmbedding(sizes(MotifFeatures.SIZES), width, parameters.child("motif"));
        graph = new GraphNetwork(new GraphNetworkSettings(architecture.power(), architecture.power(), architecture.channels(), DROPOUT),
                parameters.child("graph"));
        XlstmSettings stack = XlstmSettings.pair(width,
                kind == TaskKind.CLASSIFICATION ? XlstmSettings.Activation.RELU : XlstmSettings.Activation.GELU);
        atomSequence = new XlstmStack(stack, parameters.child("atom.xlstm"));
        motifSequence = new XlstmStack(stack, parameters.child("motif.xlstm"));
        readout = Readout.of(kind, width, parameters.child("readout"));
    }

    private static int[] sizes(List<Integer> sizes) {
        return sizes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** {@return f_atom, f_motif and f_graph} */
    Vectors forward(Scope scope, MoleculeBatch batch, Mode mode) {
        return tokens(scope, batch, mode).vectors();
    }

    Tokens tokens(Scope scope, MoleculeBatch batch, Mode mode) {
        Graphs graphs = new Graphs(scope, batch.atoms(), batch.sources(), batch.targets(), batch.bondKinds());
        Tensor nodes = graph.forward(atoms.forward(scope, batch.atomFeatures()), bonds.table(), graphs, mode);  // (atoms, D)
        Tensor atomTokens = atomSequence.forward(nodes, batch.atoms());                                         // (atoms, D)
        Tensor motifTokens = motifSequence.forward(motifs.forward(scope, batch.motifFeatures()), batch.motifs()); // (motifs, D)
        return new Tokens(nodes, atomTokens, motifTokens, graphs, new Segments(scope, batch.motifs()), readout.forward(nodes, graphs));
    }

    /** {@return f_graph of H} */
    Tensor readout(Tensor nodes, Graphs graphs) {
        return readout.forward(nodes, graphs);
    }
}
