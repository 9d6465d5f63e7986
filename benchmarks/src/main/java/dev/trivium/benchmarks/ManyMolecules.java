package dev.trivium.benchmarks;

import dev.trivium.evaluation.chart.LineChart;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Whether the command line predicts a file of a million molecules: every row answered, in order, broken ones with a reason, in a heap that
 * does not grow. The molecules of some files over and over, one row in a hundred broken. Ends with status 1 if not. Needs Linux.
 */
public final class ManyMolecules {

    private static final int STRETCHES = 40;
    private static final double LIMIT = 16; // MB in the last half: the noise of a collector, not a million rows

    private ManyMolecules() {}

    /**
     * {@code --data FILE,… [--trivium ./trivium] [--rows 1000000] [--heap 512m] [--threads 2]
     * [--out target/many]}; each file has a column
     * {@code smiles}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Arguments options = new Arguments(arguments, List.of("--data", "--trivium", "--rows", "--heap", "--threads", "--out"));
        Path out = Files.createDirectories(Path.of(options.text("--out", "target/many"))).toAbsolutePath();
        ManyRows rows = new ManyRows(pool(options.text("--data", "").split(",")), options.number("--rows", 1_000_000));
        rows.write(out.resolve("rows.csv"));
        Path model = out.resolve("model.trivium");
        try (PropertyPredictor fitted = SmallMolGraph.fit()) {
            fitted.save(model);
        }
        Files.deleteIfExists(out.resolve("answers.csv"));
        ProcessBuilder command = command(built(Path.of(options.text("--trivium", "./trivium")).toAbsolutePath()),
                options.text("--heap", "512m"), options.number("--threads", 2), out);
        MemoryLine resident = new MemoryLine();
        double seconds = watch(command, resident);
        System.exit(report(rows, seconds, resident, out) ? 0 : 1);
    }

    private static List<String> pool(String[] files) throws IOException {
        List<String> pool = new ArrayList<>();
        for (String file : files) {
            pool.addAll(MoleculeFile.read(Path.of(file), TableOptions.defaults().withSmiles("smiles")).set().smiles());
        }
        return pool;
    }

    /** Starts the launcher once, so that a build it may have to do is not timed. */
    private static Path built(Path trivium) throws IOException, InterruptedException {
        int status = new ProcessBuilder(trivium.toString(), "--version").inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException("trivium --version must end with status 0, got " + status);
        }
        return trivium;
    }

    private static ProcessBuilder command(Path trivium, String heap, int threads, Path out) {
        ProcessBuilder command = new ProcessBuilder(trivium.toString(), "molecule", "predict", "--model", out.resolve("model.trivium").toString(),
                "--data", out.resolve("rows.csv").toString(), "--out", out.resolve("answers.csv").toString(),
                "--threads", Integer.toString(threads));
        command.environment().put("TRIVIUM_JAVA_OPTIONS", "-Xmx" + heap + " -Xlog:gc:file=" + out.resolve("collector.log"));
        return command.redirectErrorStream(true).redirectOutput(out.resolve("command.log").toFile());
    }

    /** Runs the command to its end and looks at it twice a second. The script becomes the JVM, so the process keeps its number. */
    private static double watch(ProcessBuilder command, MemoryLine resident) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = command.start();
        while (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
            double at = (System.nanoTime() - start) / 1e9;
            ProcessMemory.now(process.pid()).ifPresent(megabytes -> resident.add(at, megabytes));
        }
        if (process.exitValue() != 0) {
            throw new IOException("command must end with status 0, got " + process.exitValue() + "; see command.log");
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static boolean report(ManyRows rows, double seconds, MemoryLine resident, Path out) throws IOException {
        MemoryLine heap = CollectorLog.read(out.resolve("collector.log"), STRETCHES);
        Answers answers = Answers.check(rows, out.resolve("answers.csv"));
        System.out.println(answers);
        System.out.printf(Locale.ROOT, "%,d rows in %.0f s, %.0f a second, start and reading the model included%n", rows.rows(), seconds,
                rows.rows() / seconds);
        System.out.printf(Locale.ROOT, "heap after collections rises by %.1f MB over the last half (must be below %.0f), %.0f MB at the end%n",
                heap.rise(), LIMIT, heap.last()[1]);
        System.out.printf(Locale.ROOT, "resident memory: peak %.0f MB, rises by %.1f MB over the last half%n", resident.largest(), resident.rise());
        LineChart chart = LineChart.of(String.format(Locale.ROOT, "Memory while %,d rows are predicted", rows.rows()),
                "Heap: in use after collections.", "seconds", "MB", List.of(resident.line(), heap.line("Java heap in use")));
        chart.picture().write(out.resolve("memory.svg"));
        chart.picture().write(out.resolve("memory.png"));
        return answers.good() && heap.rise() < LIMIT;
    }
}
