package dev.trivium.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.trivium.cli.terminal.Session;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What README.md, the pages of docs and the help tell people to type must be understood; {@link PageCommandsTest} runs that of the pages. */
class ReadmeCommandsTest {

    @Test
    void everyCommandOfThePagesParses() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path page : Pages.all()) {
            Pages.commands(page).forEach(command -> problem(command).ifPresent(problem -> problems.add(page.getFileName() + ": " + problem)));
        }
        assertEquals(List.of(), problems);
        assertFalse(Pages.commands(Pages.all().get(0)).isEmpty(), "README.md shows commands");
    }

    @Test
    void everyExampleOfTheHelpParses() {
        List<String> problems = new ArrayList<>();
        List<CommandLine> all = new ArrayList<>(List.of(parser()));
        for (int i = 0; i < all.size(); i++) {
            CommandLine each = all.get(i);
            all.addAll(each.getSubcommands().values());
            String text = String.join("\n", each.getCommandSpec().usageMessage().footer());
            Pages.commands(text).forEach(command ->
                    problem(command).ifPresent(problem -> problems.add(each.getCommandName() + ": " + problem)));
        }
        assertEquals(List.of(), problems);
    }

    private static Optional<String> problem(String command) {
        String words = String.join(" ", Pages.words(command)).replaceAll("\\bCOMMAND\\b", "demo");
        try {
            parser().parseArgs(words.split(" "));
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of("trivium " + words + ": " + e.getMessage());
        }
    }

    private static CommandLine parser() {
        PrintWriter silent = new PrintWriter(Writer.nullWriter());
        return Trivium.forSession(Session.of(silent, silent));
    }
}
