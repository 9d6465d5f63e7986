package dev.trivium.cli.option;

import dev.trivium.cli.terminal.CommandName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options as they were typed, for a command that is printed to be typed next. */
final class TypedOptions {

    private TypedOptions() {}

    /** {@return those that belong to the classes, as words of a shell} */
    static String of(CommandSpec spec, Set<Class<?>> classes) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (option.userObject() instanceof Field field && classes.contains(field.getDeclaringClass())) {
                boolean flag = option.arity().max() == 0;
                option.originalStringValues().forEach(value -> words.addAll(flag ? List.of(option.longestName())
                        : List.of(option.longestName(), CommandName.quoted(value))));
            }
        }
        return String.join(" ", words);
    }
}
