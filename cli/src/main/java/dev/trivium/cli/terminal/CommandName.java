package dev.trivium.cli.terminal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How the user starts us, for commands that are printed to be typed. */
public final class CommandName {

    private static final Path IN_CHECKOUT = Path.of("cli", "target", "trivium", "lib");

    private CommandName() {}

    /** {@return a word as a shell takes it: in quotes, if it holds more than letters, digits and harmless signs} */
    public static String quoted(String word) {
        return word.matches("[\\w@%+=:,./\\\\-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** {@return {@code ./trivium} in a checkout, the path of its launcher from elsewhere, else {@code trivium}} */
    public static String shown() {
        String first = System.getProperty("java.class.path", "").split(File.pathSeparator)[0];
        Path library = Path.of(first).toAbsolutePath().normalize().getParent();
        if (library == null || !library.endsWith(IN_CHECKOUT)) {
            return "trivium";
        }
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Path root = library.resolve("../../../..").normalize();
        Path launcher = root.resolve(windows ? "trivium.cmd" : "trivium");
        if (!Files.exists(launcher)) {
            return "trivium";
        }
        boolean here = root.equals(Path.of("").toAbsolutePath().normalize());
        return here ? "." + File.separator + "trivium" : launcher.toString();
    }
}
