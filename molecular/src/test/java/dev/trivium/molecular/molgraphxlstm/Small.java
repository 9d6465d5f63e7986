package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.util.stream.IntStream;

/** Recipes and molecules small enough for tests. */
final class Small {

    private static final int TRAIN = 60;

    private Small() {}

    static MolGraphXlstmSpec spec(TaskKind kind) {
        return MolGraphXlstmSpec.of(kind).with(new Architecture(2, 8, 2, 4)).with(new Recipe(5e-3, 3, 3, 16, 1e-4));
    }

    static Training run() {
        return Training.seed(4).withDevice("cpu");
    }

    static TrainingMolecules train(TaskKind kind) {
        return new TrainingMolecules(molecules(kind).select(IntStream.range(0, TRAIN).toArray()));
    }

    static ValidationMolecules validation(TaskKind kind) {
        return new ValidationMolecules(molecules(kind).select(IntStream.range(TRAIN, 2 * TRAIN).toArray()));
    }

    static MoleculeSet molecules(TaskKind kind) {
        return Structures.labelled(kind, 2 * TRAIN, 8);
    }
}
