package dev.trivium.molecular.explain;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row, what was predicted of it, and what the prediction rests on.
 *
 * @param smiles     the row as written
 * @param tasks      the names of what is predicted
 * @param prediction the prediction, or why there is none
 * @param weights    weights of atoms and motifs; empty if there is no prediction
 */
public record Explanation(String smiles, List<String> tasks, Prediction prediction, Optional<TokenWeights> weights) {

    /** Copies the names. */
    public Explanation {
        tasks = List.copyOf(tasks);
    }

    /** {@return one explanation per row, in their order; a row that is no molecule has a reason and no weights} */
    public static List<Explanation> of(MolGraphXlstmPredictor predictor, List<String> smiles) {
        List<Prediction> predictions = predictor.predict(smiles);
        List<Explanation> explanations = new ArrayList<>(smiles.size());
        for (int i = 0; i < smiles.size(); i++) {
            Optional<TokenWeights> weights = predictions.get(i) instanceof Prediction.Made
                    ? Optional.of(predictor.weights(smiles.get(i))) : Optional.empty();
            explanations.add(new Explanation(smiles.get(i), predictor.tasks(), predictions.get(i), weights));
        }
        return explanations;
    }
}
