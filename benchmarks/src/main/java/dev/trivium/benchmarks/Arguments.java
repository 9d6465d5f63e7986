package dev.trivium.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Command-line options of the form {@code --name value}; unknown names are refused. */
final class Arguments {

    private final Map<String, String> values = new LinkedHashMap<>();

    Arguments(String[] arguments, List<String> known) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!known.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("options must be pairs of one of " + known + " and a value, got "
                        + String.join(" ", arguments));
            }
            values.put(arguments[i], arguments[i + 1]);
        }
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String text = values.get(name);
        int number = text == null ? otherwise : Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + number);
        }
        return number;
    }
}
