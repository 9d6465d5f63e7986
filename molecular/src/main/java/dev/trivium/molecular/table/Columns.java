package dev.trivium.molecular.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds columns by name; a refusal lists those there are. */
final class Columns {

    private static final Set<String> OTHER_NAMES = Set.of("mol", "molecule", "structure", "drug");
    private static final int LISTED = 40;

    private final Path path;
    private final List<String> names;

    Columns(Path path, List<String> names) {
        this.path = path;
        this.names = names;
    }

    /** The column of that name, which is the {@code role} of the message if there is none or more than one. */
    int find(String role, String wanted) throws MoleculeFormatException {
        List<Integer> exact = matching(name -> name.equals(wanted));
        List<Integer> found = exact.isEmpty() ? matching(name -> name.equalsIgnoreCase(wanted)) : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new MoleculeFormatException(path, role + " must be one column, got " + wanted
                + (found.isEmpty() ? "; the columns are " + list() : ", which " + found.size() + " columns are called: " + positions(found)));
    }

    /** The column that holds SMILES strings. */
    int smiles(Optional<String> stated) throws MoleculeFormatException {
        if (stated.isPresent()) {
            return find("SMILES column", stated.get());
        }
        List<Integer> named = matching(name -> name.equalsIgnoreCase("smiles"));
        List<Integer> found = named.isEmpty() ? matching(Columns::looksLikeSmiles) : named;
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new MoleculeFormatException(path, "SMILES column must be named, for no column is called smiles; the columns are " + list());
        }
        throw new MoleculeFormatException(path, "SMILES column must be named, for " + found.size() + " columns may hold SMILES strings: "
                + found.stream().map(names::get).collect(Collectors.joining(", ")));
    }

    private static boolean looksLikeSmiles(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("smiles") || OTHER_NAMES.contains(lower);
    }

    private List<Integer> matching(Predicate<String> rule) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (rule.test(names.get(i))) {
                found.add(i);
            }
        }
        return found;
    }

    private static String positions(List<Integer> columns) {
        return columns.stream().map(column -> "the " + (column + 1) + ".").collect(Collectors.joining(" and "));
    }

    private String list() {
        String first = names.stream().limit(LISTED).map(name -> name.isEmpty() ? "(no name)" : name).collect(Collectors.joining(", "));
        return first + (names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "");
    }
}
