package dev.trivium.evaluation.audit;

import dev.trivium.evaluation.text.Paragraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was looked at to tell whether scores rest on data that the scored methods had seen.
 *
 * @param parts  the parts of the data
 * @param checks at most one of each name; none if no audit was made
 */
public record Audit(List<Part> parts, List<Check> checks) {

    private static final String INDENT = " ".repeat(16);

    /** Checks that no name comes twice. */
    public Audit {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
        Set<CheckName> seen = EnumSet.noneOf(CheckName.class);
        for (Check check : checks) {
            if (!seen.add(check.name())) {
                throw new IllegalArgumentException("checks must have different names, got " + check.name() + " twice");
            }
        }
    }

    /** {@return that no audit was made} */
    public static Audit none() {
        return new Audit(List.of(), List.of());
    }

    /** {@return this audit with further checks} */
    public Audit with(Collection<Check> further) {
        return new Audit(parts, Stream.concat(checks.stream(), further.stream()).toList());
    }

    /** {@return this audit, in which violations of these names are allowed; they stay visible} */
    public Audit allowing(Set<CheckName> names) {
        return new Audit(parts, checks.stream().map(check -> names.contains(check.name()) ? check.allowed() : check).toList());
    }

    /** {@return the checks with this outcome} */
    public List<Check> with(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).toList();
    }

    /** {@return whether nothing was found but what is allowed} */
    public boolean isClean() {
        return with(Outcome.VIOLATED).isEmpty();
    }

    /**
     * Refuses scores that are not to be believed.
     *
     * @return this audit
     * @throws LeakageException if a check is violated and was not allowed
     */
    public Audit requireClean() {
        if (!isClean()) {
            throw new LeakageException("audit must find no leak, got " + with(Outcome.VIOLATED).stream()
                    .map(check -> check.name() + " (" + check.found().get(0) + (check.found().size() > 1 ? "; and more" : "") + ")")
                    .collect(Collectors.joining("; ")));
        }
        return this;
    }

    /** {@return what a card must say first: that it is not to be believed; empty if no check is violated} */
    public List<String> warning() {
        return isClean() ? List.of() : List.of("NOT TO BE BELIEVED: the audit at the end of this card found "
                + names(Outcome.VIOLATED) + ".");
    }

    /** {@return what a card must say of violations that were allowed; empty if there are none} */
    public List<String> allowances() {
        return with(Outcome.ALLOWED).isEmpty() ? List.of()
                : List.of("Allowed by name, although the audit found it: " + names(Outcome.ALLOWED) + ".");
    }

    /** {@return the sentences of a card: that it is not to be believed, if so, before what it says, and what was allowed after it} */
    public List<String> around(List<String> sentences) {
        return Stream.of(warning(), sentences, allowances()).flatMap(List::stream).toList();
    }

    private String names(Outcome outcome) {
        return with(outcome).stream().map(check -> check.name().text()).collect(Collectors.joining(", "));
    }

    /** {@return the audit as text: a line for the parts and for every check, and what was found spelled out} */
    public String text() {
        if (checks.isEmpty()) {
            return "Audit: none was made\n";
        }
        StringBuilder text = new StringBuilder("Audit: ").append(counts()).append('\n');
        for (Part part : parts) {
            text.append(line(part.name(), part.span() + (part.span().isEmpty() ? "" : ", ")
                    + String.format(Locale.ROOT, "%,d %s", part.size(), part.unit())));
        }
        for (Check check : checks) {
            text.append(line(check.outcome().word(), check.name() + ": " + check.lookedAt()));
            check.found().forEach(found -> text.append(Paragraph.wrap(INDENT + "! " + found, INDENT + "  ")));
        }
        return text.toString();
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            int count = with(outcome).size();
            if (count > 0) {
                counts.add(count + " " + outcome.word());
            }
        }
        return String.join(", ", counts);
    }

    private static String line(String label, String text) {
        return Paragraph.wrap(String.format(Locale.ROOT, "  %-13s %s", label, text), INDENT);
    }
}
