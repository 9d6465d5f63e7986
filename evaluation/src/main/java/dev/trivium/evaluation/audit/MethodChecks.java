package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what was found of one method after the other into one check per question. */
public final class MethodChecks {

    private static final int NAMED = 6;
    private final Map<CheckName, Entry> entries = new EnumMap<>(CheckName.class);

    /** Nothing is asked yet. */
    public MethodChecks() {}

    private static final class Entry {
        private final Set<String> looked = new LinkedHashSet<>();
        private final Set<String> passed = new LinkedHashSet<>();
        private final Set<String> notMade = new LinkedHashSet<>();
        private final Set<String> found = new LinkedHashSet<>();
    }

    /**
     * Enters the answer for a method.
     *
     * @param looked what was looked at, such as {@code forecasts of 3 windows with later rows changed}
     * @param method its name
     * @param found  what was found; empty if nothing
     */
    public void add(CheckName name, String looked, String method, List<String> found) {
        Entry entry = entries.computeIfAbsent(name, key -> new Entry());
        entry.looked.add(looked);
        if (found.isEmpty()) {
            entry.passed.add(method);
        }
        found.forEach(each -> entry.found.add(method + " " + each));
    }

    /** Enters that a question could not be asked of a method. */
    public void notMade(CheckName name, String method, String reason) {
        entries.computeIfAbsent(name, key -> new Entry()).notMade.add(method + ": " + reason);
    }

    /** {@return the checks, in the order of their names} */
    public List<Check> checks() {
        return entries.entrySet().stream().map(entry -> check(entry.getKey(), entry.getValue())).toList();
    }

    private static Check check(CheckName name, Entry entry) {
        List<String> text = new ArrayList<>(entry.looked);
        entry.notMade.forEach(reason -> text.add("not checked for " + reason));
        String looked = (text.isEmpty() ? "" : String.join("; ", text))
                + (entry.passed.isEmpty() ? "" : " (" + names(entry.passed) + ")");
        return entry.found.isEmpty() && !entry.notMade.isEmpty() ? Check.notMade(name, looked) : Check.of(name, looked, List.copyOf(entry.found));
    }

    private static String names(Set<String> methods) {
        String shown = methods.stream().limit(NAMED).collect(Collectors.joining(", "));
        return methods.size() <= NAMED ? shown : shown + " and " + (methods.size() - NAMED) + " more";
    }
}
