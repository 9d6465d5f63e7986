package dev.trivium.nn.search;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One trial after the other, each run once, as a sampler suggests. Settings that were tried are not tried again; where nothing else is left, the
 * study is done.
 *
 * @param sampler what to try
 * @param trials how many, at least 1; a study that goes on may have more
 */
public record Sequential(Sampler sampler, int trials) implements Strategy {

    private static final int DRAWS = 200;
    private static final int MOST_DRAWS = 20_000;

    /** Checks the number. */
    public Sequential {
        if (trials < 1) {
            throw new IllegalArgumentException("trials must be at least 1, got " + trials);
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("sampler", sampler.name());
    }

    @Override
    public Step next(SearchSpace space, Settings standard, List<Trial> trials, long seed) {
        if (trials.isEmpty()) {
            return new Step.Begin(standard, 0);
        }
        Settings settings = trials.size() >= trials() ? standard : fresh(space, trials, seed);
        if (trials.stream().noneMatch(trial -> trial.settings().equals(settings))) {
            return new Step.Begin(settings, 0);
        }
        return trials.stream().anyMatch(trial -> trial.running().isPresent()) ? new Step.Await() : new Step.Done();
    }

    /** Settings that were not tried; the standard ones if none were found. */
    private Settings fresh(SearchSpace space, List<Trial> trials, long seed) {
        int number = trials.size() + 1;
        List<Settings> tried = trials.stream().map(Trial::settings).toList();
        Settings settings = sampler.suggest(space, trials, seed, number);
        SplittableRandom random = Sampler.random(~seed, number);
        long draws = Math.min(MOST_DRAWS, Math.max(DRAWS, 20 * Math.min(space.size(), MOST_DRAWS)));
        for (long i = 0; i < draws && tried.contains(settings); i++) {
            settings = space.draw(random);
        }
        return tried.contains(settings) ? tried.get(0) : settings;
    }
}
