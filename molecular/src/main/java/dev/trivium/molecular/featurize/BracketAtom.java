package dev.trivium.molecular.featurize;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openscience.cdk.config.Elements;

/** An atom in brackets: {@code [isotope? symbol chirality? hydrogens? charge? class?]}. */
final class BracketAtom {

    private static final Pattern ATOM = Pattern.compile("\\[\\d{0,3}(?:#(?<number>\\d{1,3})|(?<symbol>[A-Z][a-z]?|[a-z][a-z]?|\\*))"
            + "(?:@(?:@|TH[12]|AL[12]|SP[1-3]|TB\\d{1,2}|OH\\d{1,2})?)?(?:H\\d?)?(?:\\+{1,7}|-{1,7}|[+-]\\d{1,2})?(?::\\d{1,9})?]");
    private static final Pattern AROMATIC = Pattern.compile("b|c|n|o|p|s|as|se|si|te");
    private static final int LONGEST = 40;

    private BracketAtom() {}

    /**
     * {@return the index after the bracket that closes the atom opened at {@code start}}
     *
     * @throws SmilesRefusedException if there is none or what stands between is no atom
     */
    static int end(String text, int start) throws SmilesRefusedException {
        int close = text.indexOf(']', start);
        if (close < 0) {
            throw SmilesRefusedException.at(start, "bracket that is not closed");
        }
        Matcher atom = ATOM.matcher(text).region(start, close + 1);
        if (close - start > LONGEST || !atom.matches()) {
            throw SmilesRefusedException.at(start, "bracket that holds no atom");
        }
        String symbol = atom.group("symbol");
        if (symbol != null ? !known(symbol) : Integer.parseInt(atom.group("number")) > 118) {
            throw SmilesRefusedException.at(start, "bracket that holds no known element");
        }
        return close + 1;
    }

    private static boolean known(String symbol) {
        return symbol.equals("*") || (Character.isUpperCase(symbol.charAt(0))
                ? Elements.ofString(symbol) != Elements.Unknown : AROMATIC.matcher(symbol).matches());
    }
}
