package dev.trivium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** README.md and the pages of docs, and the commands that they show. */
final class Pages {

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?(?:\\./)?trivium (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```[a-z]*$(.*?)^```$");

    private Pages() {}

    /** The root of the repository. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }

    /** README.md first, then docs by name. */
    static List<Path> all() throws IOException {
        try (Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            return Stream.concat(Stream.of(root().resolve("README.md")), docs.filter(file -> file.toString().endsWith(".md")).sorted()).toList();
        }
    }

    /** What stands after {@code trivium} on the lines of a page's code blocks, with comments and redirections. */
    static List<String> commands(Path page) throws IOException {
        List<String> commands = new ArrayList<>();
        Matcher code = CODE.matcher(Files.readString(page));
        while (code.find()) {
            commands.addAll(commands(code.group(1)));
        }
        return commands;
    }

    /** As {@link #commands(Path)}, of a text that is all code. */
    static List<String> commands(String code) {
        Matcher command = COMMAND.matcher(code.replace("\\\n", ""));
        return command.results().map(found -> found.group(1)).toList();
    }

    /** A command as words, without comment and redirections. */
    static List<String> words(String command) {
        return List.of(command.replaceAll("\\s+#.*$|\\s*[<>|].*$", "").strip().split("\\s+"));
    }
}
