package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import java.util.Arrays;
import java.util.List;

/**
 * What a prediction rests on, atom by atom and motif by motif. Motifs are those of {@link MoleculeGraph#motifAtoms}, in that order, which
 * is the order in which the network reads them.
 *
 * <p>The network keeps, in each of its D channels, the largest value among a molecule's atoms (f_atom) and among its motifs (f_motif). The
 * share of a token is the part of the D channels whose largest value is its own; shares of all atoms sum to 1, and so do those of all
 * motifs. The contribution of a token to a task is {@code Σ_c g_c f_c} over the channels c that it won, where g is the gradient of the
 * task's output (the logit, or the standardised value) by f: positive ones raise the prediction.
 *
 * <p>Both look at one of the three vectors whose sum is read, so neither says what a motif is worth altogether. The effect of a motif does:
 * gradient times what the vectors lose, to first order, when the motif's token and those of its atoms leave the pools,
 *
 * <pre>
 * Σ_c g_c (max_all − max_others)_c over motifs  +  Σ_c g_c (max_all − max_others)_c over atoms  +  Σ_{v of the motif} ∂y/∂H_v · H_v
 * </pre>
 *
 * <p>where the last term is by way of f_graph alone. A motif that shares its channels with a runner-up of like value hardly weighs.
 * The effect of an atom is its part of the last two terms. For an ensemble all are means.
 *
 * <p>The paper does not define its weights; shares and contributions are the ones its network allows for, effects are ours.
 */
public final class TokenWeights {

    private final Molecule molecule;
    private final MoleculeGraph graph;
    private final double[] atomShares;
    private final double[] motifShares;
    private final double[][] atomContributions;
    private final double[][] motifContributions;
    private final double[][] atomEffects;
    private final double[][] motifEffects;

    private TokenWeights(Molecule molecule, MoleculeGraph graph, int tasks) {
        this.molecule = molecule;
        this.graph = graph;
        atomShares = new double[graph.atoms()];
        motifShares = new double[graph.motifs()];
        atomContributions = new double[tasks][graph.atoms()];
        motifContributions = new double[tasks][graph.motifs()];
        atomEffects = new double[tasks][graph.atoms()];
        motifEffects = new double[tasks][graph.motifs()];
    }

    /**
     * What one network says of one molecule.
     *
     * @param atoms (atoms, D) after their xLSTM, whose largest values are f_atom
     * @param motifs (motifs, D) after their xLSTM, whose largest values are f_motif
     * @param gradients (tasks, D) of the outputs by f_atom + f_motif + f_graph, which is that by each of the three
     * @param throughGraph (tasks, atoms) gradients of the outputs by H_v, by way of f_graph alone, times H_v
     */
    record Explanation(double[] atoms, double[] motifs, double[][] gradients, double[][] throughGraph) {}

    static TokenWeights of(Molecule molecule, MoleculeGraph graph, List<Member> members, int tasks) {
        TokenWeights weights = new TokenWeights(molecule, graph, tasks);
        MoleculeTokens tokens = MoleculeTokens.of(graph);
        for (Member member : members) {
            weights.add(member.network().explain(tokens), 1.0 / members.size());
        }
        return weights;
    }

    private void add(Explanation one, double factor) {
        int width = one.gradients()[0].length;
        PooledTokens atoms = new PooledTokens(one.atoms(), width);
        PooledTokens motifs = new PooledTokens(one.motifs(), width);
        add(atoms, one.gradients(), factor, atomShares, atomContributions);
        add(motifs, one.gradients(), factor, motifShares, motifContributions);
        for (int atom = 0; atom < graph.atoms(); atom++) {
            addEffect(one, atoms.loss(only(atoms, atom)), factor, new int[] {atom}, atom, atomEffects);
        }
        int[][] members = graph.motifAtoms();
        for (int motif = 0; motif < members.length; motif++) {
            double[] loss = motifs.loss(only(motifs, motif));
            double[] ofAtoms = atoms.loss(only(atoms, members[motif]));
            Arrays.setAll(loss, c -> loss[c] + ofAtoms[c]);
            addEffect(one, loss, factor, members[motif], motif, motifEffects);
        }
    }

    private static boolean[] only(PooledTokens tokens, int... some) {
        boolean[] leaving = new boolean[tokens.tokens()];
        for (int token : some) {
            leaving[token] = true;
        }
        return leaving;
    }

    private static void addEffect(Explanation one, double[] loss, double factor, int[] atoms, int token, double[][] effects) {
        for (int t = 0; t < effects.length; t++) {
            double effect = 0;
            for (int c = 0; c < loss.length; c++) {
                effect += one.gradients()[t][c] * loss[c];
            }
            for (int atom : atoms) {
                effect += one.throughGraph()[t][atom];
            }
            effects[t][token] += factor * effect;
        }
    }

    private static void add(PooledTokens tokens, double[][] gradients, double factor, double[] shares, double[][] contributions) {
        for (int c = 0; c < tokens.width(); c++) {
            int token = tokens.winner(c);
            shares[token] += factor / tokens.width();
            for (int t = 0; t < contributions.length; t++) {
                contributions[t][token] += factor * gradients[t][c] * tokens.value(token, c);
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

    /** {@return (atoms) what the output of a task loses, to first order, without each atom in the pools} */
    public double[] atomEffects(int task) {
        return atomEffects[task].clone();
    }

    /** {@return (motifs) what the output of a task loses, to first order, without each motif and its atoms in the pools} */
    public double[] motifEffects(int task) {
        return motifEffects[task].clone();
    }
}
