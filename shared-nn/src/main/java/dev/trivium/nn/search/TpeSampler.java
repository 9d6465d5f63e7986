package dev.trivium.nn.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Tree-structured Parzen estimators (Bergstra, Bardenet, Bengio, Kégl: Algorithms for Hyper-Parameter Optimization, 2011, §4), one parameter at a
 * time.
 *
 * <p>The best of the trials with a score, {@link #GOOD_SHARE} of them and at most {@link #MOST_GOOD}, give a density l of good values, all others a
 * density g; of {@link #CANDIDATES} values drawn from l that with the largest l/g is taken. The first {@link #STARTUP} trials are random.
 *
 * <p>Trials that are running count as if they had ended badly (the constant liar that tells the maximum, Ginsbourger et al. 2010), and so do failed
 * ones: processes that search at once keep away from each other, and from what crashes.
 */
public final class TpeSampler implements Sampler {

    /** Random trials before the densities are believed. */
    public static final int STARTUP = 10;
    /** Share of the trials with a score that are good, rounded up. */
    public static final double GOOD_SHARE = 0.15;
    /** Most good trials. */
    public static final int MOST_GOOD = 25;
    /** Values drawn from l for each parameter. */
    public static final int CANDIDATES = 24;

    /** Has no settings but its constants. */
    public TpeSampler() {}

    @Override
    public String name() {
        return "tpe";
    }

    @Override
    public Settings suggest(SearchSpace space, List<Trial> trials, long seed, int number) {
        SplittableRandom random = Sampler.random(seed, number);
        List<Trial> scored = trials.stream().filter(trial -> trial.failure().isEmpty() && trial.score().isPresent() && trial.running().isEmpty())
                .sorted(Comparator.comparingDouble((Trial trial) -> trial.score().orElseThrow().value()).thenComparingInt(Trial::number)).toList();
        if (scored.size() < STARTUP) {
            return space.draw(random);
        }
        int good = Math.min(MOST_GOOD, (int) Math.ceil(GOOD_SHARE * scored.size()));
        List<Trial> bad = Stream.concat(scored.stream().skip(good), trials.stream().filter(trial -> !scored.contains(trial))).toList();
        Settings settings = Settings.none();
        for (Parameter parameter : space.parameters()) {
            if (space.active(parameter, settings)) {
                Density l = density(parameter, scored.subList(0, good));
                settings = settings.withValue(parameter.name(), best(l, density(parameter, bad), random));
            }
        }
        return settings;
    }

    private static Object best(Density l, Density g, SplittableRandom random) {
        Object best = l.draw(random);
        double most = l.log(best) - g.log(best);
        for (int i = 1; i < CANDIDATES; i++) {
            Object value = l.draw(random);
            double ratio = l.log(value) - g.log(value);
            if (ratio > most) {
                most = ratio;
                best = value;
            }
        }
        return best;
    }

    private static Density density(Parameter parameter, List<Trial> trials) {
        List<Object> values = new ArrayList<>();
        for (Trial trial : trials) {
            Object value = trial.settings().values().get(parameter.name());
            if (value != null) { // a parameter that depends on a choice may have none
                values.add(value);
            }
        }
        if (parameter instanceof Choice choice) {
            return new Frequencies(choice, values);
        }
        return new Parzen(parameter instanceof Whole whole ? whole.scale() : ((Real) parameter).scale(), values);
    }
}
