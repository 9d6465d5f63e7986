package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.trivium.cli.terminal.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What README.md and the pages of docs tell people to type must be understood. */
class ReadmeCommandsTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?(?:\\./)?trivium (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```[a-z]*$(.*?)^```$");

    @Test
    void everyCommandOfTheReadmeParses() throws IOException {
        Path readme = root().resolve("README.md");
        Assumptions.assumeTrue(Files.exists(readme), "skipped: README.md is not written yet");
        assertFalse(commands(readme).isEmpty(), "README.md shows commands");
        assertEquals(List.of(), problems(readme));
    }

    @Test
    void everyCommandOfTheDocsParses() throws IOException {
        List<String> problems = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(root().resolve("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                problems.addAll(problems(page));
            }
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void everyExampleOfTheHelpParses() {
        List<String> problems = new ArrayList<>();
        List<CommandLine> all = new ArrayList<>(List.of(parser()));
        for (int i = 0; i < all.size(); i++) {
            CommandLine each = all.get(i);
            all.addAll(each.getSubcommands().values());
            String text = String.join("\n", each.getCommandSpec().usageMessage().footer()).replace("\\\n", "");
            Matcher command = COMMAND.matcher(text);
            while (command.find()) {
                problem(command.group(1)).ifPresent(problem -> problems.add(each.getCommandName() + ": " + problem));
            }
        }
        assertEquals(List.of(), problems);
    }

    private static List<String> problems(Path page) throws IOException {
        return commands(page).stream().flatMap(command -> problem(command).stream()).map(problem -> page.getFileName() + ": " + problem).toList();
    }

    private static List<String> commands(Path page) throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(page));
        while (code.find()) {
            Matcher command = COMMAND.matcher(code.group(1).replace("\\\n", ""));
            while (command.find()) {
                commands.add(command.group(1));
            }
        }
        return commands;
    }

    private static java.util.Optional<String> problem(String command) {
        String words = command.replaceAll("\\s+#.*$|\\s*[<>|].*$", "").replaceAll("\\bCOMMAND\\b", "demo").strip();
        try {
            parser().parseArgs(words.split("\\s+"));
            return java.util.Optional.empty();
        } catch (ParameterException e) {
            return java.util.Optional.of("trivium " + words + ": " + e.getMessage());
        }
    }

    private static CommandLine parser() {
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        return Trivium.forSession(Session.of(silent, silent));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }
}
