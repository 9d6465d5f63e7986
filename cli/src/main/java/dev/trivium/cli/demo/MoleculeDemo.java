package dev.trivium.cli.demo;

import dev.trivium.cli.page.Molecules;
import dev.trivium.cli.page.TestMolecules;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.Durations;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.TextFile;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.backtest.Comparison;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.Recipe;
import dev.trivium.molecular.sample.MoleculeSample;
import dev.trivium.molecular.sample.MoleculeSamples;
import dev.trivium.molecular.screening.Screening;
import dev.trivium.molecular.screening.Watch;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Properties of molecules on the sample that ships. Rate, batch and epochs were chosen by the error on its validation molecules, the
 * epochs by the minute that a demo may take as well.
 */
final class MoleculeDemo implements Section {

    private static final double RATE = 1e-3;
    private static final int EPOCHS = 20;
    private static final int BATCH = 64;
    private static final int ASKED = 6;
    /** A molecule larger than any of the sample, and a string that is none. */
    private static final List<String> ODD = List.of(
            "c1ccc(cc1)-c1c2ccc([nH]2)c(-c2ccccc2)c2ccc(n2)c(-c2ccccc2)c2ccc([nH]2)c(-c2ccccc2)c2ccc1n2", "C1CC");

    private final Path model;
    private final Path questions;
    private final Path answers;
    private final Path card;
    private final DemoPage page;
    private final dev.trivium.evaluation.report.Section origin;
    private final Path scores;

    MoleculeDemo(Path folder, dev.trivium.evaluation.report.Section origin) {
        this.origin = origin;
        page = new DemoPage(folder.resolve("molecules-report.html"));
        model = folder.resolve("melting-points.trivium");
        questions = folder.resolve("molecules.csv");
        answers = folder.resolve("molecules-answered.csv");
        card = folder.resolve("molecules-score-card.json");
        scores = folder.resolve("molecules-score-card.csv");
    }

    @Override
    public List<Path> files() {
        return List.of(page.file(), model, questions, answers, card, scores);
    }

    @Override
    public void run(Session session) throws IOException {
        long start = System.nanoTime();
        MoleculeSample sample = MoleculeSamples.meltingPoints();
        MoleculeSplit split = MoleculeSplit.random(sample.molecules(), Shares.standard(), 1);
        MolGraphXlstmSpec recipe = MolGraphXlstmSpec.of(sample.content().kind())
                .with(Recipe.published(RATE, EPOCHS).withBatch(BATCH));
        Report told = introduce(sample, split);
        told.toOut(session);
        page.described(told);
        Training training = Training.seed(1).withMonitor(page.watching(new FitProgress(session, "MolGraph-xLSTM", "training molecules"), "MolGraph-xLSTM, seed 1"));
        try (PropertyPredictor fitted = recipe.fit(split.train(), split.validation(), training)) {
            session.interruption().letGo();
            fitted.save(model);
            PropertyCard scored = score(session, fitted, split, sample);
            answer(session, fitted, split.test().set(), sample);
            page.write(scored, List.of(Molecules.parts(split)), origin);
        }
        conclude(session, (System.nanoTime() - start) / 1e9);
    }

    private static Report introduce(MoleculeSample sample, MoleculeSplit split) {
        return new Report().row("Molecules", sample.title() + ", " + sample.licence())
                .row("data", String.format(Locale.ROOT, "%,d SMILES strings with a melting point in %s, ships with Trivium",
                        sample.content().molecules(), sample.content().unit()))
                .row("split", split.toString())
                .row("task", "SMILES → melting point");
    }

    private PropertyCard score(Session session, PropertyPredictor fitted, MoleculeSplit split, MoleculeSample sample) throws IOException {
        Comparison comparison = Comparison.on(split, sample.content().kind(), name -> session.status().now("scoring " + name));
        comparison.addSimpleMethods(List.of(Training.seed(1)));
        TestMolecules pictures = new TestMolecules(split.test().set());
        comparison.showing(pictures).add("MolGraph-xLSTM", fitted);
        pictures.sections().forEach(page::show);
        PropertyCard scored = comparison.card(sample.name());
        TextFile.write(card, scored.json());
        TextFile.write(scores, scored.csv());
        session.status().clear();
        session.out().println();
        session.out().println(scored.text());
        return scored;
    }

    /** Asks for some test molecules, and for two strings that show what a refusal and a doubt look like. */
    private void answer(Session session, PropertyPredictor fitted, MoleculeSet test, MoleculeSample sample) throws IOException {
        StringBuilder text = new StringBuilder("smiles,measured\n");
        for (int i = 0; i < ASKED; i++) {
            text.append(String.format(Locale.ROOT, "%s,%.1f%n", test.smiles().get(i), test.label(i, 0)));
        }
        ODD.forEach(smiles -> text.append(smiles).append(",\n"));
        TextFile.write(questions, text.toString());
        try (MoleculeRows rows = MoleculeFile.open(questions, TableOptions.defaults())) {
            Screening.with(fitted).withNearest().run(rows, answers, Watch.SILENT);
        }
        session.out().println("Test molecules, a large one that nobody measured, and a string that is none; in " + sample.content().unit());
        session.out().println(AnswerTable.of(answers, sample.content().target()));
    }

    private void conclude(Session session, double seconds) {
        Report report = new Report();
        report.row("written", page.file() + "\n" + answers + "\n" + questions + "\n" + card + "\n" + scores + "\n" + model);
        report.row("took", Durations.text(seconds));
        report.row("next", "answer a file of your own with the model that was just fitted, or fit one to your own labels:\n"
                + CommandName.shown() + " molecule predict --model " + model + " --data YOUR.csv --nearest\n"
                + CommandName.shown() + " molecule evaluate --data YOUR.csv --target COLUMN\n"
                + CommandName.shown() + " molecule fit --help");
        report.toOut(session);
    }
}
