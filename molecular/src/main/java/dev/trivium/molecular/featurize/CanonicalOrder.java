package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Numbers atoms by what they are and how they are bound, not by the order in which they were given. Colours are refined by those of the
 * neighbours and the kinds of the bonds between until nothing changes; the first of the least equal colours is then set apart, and so on.
 * What the first colours hold of whole distances makes it rare that atoms of one colour are not alike.
 */
final class CanonicalOrder {

    private final int[][] neighbours;
    private final int[][] bonds;
    private int[] colour;

    private CanonicalOrder(int[][] neighbours, int[][] bonds) {
        this.neighbours = neighbours;
        this.bonds = bonds;
        colour = new int[neighbours.length];
    }

    /**
     * {@return the atoms in canonical order}
     *
     * @param properties what an atom is, as numbers; as many for each
     * @param neighbours the atoms bound to each
     * @param bonds      the kinds of these bonds
     */
    static int[] of(int[][] properties, int[][] neighbours, int[][] bonds) {
        CanonicalOrder order = new CanonicalOrder(neighbours, bonds);
        int n = neighbours.length;
        int[][] keys = new int[n][];
        for (int a = 0; a < n; a++) {
            int[] distances = order.distances(a);
            keys[a] = Arrays.copyOf(properties[a], properties[a].length + distances.length);
            System.arraycopy(distances, 0, keys[a], properties[a].length, distances.length);
        }
        int colours = order.rank(keys);
        while (true) {
            int refined = order.refine();
            while (refined > colours) {
                colours = refined;
                refined = order.refine();
            }
            if (colours == n) {
                return order.sorted();
            }
            order.setApart();
            colours++;
        }
    }

    /** How many atoms are one, two, … bonds away. */
    private int[] distances(int from) {
        int n = neighbours.length;
        int[] counts = new int[n];
        int[] distance = new int[n];
        Arrays.fill(distance, -1);
        int[] queue = new int[n];
        int filled = 1;
        queue[0] = from;
        distance[from] = 0;
        for (int i = 0; i < filled; i++) {
            for (int next : neighbours[queue[i]]) {
                if (distance[next] < 0) {
                    distance[next] = distance[queue[i]] + 1;
                    counts[distance[next]]++;
                    queue[filled++] = next;
                }
            }
        }
        return counts;
    }

    /** Colours by the present colour, then the sorted pairs of bond and neighbour; the number of colours. */
    private int refine() {
        int n = colour.length;
        int[][] keys = new int[n][];
        for (int a = 0; a < n; a++) {
            int[] key = new int[1 + neighbours[a].length];
            for (int i = 0; i < neighbours[a].length; i++) {
                key[i + 1] = bonds[a][i] * n + colour[neighbours[a][i]];
            }
            Arrays.sort(key, 1, key.length);
            key[0] = colour[a];
            keys[a] = key;
        }
        return rank(keys);
    }

    /** Gives equal keys one colour, which is the number of smaller keys; the number of colours. */
    private int rank(int[][] keys) {
        int[] order = IntStream.range(0, keys.length).boxed().sorted(Comparator.comparing((Integer a) -> keys[a], Arrays::compare))
                .mapToInt(Integer::intValue).toArray();
        int colours = 0;
        int[] next = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            boolean same = i > 0 && Arrays.equals(keys[order[i]], keys[order[i - 1]]);
            next[order[i]] = same ? next[order[i - 1]] : i;
            colours += same ? 0 : 1;
        }
        colour = next;
        return colours;
    }

    /** Moves all atoms of the least colour that several have one up, but for the first of them. */
    private void setApart() {
        int[] sorted = sorted();
        for (int i = 1; i < sorted.length; i++) {
            int least = colour[sorted[i - 1]];
            if (colour[sorted[i]] == least) {
                for (int j = i; j < sorted.length && colour[sorted[j]] == least; j++) {
                    colour[sorted[j]] = least + 1;
                }
                return;
            }
        }
    }

    private int[] sorted() {
        return IntStream.range(0, colour.length).boxed().sorted(Comparator.comparingInt(a -> colour[a])).mapToInt(Integer::intValue).toArray();
    }
}
