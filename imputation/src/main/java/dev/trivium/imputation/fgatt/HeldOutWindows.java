package dev.trivium.imputation.fgatt;

import dev.trivium.data.split.Segment;
import dev.trivium.imputation.graph.GraphBuilder;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Windows of validation rows, each with one way of hiding that is drawn once from the seed: points, runs, outages, late streams in turn. Their
 * score is the mean over the ways of the mean absolute error of the hidden, standardised values.
 */
final class HeldOutWindows {

    private static final int MOST_STARTS = 48;

    private record Window(int start, boolean[] hidden, Segment run) {}

    private final Architecture architecture;
    private final NodeSeries series;
    private final List<List<Window>> byKind = new ArrayList<>();

    /**
     * @param series with the validation rows; other rows are context
     * @param runs the runs of validation rows
     */
    HeldOutWindows(FgattSpec spec, NodeSeries series, List<Segment> runs, long seed) {
        architecture = spec.architecture();
        this.series = series;
        int time = architecture.window();
        HiddenCells cells = new HiddenCells(spec.hiding(), time, series.nodes(), series.channels());
        SplittableRandom random = new SplittableRandom(seed ^ 0x5DEECE66DL);
        for (int kind = 0; kind < cells.kinds(); kind++) {
            List<Window> windows = new ArrayList<>();
            for (Segment run : runs) {
                for (int start : starts(run, time, Math.max(1, MOST_STARTS / runs.size()))) {
                    windows.add(new Window(start, cells.draw(kind, random), run));
                }
            }
            byKind.add(windows);
        }
        if (byKind.stream().flatMap(List::stream).allMatch(w -> batch(List.of(w)).hidden() == 0)) {
            throw new IllegalArgumentException("validation must hold values, got none in " + runs);
        }
    }

    /** Spread evenly, a quarter of a window apart or more; with less than a window of rows, one that ends with them. */
    private static int[] starts(Segment run, int time, int most) {
        int high = run.to() - time;
        int low = Math.min(run.from(), high);
        int step = Math.max(Math.max(1, time / 4), (high - low + most - 1) / most);
        int[] starts = new int[(high - low) / step + 1];
        java.util.Arrays.setAll(starts, i -> high - i * step);
        return starts;
    }

    private LossWeights batch(List<Window> windows) {
        LossWeights weights = new LossWeights(windows.size(), architecture.window(), series, 0);
        for (int b = 0; b < windows.size(); b++) {
            weights.put(b, windows.get(b).start(), windows.get(b).hidden(), windows.get(b).run());
        }
        return weights;
    }

    double score(FgattNetwork network, Parameters parameters, @Nullable GraphBuilder graphs) {
        double total = 0;
        int kinds = 0;
        int size = WindowFill.batch(series.nodes());
        for (List<Window> windows : byKind) {
            double sum = 0;
            long count = 0;
            for (int from = 0; from < windows.size(); from += size) {
                List<Window> batch = windows.subList(from, Math.min(from + size, windows.size()));
                try (Scope scope = Scope.open(parameters.compute())) {
                    LossWeights weights = batch(batch);
                    WindowInputs inputs = new WindowInputs(architecture, batch.size(), series.nodes(), series.channels(), graphs);
                    for (int b = 0; b < batch.size(); b++) {
                        inputs.put(b, series, batch.get(b).start(), batch.get(b).hidden());
                    }
                    sum += weights.hidden() * FgattTrainable.loss(network.forward(inputs.tensors(scope), List.of()), weights, 0, batch.size(),
                            scope).item();
                    count += weights.hidden();
                }
            }
            total += count == 0 ? 0 : sum / count;
            kinds += count == 0 ? 0 : 1;
        }
        return total / kinds;
    }
}
