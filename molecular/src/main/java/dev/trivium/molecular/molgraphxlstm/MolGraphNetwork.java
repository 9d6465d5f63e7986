package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.mixture.MixtureOfExperts;
import dev.trivium.nn.mixture.MixtureSettings;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * The part of MolGraph-xLSTM that predicts: {@code head(f_atom + f_motif + f_graph)} with the vectors of the {@link MoleculeEncoder} and
 * a multi-head mixture of experts, (B) molecules → (B, T) logits or standardised values.
 */
final class MolGraphNetwork {

    private static final Script SCRIPT = new Script("MolGraphNetwork", """
            def fuse(self, atom: Tensor, motif: Tensor, graph: Tensor) -> Tensor:
              return torch.add(torch.add(atom, motif), graph)
            # the gradient of each output of one molecule by f: (1, T), (1, D) -> (T, D)
            def gradients(self, p: Tensor, f: Tensor) -> Tensor:
              rows = annotate(List[Tensor], [])
              for t in range(torch.size(p, 1)):
                found = torch.grad([torch.select(torch.select(p, 0, 0), 0, t)], [f], None, True, False, False)
                rows.append(torch.select(unchecked_cast(Tensor, found[0]), 0, 0))
              return torch.stack(rows)
            """);

    private final Parameters parameters;
    private final int tasks;
    private final MoleculeEncoder encoder;
    private final MixtureOfExperts head;

    /** Adds the network's parameters to a store, which it owns from now on. */
    MolGraphNetwork(MolGraphXlstmSpec spec, int tasks, Parameters parameters) {
        this.parameters = parameters;
        this.tasks = tasks;
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

    /** {@return what is predicted of molecules, (molecules, tasks): logits or standardised values} */
    double[] outputs(List<MoleculeTokens> molecules) {
        double[] outputs = new double[molecules.size() * tasks];
        for (int[] numbers : LengthBuckets.of(molecules)) {
            try (Scope scope = Scope.open(parameters.compute())) {
                MoleculeBatch batch = MoleculeBatch.of(Arrays.stream(numbers).mapToObj(molecules::get).toList());
                Tensor fused = fuse(encoder.forward(scope, batch, Mode.PREDICT));
                double[] some = head.forward(fused, Mode.PREDICT).predictions().toDoubles();
                for (int i = 0; i < numbers.length; i++) {
                    System.arraycopy(some, i * tasks, outputs, numbers[i] * tasks, tasks);
                }
            }
        }
        return outputs;
    }

    /** Says which tokens the vectors of a molecule come from, and how its outputs depend on them. */
    TokenWeights.Explanation explain(MoleculeTokens molecule) {
        try (Scope scope = Scope.open(parameters.compute())) {
            MoleculeEncoder.Vectors vectors = encoder.forward(scope, MoleculeBatch.of(List.of(molecule)), Mode.PREDICT);
            double[] gradients;
            try (Tape tape = Tape.record()) {
                Tensor fused = fuse(vectors).copy().requireGradient();
                gradients = SCRIPT.call("gradients", head.forward(fused, Mode.PREDICT).predictions(), fused).toDoubles();
            }
            double[] atoms = vectors.atom().toDoubles();
            double[][] byTask = new double[tasks][];
            Arrays.setAll(byTask, t -> Arrays.copyOfRange(gradients, t * atoms.length, (t + 1) * atoms.length));
            return new TokenWeights.Explanation(vectors.atomWinners().toDoubles(), vectors.motifWinners().toDoubles(), atoms,
                    vectors.motif().toDoubles(), byTask);
        }
    }
}
