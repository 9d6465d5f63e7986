package dev.trivium.molecular.interval;

import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where a molecule stands beside the training molecules.
 *
 * @param group    in {@link KnownScaffolds#GROUPS}
 * @param distance 1 − similarity to the nearest training molecule; 0 where the model does not keep these
 */
record Standing(int group, double distance) {

    private static final Standing UNREADABLE = new Standing(1, 0);

    /** {@return the standings of many, on all processors; that of a row which is no molecule says nothing} */
    static List<Standing> of(List<String> smiles, ParseSettings parsing, KnownScaffolds scaffolds, Optional<TrainingSpace> space) {
        return IntStream.range(0, smiles.size()).parallel().mapToObj(i -> Molecule.parse(smiles.get(i), parsing) instanceof Parsed.Ok ok
                ? of(ok.molecule(), scaffolds, space) : UNREADABLE).toList();
    }

    private static Standing of(Molecule molecule, KnownScaffolds scaffolds, Optional<TrainingSpace> space) {
        double distance = space.map(kept -> 1 - kept.about(Profile.of(molecule), 1).nearest().get(0).similarity()).orElse(0.0);
        return new Standing(scaffolds.group(molecule), distance);
    }
}
