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
            MoleculeEncoder.Vectors vectors = tokens.vectors();
            double[] gradients;
            try (Tape tape = Tape.record()) {
                Tensor fused = fuse(vectors).copy().requireGradient();
                gradients = SCRIPT.call("gradients", head.forward(fused, Mode.PREDICT).predictions(), fused).toDoubles();
            }
            double[] atoms = vectors.atom().toDoubles();
            double[][] byTask = new double[tasks][];
            Arrays.setAll(byTask, t -> Arrays.copyOfRange(gradients, t * atoms.length, (t + 1) * atoms.length));
            return new TokenWeights.Explanation(tokens.ofAtoms().winners(tokens.atoms()).toDoubles(),
                    tokens.ofMotifs().winners(tokens.motifs()).toDoubles(), atoms, vectors.motif().toDoubles(), byTask);
        }
    }
}
