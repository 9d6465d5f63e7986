package dev.trivium.cli.demo;

import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.page.Repetition;
import dev.trivium.cli.terminal.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Shows what each module does, on data that ship: no network, under a minute each. */
@Command(
        name = "demo",
        header = "Fit, score and draw on data that ship with Trivium: no network, under a minute for each module.",
        description = {"", "Trains WaveRoRA on daily entries at twenty stations of the Chicago 'L', scores it beside naive forecasts,"
                + " simple methods and Time Tracker, which is not fitted at all, on days it has not seen, and forecasts the four weeks after the data end.",
            "Then trains a small MolGraph-xLSTM on melting points of 1,200 substances, scores it beside the mean, a random forest and boosted"
                + " trees on substances it has not seen, and answers a handful of them beside the nearest training molecule.",
            "Then hides one of four wireless motes for half an hour at a time, trains FGATT to fill such gaps, and scores it beside linear"
                + " interpolation and other simple methods."},
        footer = {"", "Examples", "  trivium demo", "  trivium demo --only molecule", "  trivium demo --out /tmp/demo --force"})
public final class DemoCommand implements Callable<Integer> {

    private static final String FOLDER = "trivium-demo";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder to write to; by default a new one here: trivium-demo, else trivium-demo-2 and so on.")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "MODULE", converter = Modules.class, description = "forecast, molecule or impute; all by default.")
    private @Nullable Module only;

    @Mixin
    private Outputs outputs = new Outputs();

    /** Made by the parser. */
    public DemoCommand() {}

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        Path folder = out == null ? fresh() : out;
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw outputs.refused("--out must be a folder, got the file " + folder);
        }
        List<Section> sections = new ArrayList<>();
        if (only == null || only == Module.FORECAST) {
            sections.add(new ForecastDemo(folder, Repetition.of(spec)));
        }
        if (only == null || only == Module.MOLECULE) {
            sections.add(new MoleculeDemo(folder, Repetition.of(spec)));
        }
        if (only == null || only == Module.IMPUTE) {
            sections.add(new ImputeDemo(folder, Repetition.of(spec)));
        }
        for (Path file : sections.stream().flatMap(section -> section.files().stream()).toList()) {
            if (Files.exists(file) && !outputs.force()) {
                throw outputs.refused("--out must not hold a demo already (--force replaces its files), got " + file);
            }
        }
        Files.createDirectories(folder);
        for (Section section : sections) {
            section.run(session);
            session.out().println();
        }
        return 0;
    }

    private enum Module { FORECAST, MOLECULE, IMPUTE }

    /** Reads {@code forecast}, {@code molecule} and {@code impute}. */
    static final class Modules implements ITypeConverter<Module> {
        @Override
        public Module convert(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "forecast" -> Module.FORECAST;
                case "molecule" -> Module.MOLECULE;
                case "impute" -> Module.IMPUTE;
                default -> throw new TypeConversionException("must be forecast, molecule or impute, got " + text);
            };
        }
    }

    private static Path fresh() {
        Path folder = Path.of(FOLDER);
        for (int i = 2; Files.exists(folder); i++) {
            folder = Path.of(FOLDER + "-" + i);
        }
        return folder;
    }
}
