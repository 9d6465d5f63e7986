package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Do weights mean anything? Of every molecule the motif that weighs most is deleted, and, for comparison, another one of as many atoms,
 * drawn at random. A weighting that says what a prediction rests on picks motifs whose deletion moves the prediction more.
 *
 * <p>Deleted is as {@link MoleculeGraph#without} says: the network reads the graph without the motif's row, its atoms and their bonds; all
 * that stays keeps the features it had in the whole molecule. So it is a masking, not a new molecule. Molecules whose heaviest motif has no
 * other of its size, or of which nothing would be left, are counted and left out.
 */
public final class DeletionTest {

    private DeletionTest() {}

    /**
     * What came out.
     *
     * @param weighting     how much motifs weigh
     * @param molecules     molecules with an alternative
     * @param without       molecules without one
     * @param refused       rows that are no molecules
     * @param top           mean of |change of the prediction| by deleting the heaviest motif, in the unit of the predictions
     * @param random        the same by deleting another motif of its size
     * @param topMovesMore  molecules in which the heaviest motif moves the prediction more
     * @param pValue        one-sided, of a paired sign-flip test of the mean difference with 100,000 flips
     */
    public record Outcome(Weighting weighting, int molecules, int without, int refused, double top, double random, int topMovesMore,
            double pValue) {}

    /** Changes of one molecule. */
    private record Pair(double top, double random) {}

    /**
     * {@return what came out for one weighting and task}
     *
     * @param smiles rows to go through, until there are enough
     * @param most   molecules with an alternative that are enough
     * @param seed   draws the random motifs and the flips
     */
    public static Outcome run(MolGraphXlstmPredictor predictor, List<String> smiles, Weighting weighting, int task, int most, long seed) {
        Random random = new Random(seed);
        List<Pair> pairs = new ArrayList<>();
        int without = 0;
        int refused = 0;
        for (int row = 0; row < smiles.size() && pairs.size() < most; row++) {
            Optional<TokenWeights> weights = Explanation.of(predictor, smiles.subList(row, row + 1)).get(0).weights();
            if (weights.isEmpty()) {
                refused++;
                continue;
            }
            Optional<Pair> pair = pair(predictor, weights.get(), weighting, task, random);
            pair.ifPresent(pairs::add);
            without += pair.isEmpty() ? 1 : 0;
        }
        double[] differences = pairs.stream().mapToDouble(p -> p.top() - p.random()).toArray();
        return new Outcome(weighting, pairs.size(), without, refused, pairs.stream().mapToDouble(Pair::top).average().orElse(Double.NaN),
                pairs.stream().mapToDouble(Pair::random).average().orElse(Double.NaN), (int) pairs.stream().filter(p -> p.top() > p.random()).count(),
                SignFlip.pValue(differences, seed));
    }

    private static Optional<Pair> pair(MolGraphXlstmPredictor predictor, TokenWeights weights, Weighting weighting, int task, Random random) {
        MoleculeGraph graph = weights.graph();
        int[][] atoms = graph.motifAtoms();
        int top = heaviest(weighting.of(weights, task));
        int[] others = IntStream.range(0, atoms.length).filter(m -> m != top && atoms[m].length == atoms[top].length).toArray();
        if (others.length == 0) {
            return Optional.empty();
        }
        Optional<MoleculeGraph> lessTop = graph.without(top);
        Optional<MoleculeGraph> lessOther = graph.without(others[random.nextInt(others.length)]);
        if (lessTop.isEmpty() || lessOther.isEmpty()) {
            return Optional.empty();
        }
        double[] values = predictor.values(List.of(graph, lessTop.get(), lessOther.get()));
        int tasks = predictor.tasks().size();
        double whole = values[task];
        return Optional.of(new Pair(Math.abs(values[tasks + task] - whole), Math.abs(values[2 * tasks + task] - whole)));
    }

    /** The first of the largest. */
    private static int heaviest(double[] weights) {
        int best = 0;
        for (int m = 1; m < weights.length; m++) {
            best = weights[m] > weights[best] ? m : best;
        }
        return best;
    }
}
