package dev.trivium.molecular.featurize;

import dev.trivium.molecular.featurize.SmilesText.WrittenAtom;
import dev.trivium.molecular.featurize.SmilesText.WrittenBond;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the grammar of SMILES (OpenSMILES 1.0, without {@code ~} and arrows) from left to right, once, and finds the character at which a
 * string breaks it. What the atoms and bonds mean is left to CDK.
 */
final class SmilesScanner {

    private static final int NONE = -1;

    private final String text;
    private final int maxAtoms;
    private final List<WrittenAtom> atoms = new ArrayList<>();
    private final List<WrittenBond> chain = new ArrayList<>();
    private final Map<Integer, List<WrittenBond>> closures = new TreeMap<>();
    private final Set<Long> joined = new HashSet<>(); // pairs of atoms with a bond
    private final Map<Integer, int[]> open = new TreeMap<>(); // ring number -> atom, index of the number, index of the bond symbol
    private final Map<Integer, WrittenCentre> centres = new TreeMap<>(); // by atom
    private final Deque<int[]> branches = new ArrayDeque<>(); // atom before the branch, index of the parenthesis
    private int previous = NONE;
    private int bond = NONE; // index of a bond symbol that waits for its atom
    private int at;

    private SmilesScanner(String text, int maxAtoms) {
        this.text = text;
        this.maxAtoms = maxAtoms;
    }

    static SmilesText scan(String text, int maxAtoms) throws SmilesRefusedException {
        SmilesScanner scanner = new SmilesScanner(text, maxAtoms);
        while (scanner.at < text.length()) {
            scanner.step();
        }
        scanner.end();
        List<WrittenBond> bonds = new ArrayList<>(scanner.chain);
        scanner.closures.values().forEach(bonds::addAll);
        return new SmilesText(scanner.atoms, bonds, scanner.centres);
    }

    private void step() throws SmilesRefusedException {
        char c = text.charAt(at);
        switch (c) {
            case '[' -> bracket();
            case '(' -> openBranch();
            case ')' -> closeBranch();
            case '.' -> dot();
            case '-', '=', '#', '$', ':', '/', '\\' -> bondSymbol();
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ring(c - '0', at + 1);
            case '%' -> ring(twoDigits(), at + 3);
            default -> atom(at + organicLength(c), false, Character.isLowerCase(c));
        }
    }

    private void bracket() throws SmilesRefusedException {
        BracketAtom atom = BracketAtom.read(text, at);
        if (atom.chirality() != 0) {
            WrittenCentre centre = new WrittenCentre(atom, previous == NONE);
            if (previous != NONE) {
                centre.add(previous);
            }
            centres.put(atoms.size(), centre);
        }
        atom(atom.end(), true, atom.aromatic());
    }

