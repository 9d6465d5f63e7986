package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import java.util.List;

/**
 * What a prediction rests on, atom by atom and motif by motif. Motifs are those of {@link MoleculeGraph#motifAtoms}, in that order, which
 * is the order in which the network reads them.
 *
 * <p>The network keeps, in each of its D channels, the largest value among a molecule's atoms (f_atom) and among its motifs (f_motif). The
 * share of a token is the part of the D channels whose largest value is its own; shares of all atoms sum to 1, and so do those of all
 * motifs. The contribution of a token to a task is {@code Σ_c g_c f_c} over the channels c that it won, where g is the gradient of the
 * task's output (the logit, or the standardised value) by f: positive ones raise the prediction. For an ensemble both are means.
 *
 * <p>The paper does not define its weights; these two are the ones its network allows for.
 */
public final class TokenWeights {

    private final Molecule molecule;
    private final MoleculeGraph graph;
    private final double[] atomShares;
    private final double[] motifShares;
    private final double[][] atomContributions;
    private final double[][] motifContributions;

    private TokenWeights(Molecule molecule, MoleculeGraph graph, int tasks) {
        this.molecule = molecule;
        this.graph = graph;
        atomShares = new double[graph.atoms()];
        motifShares = new double[graph.motifs()];
        atomContributions = new double[tasks][graph.atoms()];
        motifContributions = new double[tasks][graph.motifs()];
    }

    /**
     * What one network says of one molecule.
     *
     * @param atomWinners (D) the atom whose value is the largest
     * @param motifWinners (D) the motif whose value is the largest
     * @param atomValues (D) those values, f_atom
     * @param motifValues (D) f_motif
     * @param gradients (tasks, D) of the outputs by f_atom + f_motif + f_graph, which is that by each of the three
     */
    record Explanation(double[] atomWinners, double[] motifWinners, double[] atomValues, double[] motifValues, double[][] gradients) {}

    static TokenWeights of(Molecule molecule, MoleculeGraph graph, List<Member> members, int tasks) {
        TokenWeights weights = new TokenWeights(molecule, graph, tasks);
        MoleculeTokens tokens = MoleculeTokens.of(graph);
        for (Member member : members) {
            Explanation one = member.network().explain(tokens);
            add(one.atomWinners(), one.atomValues(), one.gradients(), 1.0 / members.size(), weights.atomShares, weights.atomContributions);
            add(one.motifWinners(), one.motifValues(), one.gradients(), 1.0 / members.size(), weights.motifShares, weights.motifContributions);
        }
        return weights;
    }

    private static void add(double[] winners, double[] values, double[][] gradients, double factor, double[] shares, double[][] contributions) {
        for (int c = 0; c < winners.length; c++) {
            int token = (int) winners[c];
            shares[token] += factor / winners.length;
            for (int t = 0; t < contributions.length; t++) {
                contributions[t][token] += factor * gradients[t][c] * values[c];
            }
        }
    }

    /** {@return the molecule} */
    public Molecule molecule() {
        return molecule;
    }

    /** {@return its atoms, bonds and motifs as the network reads them} */
    public MoleculeGraph graph() {
        return graph;
    }

    /** {@return (atoms) the share of the channels each atom won, summing to 1} */
    public double[] atomShares() {
        return atomShares.clone();
    }

    /** {@return (motifs) the share of the channels each motif won, summing to 1} */
    public double[] motifShares() {
        return motifShares.clone();
    }

    /** {@return (atoms) what each atom adds to the output of a task, through the channels it won} */
    public double[] atomContributions(int task) {
        return atomContributions[task].clone();
    }

    /** {@return (motifs) what each motif adds to the output of a task, through the channels it won} */
    public double[] motifContributions(int task) {
        return motifContributions[task].clone();
    }
}
