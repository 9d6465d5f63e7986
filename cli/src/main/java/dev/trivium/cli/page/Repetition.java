package dev.trivium.cli.page;

import dev.trivium.cli.terminal.CommandName;
import dev.trivium.evaluation.report.Command;
import dev.trivium.evaluation.report.Facts;
import dev.trivium.evaluation.report.Prose;
import dev.trivium.evaluation.report.Section;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Where a page comes from, and how to make it again. */
public final class Repetition {

    private Repetition() {}

    /** {@return the command as it was typed, and what it ran on} */
    public static Section of(CommandSpec command) {
        CommandLine root = command.root().commandLine();
        String typed = root.getParseResult().originalArgs().stream().map(CommandName::quoted).collect(Collectors.joining(" "));
        Facts facts = new Facts().fact("written", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .fact("program", version(root)).fact("Java", Runtime.version().toString())
                .fact("system", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
        return Section.of("How to repeat it",
                new Prose("The same command, data, versions, threads and machine give the same numbers, times apart."), new Command("trivium " + typed), facts);
    }

    private static String version(CommandLine root) {
        try {
            String[] lines = root.getCommandSpec().versionProvider() == null ? root.getCommandSpec().version()
                    : root.getCommandSpec().versionProvider().getVersion();
            return lines.length == 0 ? "Trivium" : lines[0];
        } catch (Exception e) {
            throw new IllegalStateException("the version is read from our own jar", e);
        }
    }
}
