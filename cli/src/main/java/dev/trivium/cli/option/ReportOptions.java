package dev.trivium.cli.option;

import dev.trivium.cli.page.Repetition;
import dev.trivium.cli.page.TrainingBlocks;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.Facts;
import dev.trivium.evaluation.report.Report;
import dev.trivium.evaluation.report.Section;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.nn.training.log.Monitors;
import dev.trivium.nn.training.log.TrainingHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A page about the run, of what is gathered while it goes on. */
public final class ReportOptions {

    private static final String REPORT = "--report";

    @Unrecorded
    @Option(names = REPORT, paramLabel = "FILE.html",
            description = "Write a report: one page that holds all it shows, for a browser, a phone or paper.")
    private @Nullable Path report;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    private final TrainingHistory history = new TrainingHistory();
    private final List<Section> shown = new ArrayList<>();
    private final Facts facts = new Facts();
    private final List<Block> data = new ArrayList<>();

    /** The fields are set by the command line. */
    public ReportOptions() {}

    /** Refuses a file that is in the way, before the work starts. */
    public void check(Outputs outputs) {
        if (report != null) {
            outputs.require(REPORT, report);
            if (!report.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?")) {
                throw outputs.refused(REPORT + " must end in .html, got " + report);
            }
        }
    }

    /** {@return whether a report is wanted; what only it needs is not computed otherwise} */
    public boolean asked() {
        return report != null;
    }

    /** {@return what watches a training: progress for the terminal, and the curve for the report} */
    public TrainingMonitor watching(FitProgress progress, String name) {
        return report == null ? progress : Monitors.of(List.of(progress, history.of(name)));
    }

    /** Adds what the terminal was told of data and model. */
    public void described(dev.trivium.cli.terminal.Report told) {
        told.rows().forEach(row -> facts.fact(row.label(), row.label().equals("note") ? row.text().replace('\n', ' ') : row.text()));
    }

    /** Adds what the data are like. */
    public void data(List<Block> blocks) {
        data.addAll(blocks);
    }

    /** Adds what stands after the verdict and the score card: forecasts, fills, drawings. */
    public void show(Section section) {
        shown.add(section);
    }

    /**
     * Writes the page, if one is wanted.
     *
     * @param title of the page
     * @param first what it begins with
     */
    public void write(String title, List<Section> first) throws IOException {
        if (report == null) {
            return;
        }
        List<Section> sections = new ArrayList<>(first);
        sections.addAll(shown);
        List<Block> training = TrainingBlocks.of(history.curves());
        if (!training.isEmpty()) {
            sections.add(new Section("Training", training));
        }
        if (!facts.isEmpty()) {
            data.add(0, facts);
        }
        if (!data.isEmpty()) {
            sections.add(new Section("Data", data));
        }
        CommandSpec command = spec.commandLine().getCommandSpec();
        sections.add(Repetition.of(command));
        new Report(title, command.qualifiedName(), sections).write(report);
    }

    /** {@return the file, if one is written} */
    public List<Path> files() {
        return report == null || !Files.exists(report) ? List.of() : List.of(report);
    }
}
