package dev.trivium.cli.option;

import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.report.CardSections;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the score card of an evaluation goes. */
public final class CardOptions {

    /** Exit code of an evaluation whose audit found what was not allowed. */
    public static final int AUDIT = 3;

    @Unrecorded
    @Option(names = "--out", paramLabel = "FILE",
            description = "Write the card to a file too: JSON if it ends in .json, every score as a line if in .csv, else text.")
    private @Nullable Path out;

    @Unrecorded
    @Option(names = "--json", description = "Print the card as JSON.")
    private boolean json;

    @Option(names = "--allow", paramLabel = "CHECK", split = ",",
            description = "Checks of the audit that may fail, such as fitted-elsewhere; they stay on the card. A check that fails and is not named"
                    + " here ends the command with exit code 3.")
    private List<String> allowed = new ArrayList<>();

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private Outputs outputs = new Outputs();

    /** The fields are set by the command line. */
    public CardOptions() {}

    /** Refuses files that are in the way, before the work starts. */
    public void check() {
        report.check(outputs);
        log.check(outputs);
        allowances();
        if (out != null) {
            outputs.require("--out", out);
        }
        record.check(outputs);
    }

    /** {@return the page about the run} */
    public ReportOptions report() {
        return report;
    }

    /** {@return what watches the training of a model with a seed} */
    public TrainingMonitor watching(FitProgress progress, String name, long seed) {
        return log.logging(report.watching(progress, name + ", seed " + seed), name, seed);
    }

    private Set<CheckName> allowances() {
        try {
            return CheckName.of(allowed);
        } catch (IllegalArgumentException e) {
            throw outputs.refused(String.valueOf(e.getMessage()).replaceFirst("^check must", "--allow must"));
        }
    }

    /** As {@link Outputs#require}. */
    public void require(String option, Path file) {
        outputs.require(option, file);
    }

    /** {@return the refusal of an option} */
    public ParameterException refused(String message) {
        return outputs.refused(message);
    }

    /**
     * Prints the card and writes it, with what is allowed.
     *
     * @return the exit code: {@value #AUDIT} if the audit found what is not allowed
     */
    public int conclude(Session session, Card scored) throws IOException {
        Card card = scored.with(scored.audit().allowing(allowances()));
        session.status().clear();
        session.out().println(json ? card.json() : card.text().stripTrailing());
        session.out().flush(); // what took long to compute is not lost where a file cannot be written
        record.card(session, card);
        if (out != null) {
            String ending = out.toString().toLowerCase(Locale.ROOT);
            TextFile.write(out, ending.endsWith(".json") ? card.json() : ending.endsWith(".csv") ? card.csv() : card.text());
        }
        if (report.asked()) {
            report.write(card.title(), CardSections.of(card));
        }
        written().toErr(session);
        if (card.audit().isClean()) {
            return 0;
        }
        session.err().println("trivium: " + card.audit().warning().get(0) + " To score it all the same, name them in --allow.");
        return AUDIT;
    }

    private Report written() {
        List<Path> files = new ArrayList<>();
        if (out != null) {
            files.add(out);
        }
        files.addAll(record.files());
        files.addAll(report.files());
        files.addAll(log.folders());
        Report rows = new Report();
        files.forEach(file -> rows.row("written", file.toString()));
        return rows;
    }
}
