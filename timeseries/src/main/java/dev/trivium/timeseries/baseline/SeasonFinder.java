package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the seasons of a data set in its training rows.
 *
 * <p>Every series is freed of its straight line, scaled by its median absolute deviation and clipped; all series then speak together.
 * Peaks of their periodogram above the spectrum around them propose periods. The mean squared difference over a lag,
 *
 * <pre>D(p) = mean over t and series of (x_t - x_(t-p))²          pairs with a missing value left out,</pre>
 *
 * is the squared error of the seasonal naive forecast on the training rows, and decides. A period p is a season if D dips there: D(p)
 * is below the mean of its neighbours, clearly below the mean of D(p/2) and D(3p/2), and D(2p) below that of D(3p/2) and D(5p/2); a
 * drift, where D grows steadily, and a cycle that comes once fail. And D(p) must be lower than at every shorter season: a
 * multiple of a season gains nothing over it, and a harmonic is found beside its fundamental only if the look-back may need it: it
 * comes first in the list.
 */
public final class SeasonFinder {

    private static final int MOST_ROWS = 100_000;      // the latest rows; a season shows in far fewer
    private static final int LEAST_ROWS = 16;
    private static final double LEAST_DROP = 0.1;      // of D at p against p/2 and 3p/2
    private static final double LEAST_GAIN = 0.02;     // of D at a longer season against a shorter one

    private static final double SAME = 1.0 / 8;        // periods nearer than this are one season: the better one

    private SeasonFinder() {}

    /**
     * Finds seasons that the training rows hold at least five times.
     *
     * @return in steps, shortest first; each forecasts the training rows better than the ones before it; empty if there is none
     */
    public static List<Integer> find(TrainingView view) {
        view.requireOneRun("a search for seasons");
        int from = Math.max(view.from(), view.to() - MOST_ROWS);
        if (view.to() - from < LEAST_ROWS) {
            return List.of();
        }
        SeasonSpectrum spectrum = SeasonSpectrum.of(view.series().rows(from, view.to()));
        double drop = Math.max(LEAST_DROP, 3 * Math.sqrt(2.0 / (view.to() - from)));
        TreeSet<Integer> candidates = new TreeSet<>();
        for (SeasonSpectrum.Peak peak : spectrum.peaks()) {
            int best = peak.shortest();
            for (int p = peak.shortest(); p <= peak.longest(); p++) {
                best = spectrum.difference(p) < spectrum.difference(best) ? p : best;
            }
            candidates.add(best);
        }
        List<Integer> seasons = new ArrayList<>();
        for (int p : candidates) {
            if (repeats(spectrum, p, drop)) {
                add(p, seasons, spectrum);
            }
        }
        return List.copyOf(seasons);
    }

    private static void add(int p, List<Integer> seasons, SeasonSpectrum spectrum) {
        int last = seasons.size() - 1;
        boolean near = last >= 0 && seasons.get(last) > (1 - SAME) * p;
        if (near && spectrum.difference(p) >= spectrum.difference(seasons.get(last))) {
            return;
        }
        int before = near ? last - 1 : last;
        if (before < 0 || spectrum.difference(p) < (1 - LEAST_GAIN) * spectrum.difference(seasons.get(before))) {
            if (near) {
                seasons.remove(last);
            }
            seasons.add(p);
        }
    }

    /** {@return the longest season that a look-back can hold; 1 if there is none} */
    public static int within(TrainingView view, int lookback) {
        return find(view).stream().filter(season -> season <= lookback).reduce(1, (shorter, longer) -> longer);
    }

    private static boolean repeats(SeasonSpectrum spectrum, int p, double drop) {
        double once = spectrum.difference(p);
        double between = (halves(spectrum, p) + halves(spectrum, 3 * p)) / 2;
        double later = (halves(spectrum, 3 * p) + halves(spectrum, 5 * p)) / 2;
        return 2 * once <= spectrum.difference(p - 1) + spectrum.difference(p + 1)
                && once < (1 - drop) * between && spectrum.difference(2 * p) < (1 - drop / 2) * later;
    }

    /** D at n/2 steps; for odd n the mean of its neighbours. */
    private static double halves(SeasonSpectrum spectrum, int n) {
        return (spectrum.difference(n / 2) + spectrum.difference((n + 1) / 2)) / 2;
    }
}
