package dev.trivium.cli.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.nn.search.Halving;
import dev.trivium.nn.search.RandomSampler;
import dev.trivium.nn.search.Sequential;
import dev.trivium.nn.search.Strategy;
import dev.trivium.nn.search.TpeSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all searches can be told: sampler, trials, processes, memory, seed, and where the study is kept. */
public final class SearchOptions {

    private static final String HALF = "0.5";
    private static final String NONE = "none";
    private static final int MOST_JOBS = 1024;
    private static final int MOST_TRIALS = 100_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** How trials are chosen. */
    public enum Kind {
        /** Each by itself. */
        RANDOM,
        /** Tree-structured Parzen estimators. */
        TPE,
        /** Successive halving. */
        HALVING
    }

    @Option(names = "--sampler", paramLabel = "KIND", defaultValue = "tpe",
            description = "tpe (default): learns from the trials before; random; halving: all for few epochs, the better third for three times as many,"
                    + " and so on.")
    private Kind sampler = Kind.TPE;

    @Option(names = "--trials", paramLabel = "N", defaultValue = "20", description = "Settings to try, the standard ones among them; 20 by default.")
    private int trials = 20;

    @Option(names = "--epochs", paramLabel = "N", description = "Most epochs of a trial; the model's own number by default.")
    private @Nullable Integer epochs;

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "Trials that run at once, each in a process; 1 by default.")
    private int jobs = 1;

    @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "4g", converter = MemorySize.Converter.class,
            description = "Memory for all trials that run at once, such as 4g (default) or 900m. The first one is measured, and as many run"
                    + " as fit.")
    private MemorySize memory = new MemorySize(0);

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Of what is tried, and of the weights, data order and dropout of every trial; 1 by default.")
    private long seed = 1;

    @Option(names = "--space", paramLabel = "FILE",
            description = "JSON file that narrows what is tried: {\"batch\": 32, \"width\": [64, 128], \"rate\": {\"low\": 1e-4, \"high\": 1e-3}}.")
    private @Nullable Path space;

    @Option(names = "--show-space", description = "Print what would be tried, and end.")
    private boolean showSpace;

    @Option(names = {"--out", "--study"}, required = true, paramLabel = "FOLDER",
            description = "Folder of the study: journal, history, chart, logs. A search that was stopped goes on when it is called again with the"
                    + " same options; --trials may be raised.")
    private Path out = Path.of("");

    @Option(names = "--best", paramLabel = "FILE", description = "Fit a model with the best settings and write it, such as best.trivium.")
    private @Nullable Path best;

    @Option(names = "--report", paramLabel = "FILE", description = "Write the search as one HTML page, such as search.html.")
    private @Nullable Path report;

    @Option(names = "--calibration", paramLabel = "SHARE|none", defaultValue = HALF,
            description = "Share of the validation data that is kept from the search, so that the model fitted afterwards can calibrate its intervals on"
                    + " it; 0.5 by default, where there is enough.")
    private String calibration = HALF;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public SearchOptions() {}

    /** Refuses what is wrong without a look at the data. */
    public void check() {
        within("--trials", 1, MOST_TRIALS, trials);
        within("--jobs", 1, MOST_JOBS, jobs);
        if (epochs != null && epochs < 1) {
            throw refused("--epochs must be at least 1, got " + epochs);
        }
        if (!calibration.equals(NONE) && !calibration.matches("0?\\.\\d*[1-9]\\d*")) {
            throw refused("--calibration must be a share above 0 and below 1, or none, got " + calibration);
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw refused("--out must be a folder, got the file " + out);
        }
        Path parent = out.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw refused("--out must be in a folder that is there, got " + out);
        }
        if (best != null && Files.exists(best)) {
            throw refused("--best must not be there already, got " + best);
        }
        if (report != null && !report.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".html")) {
            throw refused("--report must end in .html, got " + report);
        }
        if (report != null && Files.isDirectory(report)) {
            throw refused("--report must be a file, got the folder " + report);
        }
        requireHome("--report", report);
        requireHome("--best", best);
    }

    /** A file may be in a folder that is there, or in that of the study, which is made. */
    private void requireHome(String option, @Nullable Path file) {
        Path home = file == null ? null : file.toAbsolutePath().getParent();
        if (home != null && !Files.isDirectory(home) && !home.equals(out.toAbsolutePath())) {
            throw refused(option + " must be in a folder that is there, got " + file);
        }
    }

    private void within(String option, int low, int high, int value) {
        if (value < low || value > high) {
            throw refused(option + " must be between " + low + " and " + high + ", got " + value);
        }
    }

    /** {@return what narrows the space, as it stands in the file} */
    Map<String, Object> rules() throws IOException {
        if (space == null) {
            return Map.of();
        }
        try {
            Map<String, Object> rules = JSON.readValue(Files.readString(space), new TypeReference<Map<String, Object>>() {});
            if (rules != null) {
                return rules;
            }
            throw new IOException(space + " must hold a JSON object, got null");
        } catch (JsonProcessingException e) {
            throw new IOException(space + " line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + " must be a JSON object: "
                    + e.getOriginalMessage(), e);
        }
    }

    /** {@return where it stands, for a refusal} */
    String spaceName() {
        return String.valueOf(space);
    }

    /**
     * {@return how to go on from trial to trial}
     *
     * @param standard epochs of the recipe; empty for a model without
     */
    Strategy strategy(OptionalInt standard, String model) {
        if (epochs != null && standard.isEmpty()) {
            throw refused("--epochs must be used with a model that is trained in epochs, got " + model);
        }
        if (sampler != Kind.HALVING) {
            return new Sequential(sampler == Kind.TPE ? new TpeSampler() : new RandomSampler(), trials);
        }
        if (standard.isEmpty()) {
            throw refused("--sampler halving must be used with a model that is trained in epochs, got " + model);
        }
        if (trials < 2) {
            throw refused("--trials must be at least 2 for halving, got " + trials);
        }
        return Halving.of(trials, epochs().orElse(standard.getAsInt()));
    }

    /**
     * {@return the share of the validation data that is kept from the search; empty for none}
     *
     * @param size rows or molecules of validation
     * @param least that either part must have; with less, nothing is kept, unless that was asked for
     */
    public OptionalDouble calibration(int size, int least) {
        if (calibration.equals(NONE)) {
            return OptionalDouble.empty();
        }
        double share = Double.parseDouble(calibration);
        boolean enough = Math.min(share, 1 - share) * size >= least;
        if (!enough && !calibration.equals(HALF)) {
            throw refused("--calibration must leave at least " + least + " of " + size + " for either part of validation, got " + calibration);
        }
        return enough ? OptionalDouble.of(share) : OptionalDouble.empty();
    }

    /**
     * Refuses a share that was asked for and leaves too little for the intervals of the fit that follows.
     *
     * @param values that calibrate an interval
     * @param needed for the standard intervals
     */
    public void requireIntervals(int values, int needed) {
        if (!calibration.equals(HALF) && !calibration.equals(NONE) && values < needed) {
            throw refused("--calibration must leave at least " + needed + " values for the intervals of the model that is fitted afterwards, got " + values
                    + " with " + calibration + "; use more validation data, or none");
        }
    }

    /** {@return the words of a fit that keeps the same data apart; none for what it does by itself} */
    List<String> calibrationWords() {
        return calibration.equals(HALF) ? List.of() : List.of("--calibration", calibration);
    }

    OptionalInt epochs() {
        return epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs);
    }

    int jobs() {
        return jobs;
    }

    MemorySize memory() {
        return memory;
    }

    /** {@return the seed of the study and of its trials} */
    public long seed() {
        return seed;
    }

    boolean showSpace() {
        return showSpace;
    }

    Path out() {
        return out;
    }

    Optional<Path> best() {
        return Optional.ofNullable(best);
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    boolean json() {
        return json;
    }

    /** {@return the refusal of an option} */
    public ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
