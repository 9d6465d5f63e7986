package dev.trivium.cli.search;

import java.util.ArrayList;
import java.util.List;

/** The words of a line that {@link dev.trivium.cli.terminal.CommandName#quoted} made. */
final class ShellWords {

    private ShellWords() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'') {
                open = !open;
                any = true;
            } else if (c == '\\' && !open && i + 1 < line.length() && line.charAt(i + 1) == '\'') {
                word.append(line.charAt(++i));
            } else if (c == ' ' && !open) {
                if (any || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
            }
        }
        if (any || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
