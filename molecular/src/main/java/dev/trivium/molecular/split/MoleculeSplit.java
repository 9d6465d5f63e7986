package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Molecules divided into training, validation and test, and calibration where that is {@linkplain #withCalibration wanted}. Every row is in exactly one part; inside a part rows keep their order. Random and
 * scaffold splits never separate rows of one molecule, told by {@link Identities}; the others refuse to, unless told otherwise.
 *
 * <p>A random split asks how well a model fills in between molecules like those it knows; a scaffold or time split asks what a chemist asks,
 * how it does on new ones, and its figures are worse.
 */
public final class MoleculeSplit {

    private final String description;
    private final TrainingMolecules train;
    private final ValidationMolecules validation;
    private final TestMolecules test;
    private final Optional<CalibrationMolecules> calibration;
    private final Carving carving;
    private final Overlap overlap;
    private final List<String> notes;
    private final Origin origin;
    private Optional<String> uncarved = Optional.empty();

    private MoleculeSplit(String description, TrainingMolecules train, ValidationMolecules validation, TestMolecules test,
            Optional<CalibrationMolecules> calibration, Carving carving, Overlap overlap, List<String> notes,
            Origin origin) {
        this.description = description;
        this.train = train;
        this.validation = validation;
        this.test = test;
        this.calibration = calibration;
        this.carving = carving;
        this.overlap = overlap;
        this.notes = List.copyOf(notes);
        this.origin = origin;
    }

    private static MoleculeSplit of(String description, MoleculeSet train, MoleculeSet validation, MoleculeSet test, Carving carving,
            Overlap overlap, List<String> notes, Origin origin) {
        return new MoleculeSplit(description, new TrainingMolecules(train), new ValidationMolecules(validation), new TestMolecules(test),
                Optional.empty(), carving, overlap, notes, origin);
    }

    /**
     * {@return a random split}
     *
     * @throws IllegalArgumentException if a part with a share gets no molecule
     */
    public static MoleculeSplit random(MoleculeSet set, Shares shares, long seed) {
        Identities identities = Identities.of(set);
        List<int[]> groups = new ArrayList<>(identities.groups());
        Shuffling.shuffle(groups, new SplittableRandom(seed));
        return parts("random " + shares + ", seed " + seed, identities, shares, Allotment.inTurn(groups, shares), Carving.MOLECULES);
    }

    /**
     * {@return the scaffold split of MoleculeNet} No scaffold (see {@link dev.trivium.molecular.featurize.Scaffold}) is in two parts: the
     * largest groups of one scaffold go to training while they fit, the next to validation, and the small ones, rare scaffolds, to the test.
     * The rule is DeepChem's {@code ScaffoldSplitter}; there is nothing random in it. Molecules without rings count as one scaffold.
     *
     * @throws IllegalArgumentException if a part with a share gets no molecule
     */
    public static MoleculeSplit scaffold(MoleculeSet set, Shares shares) {
        ScaffoldGroups groups = ScaffoldGroups.of(set);
        return parts("scaffold " + shares, groups.identities(), shares, groups.bySize(shares), Carving.SCAFFOLDS);
    }

    /**
     * {@return a scaffold split in which large scaffolds can be in any part} Groups of one scaffold that are larger than half a validation or
     * test part are dealt first, then the others, both in an order drawn with the seed; each goes to the first part that it fits into. The
     * rule is that of Chemprop's balanced scaffold split (Yang et al. 2019), not its random numbers.
     *
     * @throws IllegalArgumentException if a part with a share gets no molecule
     */
    public static MoleculeSplit scaffoldBalanced(MoleculeSet set, Shares shares, long seed) {
        ScaffoldGroups groups = ScaffoldGroups.of(set);
        return parts("balanced scaffold " + shares + ", seed " + seed, groups.identities(), shares, groups.balanced(shares, seed),
                Carving.SCAFFOLDS);
    }

    /**
     * {@return a split in time: the oldest rows for training, the newest for the test} Rows of one stamp stay together.
     *
     * @param stamps one text per row: all numbers (such as years), all ISO dates, or all ISO dates with times
     * @throws IllegalArgumentException if a stamp cannot be read, a part with a share gets no row, or a molecule is in two parts and that is
     *     refused
     */
    public static MoleculeSplit time(MoleculeSet set, List<String> stamps, Shares shares, Duplicates duplicates) {
        if (stamps.size() != set.size()) {
            throw new IllegalArgumentException("stamps must be one per molecule, " + set.size() + ", got " + stamps.size());
        }
        int[] ranks = Stamps.ranks(stamps);
        List<List<Integer>> groups = new ArrayList<>();
        IntStream.range(0, set.size()).forEach(row -> groups.add(new ArrayList<>()));
        IntStream.range(0, set.size()).forEach(row -> groups.get(ranks[row]).add(row));
        return inOrder("time " + shares, set, groups.stream().filter(group -> !group.isEmpty())
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList(), ranks, shares, duplicates);
    }

    /**
     * {@return a split of the rows in their order: the first for training, the last for the test}
     *
     * @throws IllegalArgumentException if a part with a share gets no row, or a molecule is in two parts and that is refused
     */
    public static MoleculeSplit rowOrder(MoleculeSet set, Shares shares, Duplicates duplicates) {
        int[] rows = IntStream.range(0, set.size()).toArray();
        return inOrder("row order " + shares, set, IntStream.of(rows).mapToObj(row -> new int[] {row}).toList(), rows, shares, duplicates);
    }

    private static MoleculeSplit inOrder(String name, MoleculeSet set, List<int[]> groups, int[] ranks, Shares shares,
            Duplicates duplicates) {
        Allotment allotment = Allotment.inTurn(groups, shares);
        checkParts(name, shares, allotment);
        Carving carving = Carving.last(IntStream.of(allotment.rows(1)).map(row -> ranks[row]).toArray());
        return given(name, set.select(allotment.rows(0)), set.select(allotment.rows(1)), set.select(allotment.rows(2)), carving, duplicates);
    }

    /**
     * {@return a split that a column of the file gives}
     *
     * @param parts one text per row: {@code train} or {@code training}, {@code valid}, {@code val}, {@code validation} or {@code dev},
     *     {@code test}; case does not matter
     * @throws IllegalArgumentException if there is another text, no training row, or a molecule is in two parts and that is refused
     */
    public static MoleculeSplit given(MoleculeSet set, List<String> parts, Duplicates duplicates) {
        if (parts.size() != set.size()) {
            throw new IllegalArgumentException("parts must be one per molecule, " + set.size() + ", got " + parts.size());
        }
        Allotment allotment = new Allotment();
        for (int i = 0; i < parts.size(); i++) {
            allotment.add(part(parts.get(i), i), new int[] {i});
        }
        return given("given by a column", set.select(allotment.rows(0)), set.select(allotment.rows(1)), set.select(allotment.rows(2)),
                Carving.MOLECULES, duplicates);
    }

    private static int part(String name, int row) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "train", "training" -> 0;
            case "valid", "val", "validation", "dev" -> 1;
            case "test" -> 2;
            default -> throw new IllegalArgumentException("part must be train, validation or test, got "
                    + (name.isBlank() ? "nothing" : name) + " for molecule " + row);
        };
    }

    /**
     * {@return a split whose parts come one by one, such as three files}
     *
     * @throws IllegalArgumentException if the tasks differ, training is empty, or a molecule is in two parts and that is refused
     */
    public static MoleculeSplit given(MoleculeSet train, MoleculeSet validation, MoleculeSet test, Duplicates duplicates) {
        return given("given", train, validation, test, Carving.MOLECULES, duplicates);
    }

    private static MoleculeSplit given(String name, MoleculeSet train, MoleculeSet validation, MoleculeSet test, Carving carving,
            Duplicates duplicates) {
        if (!train.tasks().equals(validation.tasks()) || !train.tasks().equals(test.tasks())) {
            throw new IllegalArgumentException("parts must have the same tasks, got " + train.tasks() + ", " + validation.tasks() + " and "
                    + test.tasks());
        }
        if (train.size() == 0) {
            throw new IllegalArgumentException("training must have molecules, got none");
        }
        List<Identities> parts = List.of(Identities.of(train), Identities.of(validation), Identities.of(test));
        Overlap overlap = Overlap.of(parts.get(0), parts.get(1), parts.get(2));
        if (duplicates == Duplicates.REFUSE && !overlap.isEmpty()) {
            throw new IllegalArgumentException("parts must not share a molecule unless that is allowed, got " + overlap);
        }
        List<String> notes = new ArrayList<>();
        List<String> names = List.of("training", "validation", "test");
        for (int part = 0; part < 3; part++) {
            String prefix = names.get(part) + ": ";
            parts.get(part).notes().forEach(note -> notes.add(prefix + note));
        }
        if (!overlap.isEmpty()) {
            notes.add("allowed: " + overlap);
        }
        return of(name, train, validation, test, carving, overlap, notes, Origin.GIVEN);
    }

    private static MoleculeSplit parts(String name, Identities identities, Shares shares, Allotment allotment, Carving carving) {
        checkParts(name, shares, allotment);
        MoleculeSet set = identities.set();
        return of(name, set.select(allotment.rows(0)), set.select(allotment.rows(1)), set.select(allotment.rows(2)), carving,
                new Overlap(0, 0, List.of()), identities.notes(), Origin.DRAWN);
    }

    private static void checkParts(String name, Shares shares, Allotment allotment) {
        if (allotment.size(0) == 0 || allotment.size(1) == 0 && shares.validation() > 0 || allotment.size(2) == 0 && shares.test() > 0) {
            throw new IllegalArgumentException("every part must get molecules, got " + allotment.size(0) + " for training, "
                    + allotment.size(1) + " for validation, " + allotment.size(2) + " for the test by the split " + name);
        }
    }

    /**
     * {@return this split with a share of its validation molecules set apart for calibration} Training and test molecules stay as they are. The
     * molecules are taken as the split was made: whole scaffolds at random from a scaffold split; the last from a split by time or in row
     * order; molecules at random else. Rows of one molecule stay together.
     *
     * @param share of the validation molecules, in (0, 1); at most so many are taken, fewer where groups do not fit
     * @param seed  of what is random
     * @throws IllegalArgumentException if this split has calibration molecules already, or validation or calibration would get none
     */
    public MoleculeSplit withCalibration(double share, long seed) {
        if (calibration.isPresent()) {
            throw new IllegalArgumentException("split must have no calibration molecules yet, got " + this);
        }
        MoleculeSet all = validation.set();
        BitSet taken = carving.rows(all, share, seed);
        int[] left = IntStream.range(0, all.size()).filter(row -> !taken.get(row)).toArray();
        MoleculeSplit carved = new MoleculeSplit(description, train, new ValidationMolecules(all.select(left)), test,
                Optional.of(new CalibrationMolecules(all.select(taken.stream().toArray()))), carving, overlap, notes, origin);
        carved.uncarved = Optional.of(all.sha256());
        return carved;
    }

    /** {@return the molecules to learn from} */
    public TrainingMolecules train() {
        return train;
    }

    /** {@return the molecules to choose epochs and settings by} */
    public ValidationMolecules validation() {
        return validation;
    }

    /** {@return the SHA-256 of the molecules that may choose epochs and settings: of the validation molecules, with and without calibration ones} */
    public List<String> choosing() {
        return Stream.concat(Stream.of(validation.set().sha256()), uncarved.stream()).toList();
    }

    /** {@return the molecules from which the width of intervals is learnt; empty unless they were {@linkplain #withCalibration set apart}} */
    public Optional<CalibrationMolecules> calibration() {
        return calibration;
    }

    /** {@return the molecules that are scored} */
    public TestMolecules test() {
        return test;
    }

    /** {@return which rows' molecules are in an earlier part too; none unless that was allowed} */
    public Overlap overlap() {
        return overlap;
    }

    /** {@return what a reader should know of the molecules: rows that are none, repeated ones, conflicting labels; empty if nothing} */
    public List<String> notes() {
        return notes;
    }

    /** {@return how it was made, such as {@code scaffold 80/10/10 %}} */
    public String description() {
        return description;
    }

    /** {@return this split with another description, such as {@code given 2 of 3}} */
    public MoleculeSplit described(String other) {
        return new MoleculeSplit(other, train, validation, test, calibration, carving, overlap, notes, origin);
    }

    /** {@return this split as one that was published, with its name: what its parts share is a fact that comparable scores rest on} */
    public MoleculeSplit published(String name) {
        return new MoleculeSplit(name, train, validation, test, calibration, carving, overlap, notes, Origin.PUBLISHED);
    }

    /** {@return who decided which molecule is in which part} */
    public Origin origin() {
        return origin;
    }

    /** Who decided which molecule is in which part. */
    public enum Origin {
        /** A rule of this class, which never separates rows of one molecule. */
        DRAWN,
        /** The data: a column, several files, the order of the rows, or time. */
        GIVEN,
        /** Whoever published the data. */
        PUBLISHED
    }

    @Override
    public String toString() {
        return description + ": " + train.set().size() + " training, " + validation.set().size() + " validation, "
                + calibration.map(apart -> apart.set().size() + " calibration, ").orElse("") + test.set().size() + " test molecules";
    }
}
