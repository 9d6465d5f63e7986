package dev.trivium.molecular.featurize;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Valences, outer electrons and commonest isotopes of the elements as RDKit has them. */
final class PeriodicTable {

    /** No limit: metals without a valence model, or any valence above the ones listed before. */
    static final int ANY = -1;
    static final int ELEMENTS = 119;

    private static final String RESOURCE = "elements.tsv";
    private static final String[] SYMBOLS = new String[ELEMENTS];
    private static final int[][] VALENCES = new int[ELEMENTS][];
    private static final int[] OUTER = new int[ELEMENTS];
    private static final int[] ISOTOPE = new int[ELEMENTS];

    static {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PeriodicTable.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).forEach(PeriodicTable::fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PeriodicTable() {}

    private static void fill(String[] cells) {
        int number = Integer.parseInt(cells[0]);
        SYMBOLS[number] = cells[1];
        VALENCES[number] = Arrays.stream(cells[2].split(",")).mapToInt(Integer::parseInt).toArray();
        OUTER[number] = Integer.parseInt(cells[3]);
        ISOTOPE[number] = Integer.parseInt(cells[4]);
    }

    /** {@return the symbol, {@code *} for 0} */
    static String symbol(int element) {
        return SYMBOLS[element];
    }

    /** {@return possible valences, ascending but for a last {@link #ANY}; not to be changed} */
    static int[] valences(int element) {
        return VALENCES[element];
    }

    static int defaultValence(int element) {
        return VALENCES[element][0];
    }

    static int highestValence(int element) {
        int[] valences = VALENCES[element];
        return valences[valences.length - 1];
    }

    static int outerElectrons(int element) {
        return OUTER[element];
    }

    static int commonestIsotope(int element) {
        return ISOTOPE[element];
    }

    /** {@return whether the first attracts electrons more than the second: more outer electrons, or as many nearer to the nucleus} */
    static boolean moreElectronegative(int one, int other) {
        return OUTER[one] > OUTER[other] || OUTER[one] == OUTER[other] && one < other;
    }
}
