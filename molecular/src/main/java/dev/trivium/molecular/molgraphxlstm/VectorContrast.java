package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.contrastive.ContrastiveLoss;
import dev.trivium.nn.contrastive.LabelDistances;
import dev.trivium.nn.contrastive.Projection;
import dev.trivium.nn.contrastive.SupervisedContrast;
import dev.trivium.nn.contrastive.VectorNorm;
import dev.trivium.nn.contrastive.WeightedContrast;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Contrastive losses of the four vectors of a molecule, each through a projection of its own, added up.
 *
 * <p>In regression a task takes part if its training labels differ enough for half of their pairs to be apart; others have no scale on
 * which labels could be alike.
 */
final class VectorContrast {

    private final ContrastiveLoss loss;
    private final int[] columns;
    private final List<Projection> projections;

    private VectorContrast(ContrastiveLoss loss, int[] columns, List<Projection> projections) {
        this.loss = loss;
        this.columns = columns;
        this.projections = projections;
    }

    /**
     * Adds the projections to a store.
     *
     * @param labels to learn from, scaled, (molecules, tasks)
     * @return empty if there is to be no contrast, or no task can take part
     */
    static Optional<VectorContrast> of(MolGraphXlstmSpec spec, int tasks, double[] labels, Parameters parameters) {
        int[] columns = IntStream.range(0, tasks)
                .filter(t -> spec.kind() == TaskKind.CLASSIFICATION || apart(LabelScale.observed(tasks, t, labels))).toArray();
        if (spec.objective().contrast() == Objective.Contrast.OFF || columns.length == 0) {
            return Optional.empty();
        }
        ContrastiveLoss loss = spec.kind() == TaskKind.CLASSIFICATION ? new SupervisedContrast()
                : new WeightedContrast(Arrays.stream(columns).mapToObj(t -> LabelDistances.of(LabelScale.observed(tasks, t, labels))).toList());
        VectorNorm norm = spec.objective().contrast() == Objective.Contrast.PUBLISHED ? VectorNorm.L1 : VectorNorm.L2;
        List<Projection> projections = new ArrayList<>();
        for (String vector : List.of("out", "atom", "motif", "graph")) {
            projections.add(new Projection(spec.architecture().width(), norm, parameters.child(vector)));
        }
        return Optional.of(new VectorContrast(loss, columns, projections));
    }

    /** Whether the lower median of the differences of all ordered pairs is above 0. */
    private static boolean apart(double[] labels) {
        double[] sorted = labels.clone();
        Arrays.sort(sorted);
        long equal = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            equal += (long) (to - from) * (to - from);
        }
        return sorted.length > 1 && equal <= ((long) sorted.length * sorted.length - 1) / 2;
    }

    /** {@return the loss of f_out, f_atom, f_motif and f_graph, each (B, D), for labels (B, T), NaN for a missing one} */
    Tensor of(Scope scope, List<Tensor> vectors, int tasks, double[] labels) {
        int batch = labels.length / tasks;
        double[] known = new double[batch * columns.length];
        byte[] mask = new byte[known.length];
        for (int i = 0; i < known.length; i++) {
            double label = labels[i / columns.length * tasks + columns[i % columns.length]];
            mask[i] = (byte) (Double.isNaN(label) ? 0 : 1);
            known[i] = Double.isNaN(label) ? 0 : label;
        }
        List<Tensor> z = IntStream.range(0, projections.size()).mapToObj(v -> projections.get(v).forward(vectors.get(v))).toList();
        return loss.of(z, scope.tensor(known, batch, columns.length), scope.bytes(mask, batch, columns.length));
    }
}
