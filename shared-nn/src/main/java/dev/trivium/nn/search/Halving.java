package dev.trivium.nn.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Successive halving (Jamieson and Talwalkar 2016): all trials are trained for few epochs, the best by validation for more, and so on to the end.
 *
 * <p>Of n trials on a rung the best ⌊n/η⌋ go on to the next, which has η times the epochs, from where they stopped. Rungs are as many as leave the
 * first one an epoch and the last one a trial. A rung begins when the one below has ended, so what is promoted does not depend on how many trials run at
 * once. The first trial, the standard recipe, is taken to the end beside the others, so that there is something to compare with.
 *
 * @param trials on the first rung, at least 2
 * @param epochs of the last rung: the whole recipe
 * @param eta η, at least 2
 */
public record Halving(int trials, int epochs, int eta) implements Strategy {

    /** Checks the numbers. */
    public Halving {
        if (trials < 2) {
            throw new IllegalArgumentException("trials must be at least 2 for successive halving, got " + trials);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
        }
        if (eta < 2) {
            throw new IllegalArgumentException("eta must be at least 2, got " + eta);
        }
    }

    /** {@return halving by thirds} */
    public static Halving of(int trials, int epochs) {
        return new Halving(trials, epochs, 3);
    }

    /** {@return epochs of every rung, rising to {@link #epochs}} */
    public List<Integer> rungs() {
        int last = 0;
        for (long factor = eta; trials / factor >= 1 && epochs / factor >= 1; factor *= eta) {
            last++;
        }
        int count = last;
        return IntStream.rangeClosed(0, count).map(i -> (int) Math.max(1, Math.round(epochs / Math.pow(eta, count - i)))).boxed().toList();
    }

    @Override
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sampler", "halving");
        map.put("trials", trials);
        map.put("epochs", epochs);
        map.put("eta", eta);
        return map;
    }

    @Override
    public Step next(SearchSpace space, Settings standard, List<Trial> all, long seed) {
        List<Integer> rungs = rungs();
        if (all.size() < trials) {
            return new Step.Begin(all.isEmpty() ? standard : space.draw(Sampler.random(seed, all.size() + 1)), rungs.get(0));
        }
        List<Trial> rung = all;
        for (int i = 0; i < rungs.size(); i++) {
            int here = rungs.get(i);
            for (Trial trial : rung) {
                if (trial.failure().isEmpty() && trial.running().isEmpty() && trial.at(here).isEmpty()) {
                    return new Step.GoOn(trial.number(), here);
                }
            }
            if (rung.stream().anyMatch(trial -> trial.running().isPresent())) {
                return new Step.Await();
            }
            rung = promoted(rung, here, i + 1);
        }
        return new Step.Done();
    }

    /** The best of a rung, and the standard recipe, in the order of their numbers. */
    private List<Trial> promoted(List<Trial> rung, int at, int next) {
        int most = (int) (trials / Math.pow(eta, next));
        List<Trial> ranked = rung.stream().filter(trial -> trial.failure().isEmpty())
                .sorted(Comparator.comparingDouble((Trial trial) -> trial.at(at).orElseThrow().value()).thenComparingInt(Trial::number)).toList();
        List<Trial> best = ranked.subList(0, Math.min(most, ranked.size()));
        return ranked.stream().filter(trial -> trial.number() == 1 || best.contains(trial)).sorted(Comparator.comparingInt(Trial::number)).toList();
    }
}
