package dev.trivium.reproduce.timetracker.zeroshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What is asked of Time Tracker without training on a set, and whether the runs show it. */
final class Findings {

    private static final double MEAN_RATIO = 0.90;
    private static final double WORST_RATIO = 1.10;
    private static final double LEAST_COVERAGE = 0.75;
    private static final double MOST_COVERAGE = 0.85;

    private final List<StudySet> sets;
    private final List<Run> runs;

    private Findings(List<StudySet> sets, List<Run> runs) {
        this.sets = sets;
        this.runs = runs;
    }

    static Findings of(List<StudySet> sets, List<Run> runs) {
        return new Findings(sets, runs);
    }

    /** {@return the run of a method on a set, if it has scores} */
    Optional<Run> run(String set, Method method) {
        return runs.stream().filter(run -> run.set().equals(set) && run.method() == method && run.ran()).findFirst();
    }

    /** {@return a score relative to the seasonal naive forecast's; empty if one of the two was not run} */
    OptionalDouble ratio(String set, Method method, ToDoubleFunction<Run> score) {
        Optional<Run> own = run(set, method);
        Optional<Run> naive = run(set, Method.SEASONAL_NAIVE);
        return own.isEmpty() || naive.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(score.applyAsDouble(own.get()) / score.applyAsDouble(naive.get()));
    }

    /** {@return the geometric mean of the ratios over sets; empty if one was not run, or there is no set} */
    OptionalDouble mean(List<String> names, Method method, ToDoubleFunction<Run> score) {
        double sum = 0;
        for (String name : names) {
            OptionalDouble ratio = ratio(name, method, score);
            if (ratio.isEmpty()) {
                return ratio;
            }
            sum += Math.log(ratio.getAsDouble());
        }
        return names.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(sum / names.size()));
    }

    /** {@return the names of all sets} */
    List<String> names() {
        return sets.stream().map(StudySet::name).toList();
    }

    /** {@return the sets on which all of these methods ran} */
    List<String> common(List<Method> methods) {
        return names().stream().filter(name -> methods.stream().allMatch(method -> run(name, method).isPresent())).toList();
    }

    /** {@return the sets on which the shipped weights ran} */
    List<String> tracked() {
        return common(List.of(Method.ZERO_SHOT, Method.SEASONAL_NAIVE));
    }

    /** {@return whether everything asked holds on all sets} */
    boolean hold() {
        return tracked().size() == sets.size() && missed().isEmpty();
    }

    /** {@return the aims that are missed on the sets that were run, a clause each} */
    List<String> missed() {
        List<String> missed = new ArrayList<>();
        List<String> names = tracked();
        if (names.isEmpty()) {
            return missed;
        }
        double mean = mean(names, Method.ZERO_SHOT, Findings::mase).orElseThrow();
        if (mean > MEAN_RATIO) {
            missed.add(say("the geometric mean of MASE relative to seasonal naive is %.3f, above %.2f", mean, MEAN_RATIO));
        }
        for (String name : names) {
            double ratio = ratio(name, Method.ZERO_SHOT, Findings::mase).orElseThrow();
            if (ratio > WORST_RATIO) {
                missed.add(say("%s has a ratio of %.3f, above %.2f", name, ratio, WORST_RATIO));
            }
        }
        double coverage = coverage(names, Method.ZERO_SHOT);
        if (coverage < LEAST_COVERAGE || coverage > MOST_COVERAGE) {
            missed.add(say("80 %% intervals cover %.1f %% on average, not 75 to 85 %%", 100 * coverage));
        }
        missed.addAll(againstAverage(names, mean));
        return missed;
    }

    private List<String> againstAverage(List<String> names, double mean) {
        OptionalDouble average = mean(names, Method.SIMPLE_AVERAGE, Findings::mase);
        if (average.isEmpty()) {
            return List.of("the plain average of simple methods was not run on all of these sets");
        }
        return mean < average.getAsDouble() ? List.of()
                : List.of(say("it is no better than the plain average of simple methods: %.3f against %.3f", mean, average.getAsDouble()));
    }

    /** {@return the mean share of targets within 80 % intervals; NaN if one of the sets was not run} */
    double coverage(List<String> names, Method method) {
        return names.stream().mapToDouble(name -> run(name, method).map(run -> run.scores().coverage()).orElse(Double.NaN)).average()
                .orElse(Double.NaN);
    }

    /** {@return the first line: what holds and what does not} */
    String line() {
        List<String> names = tracked();
        if (names.isEmpty()) {
            return "Time Tracker was not run.";
        }
        double mean = mean(names, Method.ZERO_SHOT, Findings::mase).orElseThrow();
        OptionalDouble average = mean(names, Method.SIMPLE_AVERAGE, Findings::mase);
        String figures = say("MASE relative to seasonal naive %.3f in geometric mean over %d sets%s, 80 %% intervals cover %.1f %%", mean, names.size(),
                average.isEmpty() ? "" : say(" (plain average of simple methods %.3f)", average.getAsDouble()),
                100 * coverage(names, Method.ZERO_SHOT));
        String unrun = names.size() == sets.size() ? ""
                : " Not run: " + String.join(", ", names().stream().filter(name -> !names.contains(name)).toList()) + ".";
        List<String> missed = missed();
        return (missed.isEmpty() ? "All that is asked without fitting holds: " + figures : "**Did not hold:** " + String.join("; ", missed) + ". " + figures) + "." + unrun;
    }

    static double mase(Run run) {
        return run.scores().mase();
    }

    static double crps(Run run) {
        return run.scores().crps();
    }

    private static String say(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
