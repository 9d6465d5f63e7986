package dev.trivium.reproduce.intervals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables in Markdown, made from lines alone.
 *
 * @param lines of all runs
 */
record ResultTables(List<Line> lines) {

    private static final int SEEDS = 5; // that a finding is to be averaged over

    String markdown() {
        StringBuilder text = new StringBuilder(verdict()).append('\n');
        for (Case each : Cases.all()) {
            List<Line> own = lines.stream().filter(line -> line.study().equals(each.title())).toList();
            text.append("\n**").append(each.title()).append("** – ").append(each.words()).append('\n').append('\n');
            text.append(own.isEmpty() ? "not run\n" : tables(each, own));
        }
        return text.toString();
    }

    /** {@return for every case whether the recommended intervals of the model hold, and which others do} */
    String verdict() {
        List<String> sentences = new ArrayList<>();
        for (Case each : Cases.all()) {
            List<Summary> asked = Summary.of(lines.stream().filter(line -> line.study().equals(each.title()) && line.method().equals(each.asked())
                    && line.over().equals(Line.ALL)).toList());
            if (asked.isEmpty()) {
                sentences.add("- " + each.title() + ": not run");
                continue;
            }
            String found = asked.stream().map(one -> one.first().variant() + " " + percent(one.first().nominal()) + " → " + percent(one.mean())
                    + (one.holds() ? "" : " (**off**)")).collect(Collectors.joining("; "));
            boolean holds = asked.stream().filter(one -> one.first().variant().equals(each.recommended())).allMatch(Summary::holds);
            sentences.add("- " + each.title() + ": the " + each.recommended() + " intervals of " + each.asked() + (holds ? " hold" : " do **not** hold")
                    + " their shares within 3 points, " + (asked.get(0).seeds() < SEEDS ? asked.get(0).seeds() + " of " + SEEDS + " seeds so far. "
                            : "averaged over " + asked.get(0).seeds() + " seeds. ") + found + ".");
        }
        return String.join("\n", sentences) + "\n";
    }

    private static String tables(Case each, List<Line> own) {
        List<Summary> all = Summary.of(own);
        List<Double> shares = all.stream().map(one -> one.first().nominal()).distinct().sorted().toList();
        List<String> groups = all.stream().map(one -> one.first().over()).filter(over -> !over.equals(Line.ALL)).distinct().toList();
        StringBuilder text = new StringBuilder("| Method | Intervals | Seeds | Epochs |");
        shares.forEach(share -> text.append(' ').append(percent(share)).append(" hold | least – most | width |"));
        text.append("\n| --- | --- | --- | --- |").append(" --- | --- | --- |".repeat(shares.size())).append('\n');
        rows(each, all, (method, variant) -> text.append(row(all, method, variant, shares)));
        for (double share : shares) {
            text.append("\nOf the values, in %, inside intervals of ").append(percent(share)).append(", by group:\n\n| Method | Intervals |");
            groups.forEach(group -> text.append(' ').append(group).append(" |"));
            text.append("\n| --- | --- |").append(" --- |".repeat(groups.size())).append('\n');
            rows(each, all, (method, variant) -> {
                text.append("| ").append(method).append(" | ").append(variant).append(" |");
                groups.forEach(group -> text.append(' ').append(find(all, method, variant, share, group)
                        .map(one -> String.format(Locale.ROOT, "%.1f", 100 * one.mean())).orElse("")).append(" |"));
                text.append('\n');
            });
        }
        return text.toString();
    }

    private interface Row {
        void of(String method, String variant);
    }

    private static void rows(Case each, List<Summary> all, Row row) {
        for (String method : each.methods()) {
            all.stream().filter(one -> one.first().method().equals(method)).map(one -> one.first().variant()).distinct()
                    .forEach(variant -> row.of(method, variant));
        }
    }

    private static String row(List<Summary> all, String method, String variant, List<Double> shares) {
        StringBuilder text = new StringBuilder("| ").append(method).append(" | ").append(variant).append(" |");
        Summary any = all.stream().filter(one -> one.first().method().equals(method) && one.first().variant().equals(variant)).findFirst().orElseThrow();
        text.append(' ').append(any.seeds()).append(" | ").append(any.first().fit().epochs() == 0 ? "–" : Integer.toString(any.first().fit().epochs()))
                .append(" |");
        for (double share : shares) {
            text.append(find(all, method, variant, share, Line.ALL).map(one -> String.format(Locale.ROOT, " %.1f %%%s | %s | %.3f |", 100 * one.mean(),
                    one.holds() ? "" : " (off)",
                    one.seeds() == 1 ? "–" : String.format(Locale.ROOT, "%.1f – %.1f", 100 * one.least(), 100 * one.most()), one.width()))
                    .orElse("  |  |  |"));
        }
        return text.append('\n').toString();
    }

    private static Optional<Summary> find(List<Summary> all, String method, String variant, double share, String over) {
        return all.stream().filter(one -> one.isOf(method, variant, share, over)).findFirst();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share).replace(".0 %", " %");
    }
}
