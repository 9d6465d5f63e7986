package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.terminal.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TriviumTest {

    @Test
    void anUnknownCommandIsAMatterOfUsage() {
        Run run = Run.of("forcast");
        assertEquals(2, run.code());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().startsWith("trivium: Unmatched argument at index 0: 'forcast'"), run.err());
        assertTrue(run.err().contains("did you mean forecast"), run.err());
    }

    @Test
    void noCommandIsAMatterOfUsage() {
        assertEquals(2, Run.of().code());
        assertEquals("trivium: Missing required subcommand (see trivium forecast --help)", Run.of("forecast").error());
    }

    @Test
    void aMissingOptionIsNamed() {
        Run run = Run.of("forecast", "fit", "--data", "x.csv");
        assertEquals(2, run.code());
        assertEquals("trivium: Missing required option: '--out=FILE' (see trivium forecast fit --help)", run.error());
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        List<String> without = new ArrayList<>();
        List<CommandLine> all = leaves(Trivium.forSession(Session.of(silent(), silent()))).stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden()).toList();
        assertEquals(22, all.size());
        for (CommandLine command : all) {
            String[] words = command.getCommandSpec().qualifiedName().split(" ");
            String[] help = new String[words.length];
            System.arraycopy(words, 1, help, 0, words.length - 1);
            help[words.length - 1] = "--help";
            Run run = Run.of(help);
            if (run.code() != 0 || !run.err().isEmpty() || !run.out().contains("Examples") || !run.out().contains("  trivium ")) {
                without.add(command.getCommandSpec().qualifiedName());
            }
        }
        assertEquals(List.of(), without);
    }

    private static List<CommandLine> leaves(CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            return List.of(command);
        }
        return command.getSubcommands().values().stream().flatMap(sub -> leaves(sub).stream()).toList();
    }

    private static PrintWriter silent() {
        return new PrintWriter(Writer.nullWriter());
    }

    @Test
    void theVersionNamesJava() {
        Run run = Run.of("--version");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("Java " + Runtime.version()), run.out());
    }

    @Test
    void aRefusalIsOneLineAndTheTraceComesOnDemand(@TempDir Path folder) throws IOException {
        Path csv = Files.writeString(folder.resolve("bad.csv"), "date,a\n2024-01-01,1\n2024-01-02,Tuesday\n");
        String[] words = {"forecast", "fit", "--data", csv.toString(), "--out", folder.resolve("m.trivium").toString()};
        Run run = Run.of(words);
        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.err().startsWith("trivium: " + csv + ":3: "), run.err());
        String[] debug = java.util.Arrays.copyOf(words, words.length + 1);
        debug[words.length] = "--debug";
        Run traced = Run.of(debug);
        assertAll(() -> assertEquals(1, traced.code()),
                () -> assertTrue(traced.err().startsWith(run.err()), traced.err()),
                () -> assertTrue(traced.err().contains("    at dev.trivium.data.csv."), traced.err()));
    }

    @Test
    void theDoctorReportsTheEngine() {
        Run run = Run.of("doctor");
        assertEquals(0, run.code());
        assertAll(() -> assertTrue(run.out().contains("PyTorch 2.7.1 is loaded"), run.out()),
                () -> assertTrue(run.out().contains("gpu "), run.out()),
                () -> assertTrue(run.out().contains("data cache "), run.out()),
                () -> assertEquals("", run.err()));
        assertTrue(Run.of("doctor", "--json").out().startsWith("{"));
    }

    @Test
    void theDemoDoesNotWriteOverAnEarlierOne(@TempDir Path folder) throws IOException {
        Path forecast = Files.writeString(folder.resolve("forecast.csv"), "mine");
        Run run = Run.of("demo", "--out", folder.toString());
        assertEquals(2, run.code());
        assertEquals("trivium: --out must not hold a demo already (--force replaces its files), got " + forecast
                + " (see trivium demo --help)", run.error());
        assertEquals("mine", Files.readString(forecast));
        assertFalse(Files.exists(folder.resolve("forecast.svg")));
    }
}
