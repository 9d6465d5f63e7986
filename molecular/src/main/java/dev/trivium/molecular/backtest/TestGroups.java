package dev.trivium.molecular.backtest;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.molecular.interval.KnownScaffolds;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Test molecules, or labels of them, by what may decide whether an interval holds: whether training has the scaffold, how similar the nearest
 * training molecule is, and in classification which label is true.
 *
 * @param all each a name, and whether a label of a molecule, both counted from 0, belongs to it
 */
record TestGroups(List<Group> all) {

    private static final double FAR = 0.35;
    private static final double NEAR = 0.5;

    /** Some of the labels. */
    record Group(String name, BiPredicate<Integer, Integer> holds) {}

    private record Standing(int scaffold, double similarity) {}

    static TestGroups of(MoleculeSplit split, TaskKind kind) {
        MoleculeSet test = split.test().set();
        KnownScaffolds scaffolds = KnownScaffolds.of(split.train(), ParseSettings.standard());
        TrainingSpace space = TrainingSpace.of(split.train(), ParseSettings.standard());
        List<Optional<Standing>> standings = IntStream.range(0, test.size()).parallel()
                .mapToObj(row -> standing(test.smiles().get(row), scaffolds, space)).toList();
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < KnownScaffolds.GROUPS.size(); g++) {
            int number = g;
            groups.add(new Group(KnownScaffolds.GROUPS.get(g), (row, task) -> standings.get(row).filter(s -> s.scaffold == number).isPresent()));
        }
        groups.add(new Group("similarity below 0.35", (row, task) -> standings.get(row).filter(s -> s.similarity < FAR).isPresent()));
        groups.add(new Group("similarity 0.35 to 0.5",
                (row, task) -> standings.get(row).filter(s -> s.similarity >= FAR && s.similarity < NEAR).isPresent()));
        groups.add(new Group("similarity 0.5 or more", (row, task) -> standings.get(row).filter(s -> s.similarity >= NEAR).isPresent()));
        if (kind == TaskKind.CLASSIFICATION) {
            groups.add(new Group("label 0", (row, task) -> test.label(row, task) == 0));
            groups.add(new Group("label 1", (row, task) -> test.label(row, task) == 1));
        }
        return new TestGroups(List.copyOf(groups));
    }

    private static Optional<Standing> standing(String smiles, KnownScaffolds scaffolds, TrainingSpace space) {
        return Molecule.parse(smiles, ParseSettings.standard()) instanceof Parsed.Ok ok
                ? Optional.of(new Standing(scaffolds.group(ok.molecule()), space.about(Profile.of(ok.molecule()), 1).nearest().get(0).similarity()))
                : Optional.empty();
    }
}
