package dev.trivium.reproduce.results;

import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes {@code docs/results.md} from the recorded runs of the studies. */
public final class ResultsPage {

    private static final String HEAD = """
            # Results

            Made by [`reproduce/results.sh`](../reproduce/results.sh) from the runs that stand in `reproduce/*/expected.csv`, and from nothing else; a test holds
            the page to these files. Bold is the best mean of a line, which need not be better by more than chance: the studies have intervals and
            tests. Several runs are mean ± standard deviation. What was not run is written "not run". How it was measured, limits, and what to know
            before comparing stand in the README of each study.

            """;

    private static final String RUNS = "expected.csv";
    private static final Map<String, Tables> KNOWN = known();

    private ResultsPage() {}

    private static Map<String, Tables> known() {
        Map<String, Tables> known = new LinkedHashMap<>();
        known.put("waverora-ett", ForecastTables::waveRora);
        known.put("timetracker-zeroshot", ForecastTables::zeroShot);
        known.put("timetracker-finetune", ForecastTables::fineTuned);
        known.put("intervals", ForecastTables::intervals);
        known.put("molgraph-moleculenet", OtherTables::molecules);
        known.put("fgatt-wireless", OtherTables::gaps);
        known.put("fgatt-aqi36", OtherTables::gaps);
        return known;
    }

    /**
     * Writes the page.
     *
     * @param arguments the root of a checkout; the current folder if left out
     * @throws IOException if a file of runs cannot be read, or the page cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length == 0 ? "" : arguments[0]).toAbsolutePath();
        Path page = root.resolve("docs/results.md");
        TextFile.write(page, text(root.resolve("reproduce")));
        System.out.println("written " + page);
    }

    /** {@return the page} */
    static String text(Path reproduce) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (String study : studies(reproduce)) {
            Path folder = reproduce.resolve(study);
            Runs runs = Runs.read(folder.resolve(RUNS));
            text.append("## ").append(title(folder)).append("\n\n").append(KNOWN.getOrDefault(study, OtherTables::asRecorded).of(runs))
                    .append("Study: [").append(study).append("](../reproduce/").append(study).append("/README.md).").append(runs.madeWith())
                    .append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** Folders with recorded runs: those whose tables are known first, then the others by name. */
    private static List<String> studies(Path reproduce) throws IOException {
        try (Stream<Path> folders = Files.list(reproduce)) {
            List<String> found = folders.filter(folder -> Files.exists(folder.resolve(RUNS))).map(folder -> String.valueOf(folder.getFileName()))
                    .sorted().toList();
            return Stream.concat(KNOWN.keySet().stream().filter(found::contains), found.stream().filter(name -> !KNOWN.containsKey(name))).toList();
        }
    }

    private static String title(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("README.md")).get(0).replaceFirst("^#\\s*", "");
    }

    private interface Tables {
        String of(Runs runs);
    }
}
