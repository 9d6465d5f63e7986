package dev.trivium.molecular.featurize;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An atom in brackets: {@code [isotope? symbol chirality? hydrogens? charge? class?]}.
 *
 * @param end       index after the closing bracket
 * @param aromatic  whether the symbol is in lower case
 * @param chirality tag in the order of the string, see {@link StereoCentre}; 0 if none
 * @param hydrogens number of hydrogens written
 */
record BracketAtom(int end, boolean aromatic, int chirality, int hydrogens) {

    private static final Pattern ATOM = Pattern.compile("\\[\\d{0,3}(?:#(?<number>\\d{1,3})|(?<symbol>[A-Z][a-z]?|[a-z][a-z]?|\\*))"
            + "(?<chirality>@(?:@|TH[12]|AL[12]|SP[1-3]|TB\\d{1,2}|OH\\d{1,2})?)?(?<hydrogens>H\\d?)?"
            + "(?:\\+{1,7}|-{1,7}|[+-]\\d{1,2})?(?::\\d{1,9})?]");
    private static final Set<String> SYMBOLS = new HashSet<>(Set.of("b", "c", "n", "o", "p", "s", "as", "se", "si", "te"));
    private static final int LONGEST = 40;

    static {
        for (int element = 0; element < PeriodicTable.ELEMENTS; element++) {
            SYMBOLS.add(PeriodicTable.symbol(element));
        }
    }

    /**
     * {@return the atom that starts with the bracket at {@code start}}
     *
     * @throws SmilesRefusedException if the bracket is not closed or what it holds is no atom
     */
    static BracketAtom read(String text, int start) throws SmilesRefusedException {
        int close = text.indexOf(']', start);
        if (close < 0) {
            throw SmilesRefusedException.at(start, "bracket that is not closed");
        }
        Matcher atom = ATOM.matcher(text).region(start, Math.min(close + 1, start + LONGEST));
        if (!atom.matches()) {
            throw SmilesRefusedException.at(start, "bracket that holds no atom");
        }
        String symbol = atom.group("symbol");
        if (symbol != null ? !SYMBOLS.contains(symbol) : Integer.parseInt(atom.group("number")) >= PeriodicTable.ELEMENTS) {
            throw SmilesRefusedException.at(start, "bracket that holds no known element");
        }
        boolean aromatic = symbol != null && Character.isLowerCase(symbol.charAt(0));
        return new BracketAtom(close + 1, aromatic, chirality(atom.group("chirality")), hydrogens(atom.group("hydrogens")));
    }

    private static int chirality(@Nullable String written) {
        if (written == null || written.startsWith("@AL")) {
            return 0;
        }
        return switch (written) {
            case "@", "@TH1" -> StereoCentre.COUNTERCLOCKWISE;
            case "@@", "@TH2" -> StereoCentre.CLOCKWISE;
            default -> switch (written.charAt(1)) {
                case 'S' -> StereoCentre.SQUARE_PLANAR;
                case 'T' -> StereoCentre.TRIGONAL_BIPYRAMIDAL;
                default -> StereoCentre.OCTAHEDRAL;
            };
        };
    }

    private static int hydrogens(@Nullable String written) {
        return written == null ? 0 : written.length() == 1 ? 1 : written.charAt(1) - '0';
    }
}
