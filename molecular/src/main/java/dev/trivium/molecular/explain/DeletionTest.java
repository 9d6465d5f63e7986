package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Do weights mean anything? Of every molecule the motif that weighs most is deleted, and, for comparison, every other one of as many atoms:
 * the mean of these is what one drawn at random may be expected to do. A weighting that says what a prediction rests on picks motifs whose
 * deletion moves the prediction more.
 *
 * <p>Deleted is as {@link MoleculeGraph#without} says: the network reads the graph without the motif's row, its atoms and their bonds; all
 * that stays keeps the features it had in the whole molecule. So it is a masking, not a new molecule. Molecules whose heaviest motif has no
 * other of its size, or of which nothing would be left, are counted and left out.
 */
public final class DeletionTest {

    private static final int LEAST_RANKED = 3;

    private DeletionTest() {}

    /**
     * What came out.
     *
     * @param weighting   how much motifs weigh
     * @param molecules   molecules with an alternative
     * @param without     molecules without one
     * @param refused     rows that are no molecules
     * @param top         mean of |change of the prediction| by deleting the heaviest motif, in the unit of the predictions
     * @param random      the same by deleting another motif of its size, the mean over all there are
     * @param topMovesMore molecules in which the heaviest motif moves the prediction more
     * @param agreement   mean of Spearman's correlation between the weights of a molecule's motifs, whatever their size, and what deleting
     *                    them changes; NaN if no molecule gone through has three that differ
     * @param pValue      one-sided, of a paired sign-flip test of the mean difference with 100,000 flips
     */
    public record Outcome(Weighting weighting, int molecules, int without, int refused, double top, double random, int topMovesMore,
            double agreement, double pValue) {}

    /** Changes of one molecule. */
    private record Pair(double top, double random) {}

    /**
     * {@return what came out for one weighting and task}
     *
     * @param smiles rows to go through, until there are enough
     * @param most   molecules with an alternative that are enough
     * @param seed   draws the flips
     */
    public static Outcome run(MolGraphXlstmPredictor predictor, List<String> smiles, Weighting weighting, int task, int most, long seed) {
        List<Pair> pairs = new ArrayList<>();
        List<Double> agreements = new ArrayList<>();
        int without = 0;
        int refused = 0;
        for (int row = 0; row < smiles.size() && pairs.size() < most; row++) {
            Optional<TokenWeights> weights = Explanation.of(predictor, smiles.subList(row, row + 1)).get(0).weights();
            if (weights.isEmpty()) {
                refused++;
                continue;
            }
            double[] weight = weighting.of(weights.get(), task);
            double[] changes = changes(predictor, weights.get().graph(), task);
            Optional<Pair> pair = pair(weights.get().graph().motifAtoms(), weight, changes);
            pair.ifPresent(pairs::add);
            without += pair.isEmpty() ? 1 : 0;
            agreements.add(agreement(weight, changes));
        }
        double[] differences = pairs.stream().mapToDouble(p -> p.top() - p.random()).toArray();
        return new Outcome(weighting, pairs.size(), without, refused, pairs.stream().mapToDouble(Pair::top).average().orElse(Double.NaN),
                pairs.stream().mapToDouble(Pair::random).average().orElse(Double.NaN), (int) pairs.stream().filter(p -> p.top() > p.random()).count(),
                agreements.stream().mapToDouble(r -> r).filter(Double::isFinite).average().orElse(Double.NaN), SignFlip.pValue(differences, seed));
    }

    /** {@return (motifs) |change of the prediction| by deleting each; NaN if nothing would be left} */
    private static double[] changes(MolGraphXlstmPredictor predictor, MoleculeGraph graph, int task) {
        List<MoleculeGraph> graphs = new ArrayList<>(List.of(graph));
        int[] at = new int[graph.motifs()];
        for (int m = 0; m < at.length; m++) {
            Optional<MoleculeGraph> rest = graph.without(m);
            at[m] = rest.isPresent() ? graphs.size() : 0;
            rest.ifPresent(graphs::add);
        }
        double[] values = predictor.values(graphs);
        int tasks = predictor.tasks().size();
        return Arrays.stream(at).mapToDouble(i -> i == 0 ? Double.NaN : Math.abs(values[i * tasks + task] - values[task])).toArray();
    }

    private static Optional<Pair> pair(int[][] atoms, double[] weights, double[] changes) {
        int top = heaviest(weights);
        double[] others = IntStream.range(0, atoms.length).filter(m -> m != top && atoms[m].length == atoms[top].length)
                .mapToDouble(m -> changes[m]).filter(Double::isFinite).toArray();
        return others.length == 0 || Double.isNaN(changes[top]) ? Optional.empty()
                : Optional.of(new Pair(changes[top], Arrays.stream(others).average().orElseThrow()));
    }

    private static double agreement(double[] weights, double[] changes) {
        int[] deletable = IntStream.range(0, changes.length).filter(m -> Double.isFinite(changes[m])).toArray();
        return deletable.length < LEAST_RANKED ? Double.NaN : RankCorrelation.of(IntStream.of(deletable).mapToDouble(m -> weights[m]).toArray(),
                IntStream.of(deletable).mapToDouble(m -> changes[m]).toArray());
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
