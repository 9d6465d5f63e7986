package dev.trivium.reproduce.fgatt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of FGATT, and where it falls short, in words.
 *
 * <p>Asked: on wireless data, to beat linear interpolation and the same network without a graph, each in a paired test at 5 %; on AQI-36 with
 * GRIN's protocol, an MAE of at most {@value #AQI36_LIMIT}.
 */
final class Findings {

    static final double AQI36_LIMIT = 12.1;

    private static final double SHOWN = 0.05;
    private static final double LEVEL = 0.8;
    private static final double OFF = 0.05;

    private final List<Run> runs;
    private final Setting setting;

    private Findings(Setting setting, List<Run> runs) {
        this.setting = setting;
        this.runs = runs;
    }

    static Findings of(Setting setting, List<Run> runs) {
        return new Findings(setting, runs);
    }

    /** {@return the line of all fits of a method} */
    static Optional<Run> line(Setting setting, Method method, List<Run> runs) {
        return runs.stream().filter(run -> run.together() && run.setting() == setting && run.method() == method).findFirst();
    }

    private Optional<Run> line(Method method) {
        return line(setting, method, runs);
    }

    /** {@return whether all that is asked here was run and holds} */
    boolean hold() {
        return line(Method.FGATT).isPresent() && asked().isEmpty();
    }

    /** {@return what is asked and does not hold, one sentence each; empty as well if FGATT was not run} */
    List<String> asked() {
        List<String> missed = new ArrayList<>();
        line(Method.FGATT).ifPresent(fgatt -> {
            if (setting.study() == Study.WIRELESS) {
                beats(fgatt, Method.LINEAR, "linear interpolation", fgatt.paired().linear()).ifPresent(missed::add);
                beats(fgatt, Method.NO_GRAPH, "the same network without a graph", fgatt.paired().noGraph()).ifPresent(missed::add);
            } else if (setting == Setting.GRIN && fgatt.scores().mae() > AQI36_LIMIT) {
                missed.add(text("FGATT's MAE is %.2f, above the limit of %.1f", fgatt.scores().mae(), AQI36_LIMIT));
            }
        });
        return missed;
    }

    private Optional<String> beats(Run fgatt, Method other, String name, double p) {
        Optional<Run> line = line(other);
        if (line.isEmpty()) {
            return Optional.of(name + " was not run");
        }
        double mae = line.get().scores().mae();
        if (fgatt.scores().mae() < mae && p < SHOWN) {
            return Optional.empty();
        }
        String figures = text("(MAE %.3f against %.3f, p = %.2g)", fgatt.scores().mae(), mae, p);
        return Optional.of((fgatt.scores().mae() < mae ? "FGATT is not shown to beat " + name : name + " is no worse than FGATT") + " " + figures);
    }

    /** {@return other things that a reader should not have to look for} */
    List<String> also() {
        List<String> also = new ArrayList<>();
        line(Method.FGATT).ifPresent(fgatt -> {
            if (setting.study() == Study.AQI36) {
                beats(fgatt, Method.NO_GRAPH, "the same network without a graph", fgatt.paired().noGraph()).ifPresent(also::add);
            }
            line(Method.RANDOM_GRAPH).filter(random -> inside(fgatt, random)).ifPresent(random -> also.add(text(
                    "a random graph (MAE %.3f) lies within the interval of the learned one (%.3f to %.3f), so it is not shown "
                            + "that the learned graph helps here", random.scores().mae(), fgatt.scores().low(), fgatt.scores().high())));
            simple(fgatt).ifPresent(also::add);
            better().ifPresent(also::add);
            if (Math.abs(fgatt.scores().coverage() - LEVEL) > OFF) {
                also.add(text("the 80 %% intervals hold %.0f %% of the hidden values", 100 * fgatt.scores().coverage()));
            }
        });
        return also;
    }

    private Optional<String> simple(Run fgatt) {
        Run.Paired paired = fgatt.paired();
        if (paired.bestSimple().isEmpty() || paired.bestSimple().equals(Method.LINEAR.title()) && setting.study() == Study.WIRELESS) {
            return Optional.empty();
        }
        Method best = Method.parse(paired.bestSimple());
        return beats(fgatt, best, "the best simple method " + best.title(), paired.simple());
    }

    /** Ablations that do better than FGATT of the same seeds. */
    private Optional<String> better() {
        List<String> better = Method.of(Method.Kind.ABLATION).stream().flatMap(method -> line(method).stream())
                .filter(run -> run.scores().mae() < run.paired().fgattMae() && run.paired().fgatt() < SHOWN)
                .map(run -> run.method().title()).toList();
        return better.isEmpty() ? Optional.empty() : Optional.of("changed in one place it does better (p < 0.05): " + String.join(", ", better));
    }

    private static boolean inside(Run fgatt, Run random) {
        return random.scores().mae() >= fgatt.scores().low() && random.scores().mae() <= fgatt.scores().high();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
