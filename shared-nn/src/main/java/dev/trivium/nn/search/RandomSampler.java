package dev.trivium.nn.search;

import java.util.List;

/** Draws every trial by itself (Bergstra and Bengio 2012). */
public final class RandomSampler implements Sampler {

    /** Has no settings. */
    public RandomSampler() {}

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Settings suggest(SearchSpace space, List<Trial> trials, long seed, int number) {
        return space.draw(Sampler.random(seed, number));
    }
}
