package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command of README.md and docs, run in the order of the pages on small files of the names that they use. A command that stands twice is
 * run once. Networks learn for an epoch; nothing else is changed but that files are looked for, and put, into a folder of the test.
 */
class PageCommandsTest {

    /** What another test runs, by the first words, with where. */
    private static final Map<String, String> ELSEWHERE = Map.of("demo", ".ci/run");
    private static final String SEARCH = "search";
    private static final Pattern FILE = Pattern.compile("[\\w./-]+\\.(csv|tgz|trivium|svg|png|json|html|graphml|mask|state|txt|sdf|smi|gz)");
    private static final Pattern FROM = Pattern.compile("<\\s*(\\S+)");
    private static final Set<String> WRITTEN = Set.of("--chart", "--graph", "--experts", "--experts-by-series", "--save-mask", "--report", "--record", "--keep");
    private static final Set<String> NETWORKS = Set.of("waverora", "timetracker-tuned", "molgraph-xlstm", "fgatt");

    @TempDir
    private static Path folder = Path.of("");

    private static final Set<String> DONE = new LinkedHashSet<>();

    @BeforeAll
    static void writeFiles() throws IOException {
        PageFiles.write(folder);
    }

    static Stream<String> pages() throws IOException {
        return Pages.all().stream().map(page -> Pages.root().relativize(page).toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandOfThePageDoesWhatItSays(String page) throws IOException {
        for (String command : Pages.commands(Pages.root().resolve(page))) {
            if (ELSEWHERE.keySet().stream().noneMatch(command::startsWith) && DONE.add(command.strip())) {
                run(page, command);
            }
        }
    }

    @Test
    void whatIsNotRunHereIsRunElsewhere() throws IOException {
        for (Map.Entry<String, String> each : ELSEWHERE.entrySet()) {
            assertTrue(Files.readString(Pages.root().resolve(each.getValue())).contains("./trivium " + each.getKey()), each.toString());
        }
    }

    private static void run(String page, String command) throws IOException {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : Pages.words(command)) {
            words.add(before.matches("--out|--tensorboard") || FILE.matcher(word).find() ? inFolder(word) : word);
            before = word;
        }
        List<Path> written = written(words);
        words.addAll(quick(words));
        if (written.stream().anyMatch(Files::exists)) {
            words.add("--force");
        }
        Run run = reading(command, words);
        assertEquals(0, run.code(), page + ": " + String.join(" ", words) + "\n" + run.err());
        written.forEach(file -> assertTrue(Files.exists(file), page + ": " + command + " must write " + file.getFileName()));
    }

    /** {@code a,b.trivium} and {@code mask:a.mask} hold file names as well. */
    private static String inFolder(String word) {
        return Arrays.stream(word.split(",")).map(part -> {
            int colon = part.indexOf(':');
            String name = part.substring(colon + 1);
            return part.substring(0, colon + 1) + (FILE.matcher(name).matches() || word.equals(name) && !name.contains("timetracker")
                    ? folder.resolve(name).toString() : name);
        }).collect(Collectors.joining(","));
    }

    private static List<Path> written(List<String> words) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean out = words.get(i).equals("--out") && !words.get(1).equals(SEARCH);
            if (out || WRITTEN.contains(words.get(i)) && FILE.matcher(words.get(i + 1)).find()) { // --graph soft is none
                files.add(Path.of(words.get(i + 1)));
            }
        }
        return files;
    }

    /** Options that save time and change nothing of what is shown. */
    private static List<String> quick(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < words.size(); i++) {
            options.put(words.get(i), words.get(i + 1));
        }
        String verb = words.get(0) + " " + words.get(Math.min(1, words.size() - 1));
        List<String> more = new ArrayList<>();
        String model = Optional.ofNullable(options.get("--models")).orElseGet(() -> options.getOrDefault("--model", "fgatt"));
        boolean network = Arrays.stream(model.split(",")).anyMatch(NETWORKS::contains);
        if (verb.equals("forecast fine-tune") || verb.matches("(forecast|molecule|impute) (fit|evaluate)") && network) {
            more.addAll(List.of("--epochs", "1"));
        }
        if (verb.equals("forecast evaluate")) {
            more.addAll(List.of("--stride", "12"));
        }
        if (verb.endsWith(" " + SEARCH)) {
            more.add("--show-space"); // reads and divides the data; trials are run by SearchCommandsTest
        }
        return more;
    }

    private static Run reading(String command, List<String> words) throws IOException {
        Matcher from = FROM.matcher(command);
        if (!from.find()) {
            return Run.of(words.toArray(String[]::new));
        }
        InputStream before = System.in;
        try (InputStream file = Files.newInputStream(folder.resolve(from.group(1)))) {
            System.setIn(file);
            return Run.of(words.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }
}
