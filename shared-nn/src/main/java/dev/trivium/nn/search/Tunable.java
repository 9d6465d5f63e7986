package dev.trivium.nn.search;

import java.util.Map;
import java.util.function.Function;

/**
 * A recipe whose hyper-parameters can be searched.
 *
 * @param <S> the type of the recipe
 * @param space what may be tried
 * @param standard the settings that the recipe has now
 * @param recipe the recipe with other settings
 */
public record Tunable<S>(SearchSpace space, Settings standard, Function<Settings, S> recipe) {

    /** {@return the recipe with settings} */
    public S with(Settings settings) {
        return recipe.apply(settings);
    }

    /**
     * {@return the recipe with settings as they are typed}
     *
     * @param texts values by name
     * @throws IllegalArgumentException if there is no such parameter, or the recipe does not take such a value
     */
    public S with(Map<String, String> texts) {
        return with(space.parse(standard, texts));
    }

    /** {@return this with a narrower space; what it leaves no choice about becomes part of the standard settings} */
    public Tunable<S> narrowed(Map<String, ?> rules) {
        SearchSpace narrower = space.narrowed(rules);
        return new Tunable<>(narrower, narrower.fixed(standard), recipe);
    }
}
