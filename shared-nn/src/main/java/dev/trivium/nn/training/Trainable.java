package dev.trivium.nn.training;

import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the loop needs of a model and its data. */
public interface Trainable {

    /** {@return the parameters to train} */
    Parameters parameters();

    /** {@return the parameters in groups that learn at different rates; one in no group is frozen; none, the default: all learn alike} */
    default List<ParameterGroup> groups() {
        return List.of();
    }

    /** {@return the number of training items: windows, molecules, graphs} */
    int items();

    /**
     * Computes the mean loss of a batch. Called with a tape open.
     *
     * @param scope the innermost open scope, for the batch's tensors
     * @param batch numbers of the items, each in [0, {@link #items})
     * @param step number of the step since the start of the run; all that is random in it must follow from the seed and this
     * @return a tensor with one element
     */
    Tensor loss(Scope scope, int[] batch, long step);

    /**
     * A loss with its gradients, from a model that knows them without a tape.
     *
     * @param loss the mean loss of the batch
     * @param byName the gradients of parameters by name; a parameter that is missing is one on which the loss does not depend
     */
    record Gradients(double loss, Map<String, Tensor> byName) {}

    /**
     * Computes the mean loss of a batch with its gradients; {@link #loss} is asked where a model, as by default, gives none. Called without a tape.
     *
     * @param scope the innermost open scope, for the batch's tensors
     * @param batch numbers of the items, each in [0, {@link #items})
     * @param step number of the step since the start of the run; all that is random in it must follow from the seed and this
     * @return the same at every step of a run: there or not; the step that follows may overwrite the gradients
     */
    default Optional<Gradients> gradients(Scope scope, int[] batch, long step) {
        return Optional.empty();
    }

    /** {@return the score of the current parameters on the validation data, smaller is better} */
    double validate();

    /**
     * {@return what makes this run what it is: settings, seed, hash of the data} A checkpoint is resumed only by a run that says the same.
     */
    Map<String, Object> identity();
}
