package dev.trivium.cli.demo;

import dev.trivium.cli.page.TrainingBlocks;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.evaluation.report.Block;
import dev.trivium.evaluation.report.CardSections;
import dev.trivium.evaluation.report.Facts;
import dev.trivium.evaluation.report.Report;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.nn.training.log.Monitors;
import dev.trivium.nn.training.log.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report of one part of the demo. */
final class DemoPage {

    private final Path file;
    private final TrainingHistory history = new TrainingHistory();
    private final List<Section> shown = new ArrayList<>();
    private final Facts facts = new Facts();

    DemoPage(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    TrainingMonitor watching(FitProgress progress, String name) {
        return Monitors.of(List.of(progress, history.of(name)));
    }

    void described(dev.trivium.cli.terminal.Report told) {
        told.rows().forEach(row -> facts.fact(row.label(), row.text()));
    }

    void show(Section section) {
        shown.add(section);
    }

    /** @param repetition where it comes from */
    void write(Card card, List<Block> data, Section repetition) throws IOException {
        List<Section> sections = new ArrayList<>(CardSections.of(card));
        sections.addAll(shown);
        sections.add(new Section("Training", TrainingBlocks.of(history.curves())));
        List<Block> blocks = new ArrayList<>(data);
        blocks.add(0, facts);
        sections.add(new Section("Data", blocks));
        sections.add(repetition);
        new Report(card.title(), "trivium demo", sections).write(file);
    }
}
