package dev.trivium.reproduce.timetracker.corpus;

import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.timeseries.timetracker.SeriesSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The corpus of the pre-training (ours): about three quarters drawn series, about a quarter windows of openly licensed sets. The first 80 % of
 * every set's rows train, the last 20 % validate; drawn series for validation come from another stream. No set of the evaluation is in it, in
 * any form. A draw follows from seed and number alone. Thread-safe.
 */
public final class PretrainingCorpus implements SeriesSource {

    /** Goes up whenever a draw changes. */
    private static final int GENERATOR = 1;

    /** The sets of the evaluation: never read here. */
    private static final List<String> EXCLUDED = List.of("ETTh1", "ETTh2", "ETTm1", "ETTm2", "Weather", "Exchange", "ILI",
            "LTE cells hourly", "5G cells", "Chicago 'L' sample");

    // Streams of numbers that never meet, whatever the seed.
    private static final long TRAINING_STREAM = 0x7452A1;
    private static final long VALIDATION_STREAM = 0x7A11DA;

    private final long seed;
    private final boolean training;
    private final MixingWeights weights;
    private final List<OpenSet> sets;
    private final List<OpenWindows> windows;

    private PretrainingCorpus(long seed, boolean training, MixingWeights weights, List<OpenSet> sets) {
        this.seed = seed;
        this.training = training;
        this.weights = weights;
        this.sets = sets;
        windows = sets.stream().map(OpenWindows::new).toList();
    }

    /**
     * The source that trains.
     *
     * @param cache where the data sets come from
     * @param seed  any number
     * @return drawn series and the first 80 % of the open sets' rows
     * @throws IOException if an open set cannot be read
     */
    public static PretrainingCorpus train(DatasetCache cache, long seed) throws IOException {
        return of(new OpenSets(cache).read(), seed, true);
    }

    /**
     * The source that validates.
     *
     * @param cache where the data sets come from
     * @param seed  the training's
     * @return drawn series of another stream and the last 20 % of the open sets' rows
     * @throws IOException if an open set cannot be read
     */
    public static PretrainingCorpus validation(DatasetCache cache, long seed) throws IOException {
        return of(new OpenSets(cache).read(), seed, false);
    }

    /**
     * Drawn series alone, for who has no files.
     *
     * @param seed     any number
     * @param training whether the training's stream is wanted, else the validation's
     * @return a source that reads nothing
     */
    public static PretrainingCorpus syntheticOnly(long seed, boolean training) {
        return new PretrainingCorpus(seed, training, MixingWeights.syntheticOnly(), List.of());
    }

    static PretrainingCorpus of(List<OpenSet> whole, long seed, boolean training) {
        return new PretrainingCorpus(seed, training, MixingWeights.standard(),
                whole.stream().map(set -> training ? set.training() : set.validation()).toList());
    }

    @Override
    public void draw(long index, float[] values) {
        if (index < 0 || values.length == 0) {
            throw new IllegalArgumentException("index must be at least 0 and values must have a place, got " + index + " and " + values.length);
        }
        Dice dice = new Dice(seed, 2 * index + (training ? 0 : 1) + (training ? TRAINING_STREAM : VALIDATION_STREAM) * 2);
        if (dice.chance(weights.synthetic())) {
            SyntheticSeries.draw(dice, values);
        } else {
            windows.get(dice.among(weights.openSets())).draw(dice, values);
        }
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("generator", GENERATOR);
        about.put("seed", seed);
        about.put("part", training ? "training" : "validation");
        about.put("weights", weights.describe());
        about.put("synthetic", SyntheticSeries.describe());
        about.put("openSets", sets.stream().map(PretrainingCorpus::describe).toList());
        about.put("excluded", EXCLUDED);
        return about;
    }

    private static Map<String, Object> describe(OpenSet set) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("name", set.name());
        about.put("licence", set.licence());
        about.put("series", set.series().size());
        about.put("files", set.files());
        return about;
    }
}
