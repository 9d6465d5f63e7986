package dev.trivium.molecular.explain;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MotifFeatures;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A motif in a table.
 *
 * @param motif   its number in the order of the features
 * @param name    what it is, such as {@code ring C5N}
 * @param atoms   its atoms, counted from 1 in the order of the string
 * @param share   the part of the channels that it won; all shares sum to 1
 * @param effects what the output loses without it, one number per task
 */
record MotifRow(int motif, String name, String atoms, double share, List<Double> effects) {

    private static final int RING = MotifFeatures.COUNT - 1;

    /** {@return all motifs of a molecule, the largest effect on one task first} */
    static List<MotifRow> of(TokenWeights weights, int tasks, int task) {
        int[][] motifs = weights.graph().motifAtoms();
        double[] shares = weights.motifShares();
        List<MotifRow> rows = new ArrayList<>();
        for (int m = 0; m < motifs.length; m++) {
            List<Double> effects = new ArrayList<>();
            for (int t = 0; t < tasks; t++) {
                effects.add(weights.motifEffects(t)[m]);
            }
            String atoms = Arrays.stream(motifs[m]).mapToObj(a -> weights.molecule().symbol(a) + (a + 1)).collect(Collectors.joining(" "));
            rows.add(new MotifRow(m, name(weights, m, motifs[m]), atoms, shares[m], effects));
        }
        rows.sort(Comparator.comparingDouble((MotifRow row) -> Math.abs(row.effects().get(task))).reversed());
        return rows;
    }

    private static String name(TokenWeights weights, int motif, int[] atoms) {
        if (atoms.length == 0) {
            return "none";
        }
        String formula = formula(weights.molecule(), atoms);
        if (weights.graph().motifFeatures()[motif * MotifFeatures.COUNT + RING] == 1) {
            return "ring " + formula;
        }
        return (formula.equals("C2") ? "bond " : "group ") + formula;
    }

    private static String formula(Molecule molecule, int[] atoms) {
        Map<String, Integer> counts = new TreeMap<>(Comparator.comparing((String symbol) -> !symbol.equals("C"))
                .thenComparing(Comparator.naturalOrder()));
        Arrays.stream(atoms).forEach(a -> counts.merge(molecule.symbol(a), 1, Integer::sum));
        return counts.entrySet().stream().map(e -> e.getKey() + (e.getValue() == 1 ? "" : e.getValue())).collect(Collectors.joining());
    }
}
