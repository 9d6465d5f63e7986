package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.mixture.MixtureOfExperts;
import dev.trivium.nn.mixture.MixtureSettings;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The part of MolGraph-xLSTM that predicts: {@code head(f_atom + f_motif + f_graph)} with the vectors of the {@link MoleculeEncoder} and
 * a multi-head mixture of experts, (B) molecules → (B, T) logits or standardised values.
 */
final class MolGraphNetwork {

    private static final Script SCRIPT = new Script("MolGraphNetwork", """
            def fuse(self, atom: Tensor, motif: Tensor, graph: Tensor) -> Tensor:
              return torch.add(torch.add(atom, motif), graph)
            # of one molecule: the gradient of each output by f, and that by the nodes times the nodes: (1, T), (1, D), (n, D) -> (T, D), (T, n)
            def gradients(self, p: Tensor, f: Tensor, h: Tensor) -> List[Tensor]:
              by_f = annotate(List[Tensor], [])
              by_node = annotate(List[Tensor], [])
              for t in range(torch.size(p, 1)):
                found = torch.grad([torch.select(torch.select(p, 0, 0), 0, t)], [f, h], None, True, False, False)
                by_f.append(torch.select(unchecked_cast(Tensor, found[0]), 0, 0))
                by_node.append(torch.sum(torch.mul(unchecked_cast(Tensor, found[1]), torch.detach(h)), [1]))
              return [torch.stack(by_f), torch.stack(by_node)]
            """);

    private final Parameters parameters;
    private final int tasks;
    private final int width;
    private final MoleculeEncoder encoder;
    private final MixtureOfExperts head;

    /** Adds the network's parameters to a store, which it owns from now on. */
    MolGraphNetwork(MolGraphXlstmSpec spec, int tasks, Parameters parameters) {
        this.parameters = parameters;
        this.tasks = tasks;
        width = spec.architecture().width();
        encoder = new MoleculeEncoder(spec.kind(), spec.architecture(), parameters);
        head = new MixtureOfExperts(mixture(spec.architecture(), tasks), parameters.child("head"));
    }

    static MixtureSettings mixture(Architecture architecture, int tasks) {
        return MixtureSettings.of(architecture.width(), architecture.heads(), architecture.experts(), tasks);
    }

    Parameters parameters() {
        return parameters;
    }

    int tasks() {
        return tasks;
    }

    MoleculeEncoder encoder() {
        return encoder;
    }

    MixtureOfExperts head() {
        return head;
    }

    /** {@return f_out, (B, D)} */
    static Tensor fuse(MoleculeEncoder.Vectors vectors) {
        return SCRIPT.call("fuse", vectors.atom(), vectors.motif(), vectors.graph());
    }

    /**
     * {@return what is predicted of molecules, (molecules, tasks): logits or standardised values} Where an operation uses one thread, batches
     * run side by side on all processors, which gains more than threads within an operation; what is predicted does not depend on it.
     */
    double[] outputs(List<MoleculeTokens> molecules) {
        double[] outputs = new double[molecules.size() * tasks];
        Stream<int[]> batches = LengthBuckets.of(molecules, width).stream();
        (NativeRuntime.threads() == 1 ? batches.parallel() : batches).forEach(numbers -> {
            double[] some = outputs(MoleculeBatch.of(Arrays.stream(numbers).mapToObj(molecules::get).toList()));
            for (int i = 0; i < numbers.length; i++) {
                System.arraycopy(some, i * tasks, outputs, numbers[i] * tasks, tasks);
            }
        });
        return outputs;
    }

    private double[] outputs(MoleculeBatch batch) {
        try (Scope scope = Scope.open(parameters.compute())) {
            Tensor fused = fuse(encoder.forward(scope, batch, Mode.PREDICT));
            return head.forward(fused, Mode.PREDICT).predictions().toDoubles();
        }
    }

    /** Says which tokens the vectors of a molecule come from, and how its outputs depend on them. */
    TokenWeights.Explanation explain(MoleculeTokens molecule) {
        try (Scope scope = Scope.open(parameters.compute())) {
            MoleculeEncoder.Tokens tokens = encoder.tokens(scope, MoleculeBatch.of(List.of(molecule)), Mode.PREDICT);
            List<Tensor> gradients;
            try (Tape tape = Tape.record()) {
                Tensor nodes = tokens.nodes().copy().requireGradient();
                MoleculeEncoder.Vectors pooled = tokens.vectors();
                Tensor fused = fuse(new MoleculeEncoder.Vectors(pooled.atom(), pooled.motif(), encoder.readout(nodes, tokens.graphs())));
                gradients = SCRIPT.callMany("gradients", head.forward(fused, Mode.PREDICT).predictions(), fused, nodes);
            }
            return new TokenWeights.Explanation(tokens.atoms().toDoubles(), tokens.motifs().toDoubles(), byTask(gradients.get(0)),
                    byTask(gradients.get(1)));
        }
    }

    private double[][] byTask(Tensor rows) {
        double[] values = rows.toDoubles();
        int length = values.length / tasks;
        double[][] byTask = new double[tasks][];
        Arrays.setAll(byTask, t -> Arrays.copyOfRange(values, t * length, (t + 1) * length));
        return byTask;
    }
}
