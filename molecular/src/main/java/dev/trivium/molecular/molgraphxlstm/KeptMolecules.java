package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.split.TrainingMolecules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The molecules that a model was fitted on; their fingerprints are made when they are first asked for, as scoring needs none. */
final class KeptMolecules {

    private @Nullable TrainingMolecules train;
    private final ParseSettings parsing;
    private @Nullable TrainingSpace space;

    private KeptMolecules(@Nullable TrainingMolecules train, ParseSettings parsing, @Nullable TrainingSpace space) {
        this.train = train;
        this.parsing = parsing;
        this.space = space;
    }

    static KeptMolecules of(TrainingMolecules train, ParseSettings parsing) {
        return new KeptMolecules(train, parsing, null);
    }

    static KeptMolecules read(Optional<TrainingSpace> space, ParseSettings parsing) {
        return new KeptMolecules(null, parsing, space.orElse(null));
    }

    synchronized Optional<TrainingSpace> space() {
        if (train != null) {
            space = TrainingSpace.of(train, parsing);
            train = null;
        }
        return Optional.ofNullable(space);
    }
}
