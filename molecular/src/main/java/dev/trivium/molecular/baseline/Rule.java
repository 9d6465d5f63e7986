package dev.trivium.molecular.baseline;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.nn.artifact.StoredTensor;
import java.util.List;
import java.util.Optional;

/** How a baseline makes a prediction, with all it learnt. Immutable; called from many threads. */
interface Rule {

    /**
     * {@return one number per task}
     *
     * @param notes receives what a reader should know of this molecule
     */
    double[] values(Molecule molecule, List<String> notes);

    /** {@return what was learnt, for the model file} */
    List<StoredTensor> tensors();

    /** {@return what a reader of a table should know of this very model} */
    default Optional<String> note() {
        return Optional.empty();
    }
}
