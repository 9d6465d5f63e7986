package dev.trivium.molecular.screening;

import dev.trivium.molecular.applicability.Applicability;
import dev.trivium.molecular.applicability.Neighbour;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The columns that set an answer beside the training molecules: {@code nearest} and {@code similarity}, the training molecule that is most
 * alike; {@code TASK_of_nearest}, its label; {@code inside}, {@code yes} or {@code no}, whether the row lies inside the training range; and
 * {@code outside}, in which respects it does not. Those of a refused row are empty.
 *
 * @param space the training molecules
 * @param tasks names of the labels
 */
record NearestColumns(TrainingSpace space, List<String> tasks) {

    List<String> names() {
        List<String> names = new ArrayList<>(List.of("nearest", "similarity"));
        tasks.forEach(task -> names.add(task + "_of_nearest"));
        names.addAll(List.of("inside", "outside"));
        return names;
    }

    /** {@return the cells of a row} */
    List<String> cells(String smiles) {
        if (!(Molecule.parse(smiles, ParseSettings.standard()) instanceof Parsed.Ok ok)) {
            return Collections.nCopies(4 + tasks.size(), "");
        }
        Applicability applicability = space.about(Profile.of(ok.molecule()), 1);
        Neighbour nearest = applicability.nearest().get(0);
        List<String> cells = new ArrayList<>(List.of(nearest.smiles(), String.format(Locale.ROOT, "%.3f", nearest.similarity())));
        for (double label : nearest.labels()) {
            cells.add(AnswerColumns.number(label));
        }
        cells.add(applicability.inside() ? "yes" : "no");
        cells.add(String.join("; ", applicability.outside()));
        return cells;
    }
}
