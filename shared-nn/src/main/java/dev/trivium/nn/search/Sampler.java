package dev.trivium.nn.search;

import java.util.List;
import java.util.SplittableRandom;

/** Says what to try next. The same space, trials, seed and number give the same settings. */
public interface Sampler {

    /** {@return the name on the command line} */
    String name();

    /**
     * Suggests settings.
     *
     * @param trials all trials so far, those that are running included
     * @param seed of the study
     * @param number of the trial that the settings are for
     */
    Settings suggest(SearchSpace space, List<Trial> trials, long seed, int number);

    /** {@return a source of its own for every trial of a study, so that no suggestion depends on how many numbers another one drew} */
    static SplittableRandom random(long seed, int number) {
        long own = new SplittableRandom(seed).nextLong() + number * 0x9E3779B97F4A7C15L;
        return new SplittableRandom(new SplittableRandom(own).nextLong()); // mixed: sources whose seeds lie one step apart are one source, a number later
    }
}
