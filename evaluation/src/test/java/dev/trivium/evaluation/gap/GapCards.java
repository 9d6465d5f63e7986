package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.scorecard.Cost;
import dev.trivium.evaluation.scorecard.Method;
import dev.trivium.evaluation.scorecard.MethodKind;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up cells and methods. */
public final class GapCards {

    static final int ROWS = 400;
    static final RowResamples RESAMPLES = RowResamples.standard(ROWS, 20, 1);

    private GapCards() {
    }

    /** Two series, a cell of each in every row, values about 10; gaps of 1, 2, ... 40 rows. */
    public static GapTargets targets() {
        SplittableRandom random = new SplittableRandom(7);
        int cells = 2 * ROWS;
        return new GapTargets(ROWS, List.of("north", "south"), "°C", IntStream.range(0, cells).map(i -> i / 2).toArray(),
                IntStream.range(0, cells).map(i -> i % 2).toArray(), IntStream.range(0, cells).map(i -> 1 + i % 40).toArray(),
                random.doubles(cells, 5, 15).toArray(), new double[] {1, 1});
    }

    /** A method whose errors are normal with this spread and whose intervals reach so far to both sides. */
    public static GapRun run(GapTargets targets, String name, MethodKind kind, double spread, double reach, long... seeds) {
        List<Long> all = IntStream.range(0, seeds.length).mapToObj(k -> seeds[k]).toList();
        List<GapEstimates> runs = (all.isEmpty() ? List.of((long) name.hashCode()) : all).stream().map(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            double[] value = IntStream.range(0, targets.cells()).mapToDouble(i -> targets.truth(i) + spread * random.nextGaussian()).toArray();
            return new GapEstimates(targets, value, IntStream.range(0, value.length).mapToDouble(i -> value[i] - reach).toArray(),
                    IntStream.range(0, value.length).mapToDouble(i -> value[i] + reach).toArray(), 0.9);
        }).toList();
        return new GapRun(new Method(name, kind, all, new Cost(1.5, 20, 400), ""), runs);
    }

    public static GapCard card(List<GapRun> runs) {
        return GapCard.of("Filled gaps of weather", new GapSetting("weather", "ab".repeat(32), "points 0.25, seed 1", "cd".repeat(32), 3000, "°C",
                        "lowest error on the validation rows"),
                Map.of("hidden cells outside of the test rows", 2200L), RESAMPLES, runs,
                new Audit(List.of(new Part("validation", 200, "rows", "1400 … 1599")),
                        List.of(Check.of(CheckName.HIDDEN_CELLS, "0 of 3000 hidden cells were shown", List.of()))));
    }
}
