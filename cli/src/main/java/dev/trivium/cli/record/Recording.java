package dev.trivium.cli.record;

import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes down the run of a command. */
public final class Recording {

    private static final String SECONDS = "seconds";

    private Recording() {}

    /** {@return the record of an evaluation} */
    public static RunRecord ofCard(CommandSpec spec, Trail trail, Card card) {
        Map<String, @Nullable Object> result = new TreeMap<>();
        result.put(RunRecord.KIND, RunRecord.CARD);
        result.put(RunRecord.FINGERPRINT, card.fingerprint());
        result.put(RunRecord.CARD, CardValues.of(card));
        return conclude(spec, trail, result);
    }

    /**
     * Writes a fitted model to a file, with the record of its run in it.
     *
     * @return the record, with the hash of every tensor
     */
    public static RunRecord save(CommandSpec spec, Trail trail, Path out, ModelFile.Saver saver) throws IOException {
        Path draft = out.resolveSibling("." + out.getFileName() + "." + UUID.randomUUID() + ".tmp"); // a name that AtomicFile tidies up
        try {
            saver.save(draft);
            ModelContents contents = ModelFile.read(draft);
            Map<String, @Nullable Object> result = new TreeMap<>();
            result.put(RunRecord.KIND, RunRecord.MODEL);
            result.put("name", String.valueOf(out.getFileName()));
            result.put(RunRecord.FINGERPRINT, contents.fingerprint());
            result.put(RunRecord.TENSORS, contents.tensorHashes());
            result.put("metrics", metrics(contents.provenance().get("metrics")));
            RunRecord record = conclude(spec, trail, result);
            ModelFile.write(out, contents.withRun(record.withoutTensors().json()));
            return record;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Scores, numbers of epochs: all but times. */
    private static Map<String, @Nullable Object> metrics(@Nullable Object all) {
        Map<String, @Nullable Object> metrics = new TreeMap<>();
        if (all instanceof Map<?, ?> map) {
            map.forEach((name, value) -> metrics.put(String.valueOf(name), value));
        }
        metrics.keySet().removeIf(name -> name.endsWith(SECONDS));
        return metrics;
    }

    private static RunRecord conclude(CommandSpec spec, Trail trail, Map<String, @Nullable Object> result) {
        String name = spec.qualifiedName();
        RunRecord record = new RunRecord(name.substring(name.indexOf(' ') + 1), typed(spec), defaults(spec), trail.files(),
                new TreeMap<>(trail.facts()), Environment.here(trail.device()), result,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        trail.conclude(record);
        return record;
    }

    private static List<Typed> typed(CommandSpec spec) {
        List<Typed> typed = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (isRecorded(option)) {
                List<String> values = option.arity().max() == 0 ? List.of()
                        : option.stringValues().stream().map(value -> reduced(option, value)).toList();
                typed.add(new Typed(option.longestName(), values));
            }
        }
        return typed;
    }

    /** {@return defaults by option, of those that were not typed} */
    private static Map<String, String> defaults(CommandSpec spec) {
        Map<String, String> defaults = new TreeMap<>();
        for (OptionSpec option : spec.options()) {
            if (isRecorded(option) && option.defaultValue() != null && !spec.commandLine().getParseResult().hasMatchedOption(option)) {
                defaults.put(option.longestName(), option.defaultValue());
            }
        }
        return defaults;
    }

    /** {@return whether results depend on an option} */
    public static boolean isRecorded(OptionSpec option) {
        return !option.usageHelp() && !option.versionHelp() && option.userObject() instanceof Field field
                && !field.isAnnotationPresent(Unrecorded.class);
    }

    /** {@return what stands before the name of a file in the values of an option; empty if the option names no file} */
    public static Optional<String> filePrefix(OptionSpec option) {
        return option.userObject() instanceof Field field ? Optional.ofNullable(field.getAnnotation(Reads.class)).map(Reads::prefix)
                : Optional.empty();
    }

    private static String reduced(OptionSpec option, String value) {
        Optional<String> prefix = filePrefix(option).filter(value::startsWith);
        return prefix.isEmpty() ? value : prefix.get() + Path.of(value.substring(prefix.get().length())).getFileName();
    }
}
