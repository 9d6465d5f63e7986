package dev.trivium.cli.molecule;

import dev.trivium.cli.option.MoleculeCalibration;
import dev.trivium.cli.option.MoleculeTableOption;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.ReportOptions;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.page.Molecules;
import dev.trivium.cli.terminal.Durations;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.Sizes;
import dev.trivium.evaluation.report.Section;
import dev.trivium.evaluation.report.Standing;
import dev.trivium.evaluation.report.Statement;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.screening.Answered;
import dev.trivium.molecular.screening.AnswerColumns;
import dev.trivium.molecular.screening.Screening;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRow;
import dev.trivium.molecular.table.MoleculeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers every row of a file with a prediction or a reason. */
@Command(
        name = "predict",
        header = "Answer every row of a file with a prediction, or with the reason why there is none.",
        customSynopsis = "trivium molecule predict --model FILE --data FILE|- [OPTIONS]",
        description = {"", "The answers are CSV: the columns of the file, then for each target COLUMN_predicted (COLUMN_probability for yes or no,"
                + " COLUMN_spread for an ensemble), the interval of a calibrated model (COLUMN_lower80, COLUMN_upper80 and so on; COLUMN_set80 for"
                + " yes or no: {}, {0}, {1} or {0,1}), and outcome (ok or refused) with a note. Rows keep their order, one bad row stops nothing, and"
                + " a file of any length takes the same memory."},
        footer = {"", "Examples",
            "  trivium molecule predict --model solubility.trivium --data library.csv --out answers.csv",
            "  trivium molecule predict --model solubility.trivium --data library.sdf.gz --nearest --out answers.csv.gz",
            "  trivium molecule predict --model solubility.trivium --data - < library.csv > answers.csv"})
final class PredictCommand implements Callable<Integer> {

    private static final int DRAWN = 60;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A file that trivium molecule fit wrote.")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE|-",
            description = "CSV, SDF or SMI file (plain, .gz, .zip); - for CSV from standard input.")
    private String data = "";

    @Mixin
    private MoleculeTableOption table = new MoleculeTableOption();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the answers to a file, gzipped if it ends in .gz; without it, they are printed.")
    private @Nullable Path out;

    @Option(names = "--intervals", paramLabel = "PERCENT|none", split = ",",
            description = "Which of the model's intervals or sets to print; by default all that it was calibrated for.")
    private List<String> intervals = new ArrayList<>();

    @Option(names = "--nearest", description = "Add the nearest training molecule with its similarity and labels, and whether the row lies"
            + " inside the range of the training molecules.")
    private boolean nearest;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private ReportOptions page = new ReportOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print what was done as JSON; with --out.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        if (out != null) {
            outputs.require("--out", out);
        }
        page.check(outputs);
        if (json && out == null) {
            throw outputs.refused("--json must be used with --out, as the answers are CSV");
        }
        run.apply();
        try (Input input = Input.of(data); MoleculeRows rows = MoleculeFile.open(input.file(), table.options());
                PropertyPredictor predictor = PropertyPredictor.load(model, run.device())) {
            Report report = new Report().row("data", input.name() + ": SMILES in column " + rows.columns().get(rows.smilesColumn()));
            rows.notes().forEach(note -> report.row("note", note));
            report.row("model", model.getFileName() + ": " + FittedText.of(predictor)).toErr(session);
            page.described(report);
            Screening screening = Screening.with(predictor).withShares(shares(predictor));
            answer(session, rows, nearest ? screening.withNearest() : screening);
            if (page.asked()) {
                page(input, predictor);
            }
        }
        return 0;
    }

    /** The first rows of the file, drawn. */
    private void page(Input input, PropertyPredictor predictor) throws IOException {
        List<String> smiles = new ArrayList<>();
        try (MoleculeRows rows = MoleculeFile.open(input.file(), table.options())) {
            for (Optional<MoleculeRow> row = rows.next(); row.isPresent() && smiles.size() < DRAWN; row = rows.next()) {
                smiles.add(row.get().smiles());
            }
        }
        MoleculeSet first = MoleculeSet.unlabelled(smiles);
        page.write("Predictions of " + String.join(", ", predictor.tasks()) + " for " + input.name(), List.of(Section.of("The first rows",
                new Statement(Standing.PLAIN, "Predictions, not a score", "The first " + smiles.size() + " rows of the file; the answers have all. How well this"
                        + " model did on molecules it had not seen is what trivium molecule evaluate tells."),
                Molecules.drawings(first, predictor.predict(smiles), predictor.tasks(), DRAWN))));
    }

    private List<Double> shares(PropertyPredictor predictor) {
        List<Double> known = predictor.intervals().map(MoleculeIntervals::shares).orElse(List.of());
        if (intervals.isEmpty() || intervals.equals(List.of("none"))) {
            return intervals.isEmpty() ? known : List.of();
        }
        List<Double> wanted = new ArrayList<>();
        for (double share : known) {
            if (intervals.contains(MoleculeCalibration.percent(List.of(share)).replace(" %", ""))) {
                wanted.add(share);
            }
        }
        if (wanted.size() < intervals.size()) {
            throw new IllegalArgumentException("--intervals must be none or among those of the model, "
                    + (known.isEmpty() ? "which has none" : MoleculeCalibration.percent(known)) + ", got " + String.join(",", intervals));
        }
        return wanted;
    }

    private void answer(Session session, MoleculeRows rows, Screening screening) throws IOException {
        session.interruption().holdOn();
        ScreeningProgress progress = new ScreeningProgress(session);
        long start = System.nanoTime();
        Answered answered = out == null ? screening.run(rows, session.out(), progress) : screening.run(rows, out, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        session.status().clear();
        if (json && out != null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model.toString());
            map.put("rows", answered.rows());
            map.put("predicted", answered.predicted());
            map.put("refused", answered.refused());
            map.put("seconds", seconds);
            map.put("written", out.toString());
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("answered", String.format(Locale.ROOT, "%,d rows: %,d predicted, %,d refused, in %s (%,.0f rows/s)",
                answered.rows(), answered.predicted(), answered.refused(), Durations.text(seconds), answered.rows() / Math.max(1e-9, seconds)));
        if (answered.refused() > 0) {
            long more = answered.refused() - answered.examples().size();
            report.row("refused", String.join("\n", answered.examples())
                    + (more > 0 ? String.format(Locale.ROOT, "%nand %,d more: see the column %s", more, AnswerColumns.NOTE) : ""));
        }
        if (out == null) {
            report.toErr(session);
        } else {
            report.row("written", out + " (" + Sizes.text(Files.size(out)) + ")").toOut(session);
        }
    }
}
