package dev.trivium.molecular.featurize;

/**
 * Unpaired electrons of an atom in brackets, as RDKit counts them; 0 for any other atom. With t the valence, o the outer electrons, q the
 * charge and L the possible valences of the element:
 *
 * <pre>no valence model:  r = (o - q) mod 2, 0 if o < q
 * else               r = max(0, 8 - o - t + q), 2 in place of 8 for H and He;
 *                    if that was negative and L has several entries, the first v - t + q ≥ 0 for v in L;
 *                    r = min(r, o - t - q) where that is not negative</pre>
 */
final class Radicals {

    private static final int OCTET = 8;
    private static final int DUET = 2;

    private Radicals() {}

    static int[] of(AtomGraph graph) {
        int[] radicals = new int[graph.atoms()];
        for (int a = 0; a < radicals.length; a++) {
            if (graph.bracket[a] && graph.element[a] != 0) {
                radicals[a] = of(graph.element[a], graph.valence(a), graph.charge[a]);
            }
        }
        return radicals;
    }

    static int of(int element, int valence, int charge) {
        int outer = PeriodicTable.outerElectrons(element);
        int[] possible = PeriodicTable.valences(element);
        if (possible[0] == PeriodicTable.ANY) {
            return Math.max(0, outer - charge) % 2;
        }
        int radicals = (element <= 2 ? DUET : OCTET) - outer - valence + charge;
        if (radicals < 0) {
            radicals = 0;
            if (possible.length > 1) {
                for (int v : possible) {
                    if (v - valence + charge >= 0) {
                        radicals = v - valence + charge;
                        break;
                    }
                }
            }
        }
        int left = outer - valence - charge;
        return left >= 0 ? Math.min(radicals, left) : radicals;
    }
}