    private int organicLength(char c) throws SmilesRefusedException {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c == 'C' && next == 'l' || c == 'B' && next == 'r') {
            return 2;
        }
        if ("BCNOPSFI*bcnops".indexOf(c) < 0) {
            throw SmilesRefusedException.at(at, "unexpected " + shown(c));
        }
        return 1;
    }

    private static String shown(char c) {
        return c > ' ' && c < 127 ? "'" + c + "'" : "character with code " + (int) c;
    }

    private void atom(int end, boolean bracket, boolean aromatic) throws SmilesRefusedException {
        if (atoms.size() == maxAtoms) {
            throw new SmilesRefusedException("more than " + maxAtoms + " atoms");
        }
        if (previous != NONE) {
            chain.add(new WrittenBond(previous, atoms.size(), symbol(bond)));
            joined.add((long) atoms.size() << Integer.SIZE | previous);
            if (centres.containsKey(previous)) {
                centres.get(previous).add(atoms.size());
            }
        } else if (bond != NONE) {
            throw SmilesRefusedException.at(bond, "bond without an atom before it");
        }
        previous = atoms.size();
        atoms.add(new WrittenAtom(at, bracket, aromatic));
        bond = NONE;
        at = end;
    }

    private char symbol(int index) {
        return index == NONE ? SmilesText.NO_SYMBOL : text.charAt(index);
    }

    private void openBranch() throws SmilesRefusedException {
        refusePendingBond();
        if (previous == NONE || text.charAt(at - 1) == '(') {
            throw SmilesRefusedException.at(at, "branch without an atom before it");
        }
        branches.push(new int[] {previous, at});
        at++;
    }

    private void closeBranch() throws SmilesRefusedException {
        refusePendingBond();
        if (branches.isEmpty()) {
            throw SmilesRefusedException.at(at, "branch closed that was not opened");
        }
        if (text.charAt(at - 1) == '(' || previous == NONE) {
            throw SmilesRefusedException.at(at, "branch without an atom in it");
        }
        previous = branches.pop()[0];
        at++;
    }

    private void dot() throws SmilesRefusedException {
        refusePendingBond();
        if (previous == NONE || text.charAt(at - 1) == '(') {
            throw SmilesRefusedException.at(at, "dot without an atom before it");
        }
        previous = NONE;
        at++;
    }

    private void bondSymbol() throws SmilesRefusedException {
        refusePendingBond();
        if (previous == NONE) {
            throw SmilesRefusedException.at(at, "bond without an atom before it");
        }
        bond = at++;
        if (text.startsWith("\\\\", bond)) {
            at++;
        }
    }

    private void refusePendingBond() throws SmilesRefusedException {
        if (bond != NONE) {
            throw SmilesRefusedException.at(bond, "bond without an atom after it");
        }
    }

    private int twoDigits() throws SmilesRefusedException {
        if (at + 2 >= text.length() || !digit(text.charAt(at + 1)) || !digit(text.charAt(at + 2))) {
            throw SmilesRefusedException.at(at, "'%' without two digits after it");
        }
        return 10 * (text.charAt(at + 1) - '0') + text.charAt(at + 2) - '0';
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private void ring(int number, int end) throws SmilesRefusedException {
        if (previous == NONE || text.charAt(at - 1) == '(') {
            throw SmilesRefusedException.at(at, "ring number without an atom before it");
        }
        int[] opening = open.remove(number);
        if (centres.containsKey(previous)) {
            centres.get(previous).addRing(number);
        }
        if (opening == null) {
            open.put(number, new int[] {previous, at, bond});
        } else if (opening[0] == previous) {
            throw SmilesRefusedException.at(at, "ring of one atom");
        } else if (!joined.add((long) Math.max(previous, opening[0]) << Integer.SIZE | Math.min(previous, opening[0]))) {
            throw SmilesRefusedException.at(at, "second bond between two atoms");
        } else {
            WrittenBond closure = closure(opening[0], symbol(opening[2]), symbol(bond));
            closures.computeIfAbsent(number, n -> new ArrayList<>()).add(closure);
            resolve(number, previous, opening[0]);
            resolve(number, opening[0], previous);
        }
        bond = NONE;
        at = end;
    }

    private void resolve(int number, int atom, int other) {
        if (centres.containsKey(atom)) {
            centres.get(atom).resolveRing(number, other);
        }
    }

    /** {@return the bond between the atom that opened a ring and the one that closes it, with the symbols at both} */
    private WrittenBond closure(int opened, char atOpening, char atClosing) {
        if (atOpening == '/' || atOpening == '\\') {
            return new WrittenBond(previous, opened, atOpening == '/' ? '\\' : '/');
        }
        return atOpening == SmilesText.NO_SYMBOL
                ? new WrittenBond(previous, opened, atClosing) : new WrittenBond(opened, previous, atOpening);
    }

    private void end() throws SmilesRefusedException {
        refusePendingBond();
        if (!branches.isEmpty()) {
            throw SmilesRefusedException.at(branches.peek()[1], "branch that is not closed");
        }
        if (!open.isEmpty()) {
            int[] first = open.values().iterator().next();
            throw SmilesRefusedException.at(first[1], "ring that is not closed");
        }
        if (previous == NONE) {
            throw SmilesRefusedException.at(Math.max(0, text.length() - 1), "dot without an atom after it");
        }
    }
}
