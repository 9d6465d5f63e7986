package dev.trivium.cli.replay;

import dev.trivium.cli.record.FileFact;
import dev.trivium.cli.record.RunRecord;
import dev.trivium.cli.record.Shown;
import dev.trivium.cli.record.Typed;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A replay for readers. */
final class OutcomeText {

    private static final int SHOWN = 8;

    private OutcomeText() {}

    /** {@return what is going to be repeated} */
    static Report before(Recorded recorded, List<String> notes) {
        RunRecord run = recorded.run();
        Report report = new Report().row("repeats", command(run)).row("recorded", Shown.of(run.time()) + ", " + recorded.file().getFileName());
        for (FileFact file : run.files()) {
            report.row("file", Shown.of(file.name()) + (file.catalogue() ? " of the catalogue" : " has the SHA-256 that it had") + ", " + file.sha256());
        }
        notes.forEach(note -> report.row("note", note));
        return report;
    }

    /** The command as it was typed, without the folders of files; an option with several values once for each. */
    static String command(RunRecord run) {
        List<String> words = new ArrayList<>(List.of("trivium " + run.command()));
        for (Typed option : run.options()) {
            if (option.values().isEmpty()) {
                words.add(option.name());
            }
            option.values().forEach(value -> words.addAll(List.of(option.name(), CommandName.quoted(Shown.of(value)))));
        }
        return String.join(" ", words);
    }

    /** {@return what came of it} */
    static Report after(Outcome outcome, double tolerance) {
        Report report = new Report();
        outcome.environment().forEach((name, change) -> report.row("elsewhere", Shown.of(name) + ": " + Shown.of(change)));
        outcome.setting().forEach(change -> report.row("changed", change));
        if (outcome.then().madeAModel()) {
            weights(report, outcome);
        }
        scores(report, outcome);
        return report.row("result", verdict(outcome, tolerance));
    }

    private static void weights(Report report, Outcome outcome) {
        if (outcome.then().fingerprint().equals(outcome.now().fingerprint())) {
            report.row("weights", String.format(Locale.ROOT, "bit-equal: %,d tensors, fingerprint %s", outcome.now().tensors().size(),
                    outcome.now().fingerprint()));
            return;
        }
        report.row("weights", String.format(Locale.ROOT, "%,d of %,d tensors differ; fingerprint %s, now %s", outcome.tensors().size(),
                outcome.now().tensors().size(), outcome.then().fingerprint(), outcome.now().fingerprint()));
        if (outcome.tensors().isEmpty()) {
            report.row("", "settings or scales of the model differ, its tensors do not");
        }
        report.row("", outcome.tensors().stream().sorted(Comparator.comparingDouble(TensorDifference::share).reversed()).limit(SHOWN)
                .map(OutcomeText::tensor).collect(Collectors.joining("\n")));
        more(report, outcome.tensors().size());
    }

    private static String tensor(TensorDifference tensor) {
        return !tensor.what().isEmpty() ? Shown.of(tensor.name()) + ": " + tensor.what() : String.format(Locale.ROOT,
                "%s: %,d of %,d values, by at most %.3g, %.3g %% of its largest value", Shown.of(tensor.name()), tensor.elements(), tensor.of(),
                tensor.absolute(), 100 * tensor.share());
    }

    private static void scores(Report report, Outcome outcome) {
        ScoreDifferences scores = outcome.scores();
        if (scores.none()) {
            report.row("scores", String.format(Locale.ROOT, "bit-equal: %,d numbers%s", scores.compared(),
                    outcome.then().madeAModel() ? "" : ", fingerprint " + outcome.now().fingerprint()));
            return;
        }
        report.row("scores", String.format(Locale.ROOT, "%,d of %,d numbers differ", scores.numbers().size(), scores.compared()));
        report.row("", scores.numbers().stream().limit(SHOWN).map(number -> String.format(Locale.ROOT, "%s: %.9g → %.9g (%.3g %%)",
                Shown.of(number.name()), number.then(), number.now(), 100 * number.share())).collect(Collectors.joining("\n")));
        more(report, scores.numbers().size());
        report.row("", scores.others().stream().limit(SHOWN).collect(Collectors.joining("\n")));
        more(report, scores.others().size());
    }

    private static void more(Report report, int count) {
        if (count > SHOWN) {
            report.row("", String.format(Locale.ROOT, "and %,d more (--json has all)", count - SHOWN));
        }
    }

    private static String verdict(Outcome outcome, double tolerance) {
        String scores = String.format(Locale.ROOT, "scores differ by at most %.3g %% of the largest of their kind, tolerance %.3g %%",
                100 * outcome.scores().worst(), 100 * tolerance);
        return switch (outcome.verdict(tolerance)) {
            case BIT_EQUAL -> "bit-equal" + (outcome.environment().isEmpty() ? ", on the same machine and versions" : ", though machine or versions differ");
            case WITHIN_TOLERANCE -> "within the tolerance, where machine or versions differ: " + scores;
            case DIFFERENT -> outcome.environment().isEmpty()
                    ? "different, on the same machine and versions: " + (outcome.setting().isEmpty() ? "the same bits were to be expected"
                            : "data or settings are not what they were, see above")
                    : "different beyond the tolerance: " + beyond(outcome, scores);
        };
    }

    private static String beyond(Outcome outcome, String scores) {
        if (!outcome.isComparable()) {
            return "the models have other tensors";
        }
        int lone = outcome.scores().lone();
        return lone == 0 ? scores : lone + (lone == 1 ? " number is" : " numbers are") + " in one of the two only";
    }
}
