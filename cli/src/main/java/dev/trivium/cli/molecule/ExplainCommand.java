package dev.trivium.cli.molecule;

import dev.trivium.cli.option.MoleculeTableOption;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.explain.DeletionTest;
import dev.trivium.molecular.explain.Weighting;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows which atoms and motifs predictions rest on. */
@Command(
        name = "explain",
        header = "Show which atoms and motifs the predictions of a MolGraph-xLSTM rest on: a page for each molecule, and a gallery.",
        customSynopsis = "trivium molecule explain --model FILE --data FILE|- (--out FOLDER | --test) [OPTIONS]",
        description = {"", "Writes FOLDER/index.html and a page for each row: the molecule coloured by the weights of its atoms and of its motifs,"
                + " the prediction or the reason why there is none, and a table of motifs. The pages load nothing from elsewhere.",
            "", "--test deletes of every molecule its heaviest motif (its row, its atoms and their bonds, as the network reads them) and, for"
                + " comparison, others of as many atoms, and prints which moves the prediction more, with a p-value, for three weightings:"
                + " effect (gradient times what all pools lose without the motif, which colours the pages), share (of the channels that it"
                + " won) and contribution (gradient times value of the channels that it won)."},
        footer = {"", "Examples",
            "  trivium molecule explain --model solubility.trivium --data library.csv --top 20 --out why",
            "  trivium molecule explain --model solubility.trivium --data library.csv --test"})
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "A file that trivium molecule fit wrote, of a molgraph-xlstm.")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "FILE|-",
            description = "CSV, SDF or SMI file (plain, .gz, .zip); - for CSV from standard input.")
    private String data = "";

    @Mixin
    private MoleculeTableOption table = new MoleculeTableOption();

    @Option(names = "--out", paramLabel = "FOLDER", description = "Write the pages into a folder, made if it is not there.")
    private @Nullable Path out;

    @Option(names = "--top", paramLabel = "N",
            description = "Pages for the N rows with the highest prediction of --target only. Without it, for all rows; at most "
                    + ExplanationFolder.MOST_PAGES + ".")
    private @Nullable Integer top;

    @Option(names = "--target", paramLabel = "COLUMN", description = "The target that --top and --test look at; by default the first.")
    private @Nullable String target;

    @Option(names = "--test", description = "Delete heaviest and other motifs and print what moves the predictions more.")
    private boolean test;

    @Option(names = "--molecules", paramLabel = "N", defaultValue = "200",
            description = "With --test: how many molecules that have another motif of that size, the first ones (default: ${DEFAULT-VALUE}).")
    private int molecules = 200;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "With --test: draws the flips of the test (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (out == null && !test) {
            throw outputs.refused("--out or --test must be given");
        }
        if (top != null && (top < 1 || top > ExplanationFolder.MOST_PAGES)) {
            throw outputs.refused("--top must be between 1 and " + ExplanationFolder.MOST_PAGES + ", got " + top);
        }
        if (molecules < 1) {
            throw outputs.refused("--molecules must be at least 1, got " + molecules);
        }
        ExplanationFolder folder = out == null ? null : ExplanationFolder.of(out, outputs);
        run.apply();
        Session session = Session.of(spec);
        try (PropertyPredictor predictor = PropertyPredictor.load(model, run.device())) {
            if (!(predictor instanceof MolGraphXlstmPredictor network)) {
                throw new IllegalArgumentException("--model must be a molgraph-xlstm, got " + model + " with a " + predictor.spec().name());
            }
            new Report().row("model", model.getFileName() + ": " + FittedText.of(predictor)).toErr(session);
            explain(session, network, smiles(session), folder);
        }
        return 0;
    }

    private List<String> smiles(Session session) throws IOException {
        List<String> smiles = new ArrayList<>();
        try (Input input = Input.of(data); MoleculeRows rows = MoleculeFile.open(input.file(), table.options())) {
            new Report().row("data", input.name() + ": SMILES in column " + rows.columns().get(rows.smilesColumn())).toErr(session);
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                smiles.add(row.get().fault().isPresent() ? "" : row.get().smiles());
            }
        }
        return smiles;
    }

    private void explain(Session session, MolGraphXlstmPredictor predictor, List<String> smiles, @Nullable ExplanationFolder folder)
            throws IOException {
        session.interruption().holdOn();
        int task = target == null ? 0 : predictor.tasks().indexOf(target);
        if (task < 0) {
            throw outputs.refused("--target must be one of " + predictor.tasks() + ", got " + target);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model.toString());
        Report report = new Report();
        if (folder != null) {
            int pages = folder.write(predictor, smiles, task, top == null ? 0 : top);
            map.put("pages", pages);
            map.put("written", folder.index().toString());
            report.row("written", folder.index() + " and " + pages + (pages == 1 ? " page" : " pages"));
        }
        if (test) {
            List<DeletionTest.Outcome> outcomes = new ArrayList<>();
            for (Weighting weighting : Weighting.values()) {
                outcomes.add(DeletionTest.run(predictor, smiles, weighting, task, molecules, seed));
            }
            map.put("target", predictor.tasks().get(task));
            map.put("seed", seed);
            map.put("deletion", outcomes);
            outcomes.forEach(outcome -> report.row(outcome.weighting().name().toLowerCase(Locale.ROOT), text(outcome)));
        }
        if (json) {
            Json.print(session, map);
        } else {
            report.toOut(session);
        }
    }

    private static String text(DeletionTest.Outcome outcome) {
        return String.format(Locale.ROOT, " %d molecules: without the heaviest motif the prediction moves by %.4g, without a random one of its size"
                + " by %.4g; more in %d; p %.2g%nrank correlation of weights and changes %.2f; %d molecules have no other motif of that size, %d rows are"
                + " no molecules", outcome.molecules(), outcome.top(), outcome.random(), outcome.topMovesMore(), outcome.pValue(),
                outcome.agreement(), outcome.without(), outcome.refused());
    }
}
