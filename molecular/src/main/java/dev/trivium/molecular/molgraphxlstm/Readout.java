package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.graph.Graphs;
import dev.trivium.nn.graph.Set2Set;
import dev.trivium.nn.layer.Linear;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * From the nodes of each molecule to f_graph, (n, D) → (B, D): {@code W Set2Set_3(H) + b} in classification, {@code W Σ_v H_v + b} in
 * regression.
 */
interface Readout {

    /** {@return f_graph, (B, D)} */
    Tensor forward(Tensor nodes, Graphs graphs);

    /** Adds the readout's parameters to a store: those of the kind of task only. */
    static Readout of(TaskKind kind, int width, Parameters parameters) {
        return kind == TaskKind.CLASSIFICATION ? new Attentive(width, parameters) : new Sum(width, parameters);
    }

    /** For classification. */
    final class Attentive implements Readout {

        private static final int STEPS = 3;

        private final Set2Set set2set;
        private final Linear out;

        Attentive(int width, Parameters parameters) {
            set2set = new Set2Set(width, STEPS, parameters.child("set2set"));
            out = new Linear(2 * width, width, parameters.child("out"));
        }

        @Override
        public Tensor forward(Tensor nodes, Graphs graphs) {
            return out.forward(set2set.forward(nodes, graphs.nodes()));
        }
    }

    /** For regression. */
    final class Sum implements Readout {

        private final Linear out;

        Sum(int width, Parameters parameters) {
            out = new Linear(width, width, parameters.child("out"));
        }

        @Override
        public Tensor forward(Tensor nodes, Graphs graphs) {
            return out.forward(graphs.nodes().sum(nodes));
        }
    }
}
