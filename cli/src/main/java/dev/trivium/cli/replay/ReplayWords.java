package dev.trivium.cli.replay;

import dev.trivium.cli.record.FileFact;
import dev.trivium.cli.record.Recording;
import dev.trivium.cli.record.RunRecord;
import dev.trivium.cli.record.Shown;
import dev.trivium.cli.record.Typed;
import dev.trivium.nn.tensor.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The words of the command that repeats a run. A record may come from anywhere, so nothing of it becomes a word that the command itself would not have
 * recorded: only commands of the list, only options that they record, only files whose hash was checked.
 */
final class ReplayWords {

    private static final Set<String> COMMANDS = Set.of("forecast fit", "forecast fine-tune", "forecast evaluate", "molecule fit", "molecule evaluate",
            "impute fit", "impute evaluate");
    private static final String DEVICE = "--device";
    private static final String THREADS = "--threads";
    private static final int MOST_THREADS = 1024;

    private final Recorded recorded;
    private final RunRecord run;
    private final CommandLine command;
    private final List<Resolved> files;
    private final List<String> words;
    private final List<String> notes = new ArrayList<>();

    private ReplayWords(Recorded recorded, CommandLine command, List<Resolved> files) {
        this.recorded = recorded;
        this.run = recorded.run();
        this.command = command;
        this.files = new ArrayList<>(files);
        words = new ArrayList<>(List.of(run.command().split(" ")));
    }

    /**
     * Refuses a record of anything but the commands that are recorded.
     *
     * @return the command's parser
     */
    static CommandLine command(Recorded recorded, CommandLine root) throws IOException {
        String name = recorded.run().command();
        if (!COMMANDS.contains(name)) {
            throw new IOException(recorded.file() + ": command must be one of " + COMMANDS.stream().sorted().toList() + ", got " + Shown.of(name));
        }
        CommandLine command = root;
        for (String word : name.split(" ")) {
            command = command.getSubcommands().get(word);
        }
        return command;
    }

    /**
     * {@return the words, and what is to know of them}
     *
     * @param files those of the record, found and checked
     * @throws IOException naming what of the record the command does not have
     */
    static ReplayWords of(Recorded recorded, CommandLine root, List<Resolved> files) throws IOException {
        ReplayWords words = new ReplayWords(recorded, command(recorded, root), files);
        for (Typed option : words.run.options()) {
            words.typed(option);
        }
        if (!words.files.isEmpty()) {
            FileFact file = words.files.get(0).fact();
            throw words.refused("files must be named by the options, got " + Shown.of(file.name()) + " of " + Shown.of(file.option())
                    + ", which no option names");
        }
        words.changedDefaults();
        words.place();
        return words;
    }

    private void typed(Typed typed) throws IOException {
        OptionSpec option = option(typed.name());
        if (typed.name().equals(DEVICE) || typed.name().equals(THREADS)) {
            return; // as they turned out, see place()
        }
        boolean flag = option.arity().max() == 0;
        if (flag != typed.values().isEmpty()) {
            throw refused("option " + typed.name() + " must have " + (flag ? "no value" : "a value") + ", got " + typed.values().size());
        }
        if (flag) {
            words.add(typed.name());
        }
        for (String value : typed.values()) {
            words.add(typed.name() + "=" + substituted(option, value));
        }
    }

    private OptionSpec option(String name) throws IOException {
        OptionSpec option = command.getCommandSpec().optionsMap().get(name);
        if (option == null || !Recording.isRecorded(option)) {
            throw refused("options must be those that trivium " + run.command() + " records, got " + Shown.of(name));
        }
        return option;
    }

    /** The path of a file that was found, in place of its name. */
    private String substituted(OptionSpec option, String value) throws IOException {
        Optional<String> prefix = Recording.filePrefix(option).filter(value::startsWith);
        if (prefix.isEmpty()) {
            return value;
        }
        String name = value.substring(prefix.get().length());
        for (Resolved file : files) {
            if (file.fact().option().equals(option.longestName()) && file.fact().name().equals(name)) {
                files.remove(file);
                return prefix.get() + file.path();
            }
        }
        if (option.type() == Path.class || !prefix.get().isEmpty() || !isOnlyAName(name)) {
            throw refused("option " + option.longestName() + " must name a file that is listed with its hash, or no file, got " + Shown.of(value));
        }
        return value;
    }

    /** Whether a value can stand for a model or a data set only: there is no such file. */
    private static boolean isOnlyAName(String value) {
        if (value.contains("/") || value.contains("\\")) {
            return false;
        }
        try {
            return !Files.exists(Path.of(value));
        } catch (InvalidPathException e) {
            return true;
        }
    }

    /** Where a default has changed since, the one of the run is taken. */
    private void changedDefaults() throws IOException {
        for (Map.Entry<String, String> old : run.defaults().entrySet()) {
            OptionSpec option = option(old.getKey());
            if (!old.getKey().equals(DEVICE) && !old.getValue().equals(option.defaultValue())) {
                words.add(old.getKey() + "=" + old.getValue());
                notes.add(String.format(java.util.Locale.ROOT, "%s was %s by default and is %s now; the replay takes %s", old.getKey(), Shown.of(old.getValue()),
                        option.defaultValue() == null ? "nothing" : option.defaultValue(), Shown.of(old.getValue())));
            }
        }
    }

    /** Threads and device as they were, typed or not. */
    private void place() throws IOException {
        String threads = run.environment().getOrDefault("threads", "");
        if (!threads.matches("[1-9]\\d{0,3}") || Integer.parseInt(threads) > MOST_THREADS) {
            throw refused("environment.threads must be between 1 and " + MOST_THREADS + ", got " + Shown.of(threads));
        }
        words.add(THREADS + "=" + threads);
        String device = run.environment().getOrDefault("device", "");
        if (!device.matches("cpu|gpu:\\d{1,4}")) {
            throw refused("environment.device must be cpu or gpu:N, got " + Shown.of(device));
        }
        try {
            words.add(DEVICE + "=" + Compute.choose(device).device());
        } catch (IllegalArgumentException e) {
            words.add(DEVICE + "=cpu");
            notes.add("the run was on " + device + ", which is not to be had here; the replay is on the processor");
        }
    }

    private IOException refused(String rule) {
        return new IOException(recorded.file() + ": " + rule);
    }

    List<String> words() {
        return words;
    }

    List<String> notes() {
        return notes;
    }
}
