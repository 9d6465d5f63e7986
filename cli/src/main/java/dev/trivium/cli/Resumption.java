package dev.trivium.cli;

import dev.trivium.cli.terminal.CommandName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command that goes on with an interrupted run: the one that was typed, with {@code --resume}. */
final class Resumption {

    private Resumption() {}

    static String command(List<String> typed, Path checkpoint) {
        List<String> words = new ArrayList<>(List.of(CommandName.shown()));
        for (int i = 0; i < typed.size(); i++) {
            String word = typed.get(i);
            if (word.equals("--resume")) {
                i++;
            } else if (!word.startsWith("--resume=")) {
                words.add(word);
            }
        }
        words.add("--resume");
        words.add(checkpoint.toString());
        return words.stream().map(CommandName::quoted).collect(Collectors.joining(" "));
    }
}
