package dev.trivium.evaluation.report;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.evaluation.scorecard.Card;
import java.util.ArrayList;
import java.util.List;

/** What was looked at to tell whether the scores are to be believed. */
final class AuditBlocks {

    private AuditBlocks() {
    }

    /** {@return the sentences of a card that are about its models, without those that its audit puts around them} */
    static List<String> withoutAudit(Card card) {
        List<String> all = card.verdict();
        return all.subList(card.audit().warning().size(), all.size() - card.audit().allowances().size());
    }

    /** {@return the blocks of a verdict, with what the audit says before and after them} */
    static List<Block> around(Audit audit, List<Block> verdict) {
        List<Block> blocks = new ArrayList<>();
        audit.warning().forEach(sentence -> blocks.add(new Statement(Standing.BAD, "Not to be believed", sentence)));
        blocks.addAll(verdict);
        audit.allowances().forEach(sentence -> blocks.add(new Statement(Standing.UNSURE, "Allowed by name", sentence)));
        return blocks;
    }

    /** {@return parts and checks} */
    static List<Block> of(Audit audit) {
        if (audit.checks().isEmpty()) {
            return List.of(new Statement(Standing.UNSURE, "No audit was made", ""));
        }
        List<Block> blocks = new ArrayList<>();
        for (Check check : audit.checks()) {
            if (!check.found().isEmpty()) {
                blocks.add(new Statement(check.outcome() == Outcome.VIOLATED ? Standing.BAD : Standing.UNSURE,
                        check.name() + ": " + word(check.outcome()), String.join("; ", check.found())));
            }
        }
        Table parts = Table.of("Parts of the data", List.of("part", "span", "size", "of")).texts(2);
        for (Part part : audit.parts()) {
            parts.row(List.of(part.name(), part.span(), Long.toString(part.size()), part.unit()));
        }
        if (!parts.isEmpty()) {
            blocks.add(parts);
        }
        Table checks = Table.of("What was looked for, and where", List.of("check", "outcome", "looked at")).texts(3).wrapped();
        for (Check check : audit.checks()) {
            checks.row(List.of(check.name().toString(), word(check.outcome()), check.lookedAt()));
        }
        blocks.add(checks);
        return blocks;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case VIOLATED -> "VIOLATED";
            case ALLOWED -> "allowed";
            case NOT_CHECKED -> "not checked";
        };
    }
}
