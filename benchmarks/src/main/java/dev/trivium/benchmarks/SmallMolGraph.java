package dev.trivium.benchmarks;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.Recipe;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A MolGraph-xLSTM of width 128 after two steps on ethers: of use only for how long it takes. */
final class SmallMolGraph {

    private static final int MOLECULES = 64;
    private static final int BATCH = 32;

    private SmallMolGraph() {}

    /** {@return the number of atoms as a property, hardly learnt} */
    static PropertyPredictor fit() throws IOException {
        MolGraphXlstmSpec spec = MolGraphXlstmSpec.of(TaskKind.REGRESSION).with(Recipe.published(1e-4, 1).withBatch(BATCH));
        Random random = new Random(2025);
        return spec.fit(new TrainingMolecules(set(random)), new ValidationMolecules(set(random)), Training.seed(2025).withDevice("cpu"));
    }

    private static MoleculeSet set(Random random) {
        List<String> smiles = new ArrayList<>();
        double[] labels = new double[MOLECULES];
        for (int i = 0; i < MOLECULES; i++) {
            labels[i] = 5 + random.nextInt(30);
            smiles.add(SyntheticMolecules.ETHERS.of((int) labels[i], random));
        }
        return MoleculeSet.of(smiles, List.of("atoms"), labels);
    }
}
