package dev.trivium.cli.replay;

import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.artifact.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats a run from its record, and compares. */
@Command(
        name = "replay",
        header = "Repeat a run from a model file or a record, and compare the results bit by bit.",
        customSynopsis = "trivium replay FILE [--data FILE] [OPTIONS]",
        description = {"", "Every model that trivium fits keeps the record of its run; --record writes one of an evaluation. The data are looked for"
                + " beside the record, in this folder and in the catalogue, and must have the hash that they had. On the same machine with the same"
                + " versions the result must have the same bits; elsewhere its scores must be within a tolerance, and what differs is said.",
            "Exit code 0: the same bits, or within the tolerance elsewhere; 1: different, or refused."},
        footer = {"", "Examples",
            "  trivium replay sales.trivium",
            "  trivium replay sales.trivium --data archive/sales.csv --keep again.trivium",
            "  trivium replay card-run.json --json"})
public final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A model file, or what --record wrote.")
    private Path file = Path.of("");

    @Option(names = "--data", paramLabel = "FILE", description = "A file that the run read, where it lies now; once for every file.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "OUT", description = "Write the model or the card of the replay to a file.")
    private @Nullable Path keep;

    @Option(names = "--tolerance", paramLabel = "SHARE", defaultValue = "0.01",
            description = "On another machine or with other versions: largest difference of a score, as a share of the largest score of its kind; 0.01"
                    + " by default.")
    private double tolerance = 0.01;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Look for files of the catalogue in this folder before the network.")
    private @Nullable Path mirror;

    @Option(names = "--offline", description = "Never ask the network.")
    private boolean offline;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    @Mixin
    private Outputs outputs = new Outputs();

    /** Made by the parser. */
    public ReplayCommand() {}

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        if (!(tolerance >= 0 && tolerance <= 1)) {
            throw outputs.refused("--tolerance must be between 0 and 1, got " + tolerance);
        }
        if (keep != null) {
            outputs.require("--keep", keep);
        }
        Recorded recorded = Recorded.read(file);
        ReplayWords.command(recorded, parser(session));
        Path folder = Files.createTempDirectory("trivium-replay");
        session.interruption().tidyAtTheEnd(() -> Folders.remove(folder));
        try {
            List<Resolved> files = named(new FileSearch(recorded, data).all(), folder);
            ReplayWords words = ReplayWords.of(recorded, parser(session), files);
            OutcomeText.before(recorded, words.notes()).toErr(session);
            String name = keep != null ? String.valueOf(keep.getFileName()) : recorded.run().madeAModel() ? recorded.run().resultName() : "card.json";
            Path out = Files.createDirectory(folder.resolve("result")).resolve(name); // beside it lies the state of a training, which nobody is to find
            Outcome outcome = Outcome.of(recorded, new Rerun(recorded, session, this::parser).execute(all(words), out));
            if (keep != null) {
                AtomicFile.write(keep, target -> Files.copy(out, target));
            }
            return tell(session, outcome);
        } finally {
            session.interruption().tidyAtTheEnd(() -> {});
            Folders.remove(folder);
        }
    }

    private List<String> all(ReplayWords words) {
        List<String> all = new ArrayList<>(words.words());
        if (mirror != null) {
            all.add("--mirror=" + mirror);
        }
        if (offline) {
            all.add("--offline");
        }
        return all;
    }

    /** Files have the names that they had, as names of files stand on cards. */
    private static List<Resolved> named(List<Resolved> found, Path folder) throws IOException {
        List<Resolved> named = new ArrayList<>();
        for (Resolved file : found) {
            boolean same = String.valueOf(file.path().getFileName()).equals(file.fact().name());
            Path place = same ? folder : Files.createDirectory(folder.resolve(String.valueOf(named.size())));
            named.add(same ? file : new Resolved(file.fact(), Folders.named(file.path(), place, file.fact().name())));
        }
        return named;
    }

    private int tell(Session session, Outcome outcome) {
        Outcome.Verdict verdict = outcome.verdict(tolerance);
        if (json) {
            Json.print(session, OutcomeJson.of(outcome, tolerance));
        } else {
            Report report = OutcomeText.after(outcome, tolerance);
            if (keep != null) {
                report.row("written", keep.toString());
            }
            report.toOut(session);
        }
        return verdict == Outcome.Verdict.DIFFERENT ? 1 : 0;
    }

    /** The parser of all commands, for a session of its own. */
    private CommandLine parser(Session other) {
        return ((Session.Holder) spec.root().userObject()).commandLine(other);
    }
}
