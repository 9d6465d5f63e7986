package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** SMILES of lattices: atoms one by one, each bond a ring number. */
final class Lattice {

    private Lattice() {}

    /** {@return hexagons, drawn as a brick wall} */
    static String hexagons(int width, int height, String atom) {
        List<int[]> bonds = new ArrayList<>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int here = y * width + x;
                if (x + 1 < width) {
                    bonds.add(new int[] {here, here + 1});
                }
                if (y + 1 < height && (x + y) % 2 == 0) {
                    bonds.add(new int[] {here, here + width});
                }
            }
        }
        return smiles(width * height, bonds, atom);
    }

    static String cube(int edge, String atom) {
        List<int[]> bonds = new ArrayList<>();
        for (int here = 0; here < edge * edge * edge; here++) {
            if (here % edge + 1 < edge) {
                bonds.add(new int[] {here, here + 1});
            }
            if (here / edge % edge + 1 < edge) {
                bonds.add(new int[] {here, here + edge});
            }
            if (here / (edge * edge) + 1 < edge) {
                bonds.add(new int[] {here, here + edge * edge});
            }
        }
        return smiles(edge * edge * edge, bonds, atom);
    }

    private static String smiles(int atoms, List<int[]> bonds, String atom) {
        int[] numberOf = new int[100]; // ring number -> index of the open bond + 1
        StringBuilder smiles = new StringBuilder();
        for (int a = 0; a < atoms; a++) {
            smiles.append(a == 0 ? "" : ".").append(atom);
            for (int b = 0; b < bonds.size(); b++) {
                if (bonds.get(b)[1] == a) {
                    int number = indexOf(numberOf, b + 1);
                    smiles.append(String.format(Locale.ROOT, "%%%02d", number));
                    numberOf[number] = -1; // free from the next atom on
                }
            }
            for (int b = 0; b < bonds.size(); b++) {
                if (bonds.get(b)[0] == a) {
                    int number = indexOf(numberOf, 0);
                    smiles.append(String.format(Locale.ROOT, "%%%02d", number));
                    numberOf[number] = b + 1;
                }
            }
            for (int n = 0; n < numberOf.length; n++) {
                numberOf[n] = Math.max(0, numberOf[n]);
            }
        }
        return smiles.toString();
    }

    private static int indexOf(int[] values, int value) {
        int index = 0;
        while (values[index] != value) {
            index++;
        }
        return index;
    }
}
