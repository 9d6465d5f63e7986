package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.training.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Joins a network and labelled molecules to the training loop. */
final class MolGraphXlstmTrainable implements Trainable {

    private final MolGraphNetwork network;
    private final MolGraphLoss loss;
    private final LabelledMolecules train;
    private final Validation validation;
    private final long seed;
    private final Map<String, Object> identity;

    /**
     * The molecules by which the best epoch is chosen.
     *
     * @param molecules what the network reads
     * @param score of the network's outputs for them, (molecules, tasks): smaller is better
     */
    record Validation(List<MoleculeTokens> molecules, ToDoubleFunction<double[]> score) {}

    MolGraphXlstmTrainable(MolGraphNetwork network, MolGraphLoss loss, LabelledMolecules train, Validation validation, long seed,
            Map<String, Object> identity) {
        this.network = network;
        this.loss = loss;
        this.train = train;
        this.validation = validation;
        this.seed = seed;
        this.identity = identity;
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
    }

    @Override
    public int items() {
        return train.molecules().size();
    }

    @Override
    public Tensor loss(Scope scope, int[] batch, long step) {
        MoleculeBatch molecules = MoleculeBatch.of(Arrays.stream(batch).mapToObj(train.molecules()::get).toList());
        double[] labels = LabelledMolecules.rows(train.labels(), network.tasks(), batch);
        return loss.of(scope, molecules, labels, Mode.train(scope, seed, step));
    }

    @Override
    public double validate() {
        return validation.score().applyAsDouble(network.outputs(validation.molecules()));
    }

    @Override
    public Map<String, Object> identity() {
        return identity;
    }
}
