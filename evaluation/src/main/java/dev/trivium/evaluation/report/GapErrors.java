package dev.trivium.evaluation.report;

import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRun;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.text.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Errors of filled cells by series. */
public final class GapErrors {

    private GapErrors() {
    }

    /** {@return the mean absolute error of every method in every series that has hidden cells, in the unit of the card} */
    public static Table bySeries(List<GapRun> runs) {
        GapTargets targets = runs.get(0).targets();
        List<GapRun> ordered = Stream.concat(runs.stream().filter(run -> run.method().kind() == MethodKind.MODEL),
                runs.stream().filter(run -> run.method().kind() != MethodKind.MODEL)).toList();
        Table table = Table.of("Mean absolute error by series" + (targets.unit().isEmpty() ? "" : " in " + targets.unit()) + "; bold is best",
                Stream.concat(Stream.of("series", "cells"), ordered.stream().map(run -> run.method().name())).toList());
        List<double[]> errors = ordered.stream().map(run -> errors(run, targets)).toList();
        int[] counts = new int[targets.series().size()];
        for (int cell = 0; cell < targets.cells(); cell++) {
            counts[targets.column(cell)]++;
        }
        for (int s = 0; s < counts.length; s++) {
            if (counts[s] > 0) {
                int series = s;
                double[] all = errors.stream().mapToDouble(each -> each[series]).toArray();
                List<String> cells = new ArrayList<>(List.of(targets.series().get(s), Integer.toString(counts[s])));
                Arrays.stream(all).forEach(value -> cells.add(Double.isNaN(value) ? Figures.score(value) : MethodNotes.least(value, all)));
                table.row(cells);
            }
        }
        return table;
    }

    private static double[] errors(GapRun run, GapTargets targets) {
        double[] sums = new double[targets.series().size()];
        double[] counts = new double[sums.length];
        for (GapEstimates estimates : run.runs()) {
            for (int cell = 0; cell < targets.cells(); cell++) {
                sums[targets.column(cell)] += Math.abs(estimates.error(cell));
                counts[targets.column(cell)]++;
            }
        }
        for (int s = 0; s < sums.length; s++) {
            sums[s] /= counts[s];
        }
        return sums;
    }
}
