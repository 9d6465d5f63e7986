package dev.trivium.molecular.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets carry the number of the row as label, so that a part tells which rows it got. */
class MoleculeSplitTest {

    private static final List<String> RINGS = List.of("c1ccccc1", "C1CCCCC1", "c1ccncc1", "c1ccc2ccccc2c1", "C1CCNCC1", "c1ccoc1", "c1ccsc1",
            "C1CCCCC1=O", "c1ccc(cc1)Cc1ccccc1", "C1CC1", "c1cnc[nH]1", "C1COCCN1");
    private static final List<String> TAILS = List.of("", "C", "CC", "CCC", "CCO", "CCN", "C(Cl)C", "CC(C)C", "C(=O)O", "C(Br)C");

    private final MoleculeSet set = molecules(160, 11);

    @Test
    void putsEveryRowIntoExactlyOnePart() {
        for (MoleculeSplit split : everyKind(set)) {
            List<Integer> rows = new ArrayList<>(rows(split.train().set()));
            rows.addAll(rows(split.validation().set()));
            rows.addAll(rows(split.test().set()));
            assertEquals(IntStream.range(0, set.size()).boxed().toList(), rows.stream().sorted().toList(), split.toString());
            assertEquals(rows(split.train().set()).stream().sorted().toList(), rows(split.train().set()), split.toString());
        }
    }

    @Test
    void givesEachPartAboutItsShare() {
        for (MoleculeSplit split : everyKind(set)) {
            assertEquals(128, split.train().set().size(), 15, split.toString());
            assertEquals(16, split.validation().set().size(), 10, split.toString());
            assertEquals(16, split.test().set().size(), 10, split.toString());
        }
        MoleculeSplit plain = MoleculeSplit.random(distinct(200), new Shares(0.7, 0.1, 0.2), 1);
        assertEquals("random 70/10/20 %, seed 1: 140 training, 20 validation, 40 test molecules", plain.toString());
    }

    @Test
    void neverSeparatesRowsOfOneMolecule() {
        for (MoleculeSplit split : everyKind(set)) {
            assertDisjoint(split, MoleculeSplitTest::identities);
        }
    }

    @Test
    void neverSeparatesRowsOfOneScaffold() {
        assertEquals(0, Identities.of(set).unreadable());
        for (MoleculeSplit split : List.of(MoleculeSplit.scaffold(set, Shares.standard()),
                MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 5))) {
            assertDisjoint(split, Identities::scaffolds);
        }
    }

    @Test
    void keepsTheScaffoldsOfTwoTautomersTogether() {
        List<String> smiles = new ArrayList<>(List.of("O=c1cccc[nH]1", "Oc1ccccn1", "Cc1ccccn1", "O=c1cccc[nH]1"));
        for (int i = 0; i < 20; i++) {
            smiles.add("C1CC" + "C".repeat(i) + "1");
        }
        MoleculeSet tautomers = numbered(smiles);
        for (int seed = 0; seed < 10; seed++) {
            MoleculeSplit split = MoleculeSplit.scaffoldBalanced(tautomers, new Shares(0.5, 0.2, 0.3), seed);
            long parts = List.of(split.train().set(), split.validation().set(), split.test().set()).stream()
                    .filter(part -> rows(part).stream().anyMatch(row -> row < 4)).count();
            assertEquals(1, parts);
        }
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertSame(MoleculeSplit.random(set, Shares.standard(), 3), MoleculeSplit.random(set, Shares.standard(), 3));
        assertSame(MoleculeSplit.scaffold(set, Shares.standard()), MoleculeSplit.scaffold(set, Shares.standard()));
        assertSame(MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 3), MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 3));
        assertNotEquals(rows(MoleculeSplit.random(set, Shares.standard(), 3).test().set()),
                rows(MoleculeSplit.random(set, Shares.standard(), 4).test().set()));
        assertNotEquals(rows(MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 3).test().set()),
                rows(MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 4).test().set()));
    }

    @Test
    void doesNotLookAtLabels() {
        double[] poisoned = new double[set.size()];
        Arrays.fill(poisoned, Double.NaN);
        MoleculeSet blank = MoleculeSet.of(set.smiles(), set.tasks(), poisoned);
        List<MoleculeSplit> with = everyKind(set);
        List<MoleculeSplit> without = everyKind(blank);
        for (int i = 0; i < with.size(); i++) {
            assertEquals(with.get(i).train().set().smiles(), without.get(i).train().set().smiles());
            assertEquals(with.get(i).test().set().smiles(), without.get(i).test().set().smiles());
        }
    }

    @Test // the rule of DeepChem's ScaffoldSplitter, worked out by hand
    void fillsTrainingWithTheLargestScaffoldsFirst() {
        MoleculeSet six = numbered(List.of("Cc1ccccc1", "CC1CCCCC1", "CCc1ccccc1", "c1ccccc1", "C1CC1", "CCC1CCCCC1", "C1CCC1", "C1CCCC1",
                "c1ccncc1", "c1ccoc1"));
        MoleculeSplit split = MoleculeSplit.scaffold(six, new Shares(0.6, 0.2, 0.2));
        assertEquals(List.of(0, 1, 2, 3, 5, 9), rows(split.train().set()));
        assertEquals(List.of(7, 8), rows(split.validation().set()));
        assertEquals(List.of(4, 6), rows(split.test().set()));
        assertEquals("scaffold 60/20/20 %", split.description());
    }

    @Test
    void splitsInTimeAndKeepsEqualStampsTogether() {
        MoleculeSet five = numbered(List.of("CO", "CCO", "CCCO", "CCCCO", "CCCCCO"));
        MoleculeSplit years = MoleculeSplit.time(five, List.of("2003", "2001", "2001", "2001", "2010"), new Shares(0.6, 0.2, 0.2),
                Duplicates.REFUSE);
        assertEquals(List.of(1, 2, 3), rows(years.train().set()));
        assertEquals(List.of(0), rows(years.validation().set()));
        assertEquals(List.of(4), rows(years.test().set()));
        MoleculeSplit dates = MoleculeSplit.time(five, List.of("2021-03-01", "2020-12-31", "1999-01-01", "2019-05-05", "2021-02-28"),
                new Shares(0.6, 0.2, 0.2), Duplicates.REFUSE);
        assertEquals(List.of(1, 2, 3), rows(dates.train().set()));
        assertEquals(List.of(0), rows(dates.test().set()));
        MoleculeSplit times = MoleculeSplit.time(five, List.of("2021-03-01 10:00", "2021-03-01T09:00", "2021-03-01T08:00:00", "2021-03-01T12:00",
                "2021-03-01T11:00"), new Shares(0.6, 0.2, 0.2), Duplicates.REFUSE);
        assertEquals(List.of(3), rows(times.test().set()));
        assertEquals("stamps must all be numbers, all dates such as 2021-03-31, or all dates with times such as 2021-03-31T18:00, got soon "
                + "for molecule 4", refused(() -> MoleculeSplit.time(five, List.of("1", "2", "3", "4", "soon"), Shares.standard(),
                        Duplicates.REFUSE)));
        assertEquals("stamps must be one per molecule, 5, got 1",
                refused(() -> MoleculeSplit.time(five, List.of("1"), Shares.standard(), Duplicates.REFUSE)));
    }

    @Test
    void splitsByRowOrder() {
        MoleculeSplit split = MoleculeSplit.rowOrder(distinct(10), Shares.standard(), Duplicates.REFUSE);
        assertEquals(IntStream.range(0, 8).boxed().toList(), rows(split.train().set()));
        assertEquals(List.of(9), rows(split.test().set()));
    }

    @Test
    void splitsByAColumn() {
        MoleculeSet four = numbered(List.of("CO", "CCO", "CCCO", "CCCCO"));
        MoleculeSplit split = MoleculeSplit.given(four, List.of("Test", "train", "valid", "TRAINING"), Duplicates.REFUSE);
        assertEquals(List.of(1, 3), rows(split.train().set()));
        assertEquals(List.of(2), rows(split.validation().set()));
        assertEquals(List.of(0), rows(split.test().set()));
        assertEquals("part must be train, validation or test, got fold1 for molecule 1",
                refused(() -> MoleculeSplit.given(four, List.of("test", "fold1", "val", "train"), Duplicates.REFUSE)));
        assertEquals("training must have molecules, got none",
                refused(() -> MoleculeSplit.given(four, List.of("test", "test", "val", "dev"), Duplicates.REFUSE)));
    }

    @Test
    void refusesASplitThatSharesAMoleculeUnlessThatIsAllowed() {
        MoleculeSet train = numbered(List.of("CCO", "Oc1ccccn1", "CC"));
        MoleculeSet validation = numbered(List.of("CCN", "C(C)O"));
        MoleculeSet test = numbered(List.of("O=c1cccc[nH]1", "NCC", "CCCl", "OCC"));
        assertEquals("parts must not share a molecule unless that is allowed, got 1 validation and 3 test rows whose molecule is in an earlier "
                + "part, such as C(C)O in training row 0 and validation row 1; O=c1cccc[nH]1 in training row 1 and test row 0; "
                + "NCC in validation row 0 and test row 1",
                refused(() -> MoleculeSplit.given(train, validation, test, Duplicates.REFUSE)));
        MoleculeSplit allowed = MoleculeSplit.given(train, validation, test, Duplicates.ALLOW);
        assertEquals(1, allowed.overlap().validation());
        assertEquals(3, allowed.overlap().test());
        assertEquals(4, allowed.test().set().size());
        assertTrue(allowed.notes().get(0).startsWith("allowed: 1 validation and 3 test rows"), allowed.notes()::toString);
        MoleculeSet twice = numbered(List.of("CCO", "CC", "CCC", "CCCC", "OCC"));
        assertTrue(refused(() -> MoleculeSplit.rowOrder(twice, new Shares(0.6, 0.2, 0.2), Duplicates.REFUSE)).contains("got 0 validation and 1"));
    }

    @Test
    void doesNotTakeRowsThatAreNoMoleculesForOneMolecule() {
        MoleculeSplit split = MoleculeSplit.given(numbered(List.of("FAIL", "C")), numbered(List.of("FAIL")), numbered(List.of("")),
                Duplicates.REFUSE);
        assertTrue(split.overlap().isEmpty());
        assertEquals("training: 1 of 2 rows cannot be read as a molecule, the first is row 0 (counted from 0): \"FAIL\"", split.notes().get(0));
    }

    @Test
    void refusesPartsWithOtherTasksAndSharesThatLeaveAPartEmpty() {
        assertEquals("parts must have the same tasks, got [row], [row] and []", refused(() -> MoleculeSplit.given(numbered(List.of("C")),
                numbered(List.of("CC")), MoleculeSet.unlabelled(List.of("CCC")), Duplicates.REFUSE)));
        MoleculeSet one = numbered(List.of("Cc1ccccc1", "CCc1ccccc1", "CCCc1ccccc1"));
        assertEquals("every part must get molecules, got 0 for training, 0 for validation, 3 for the test by the split scaffold 80/10/10 %",
                refused(() -> MoleculeSplit.scaffold(one, Shares.standard())));
        assertEquals(0, MoleculeSplit.random(one, new Shares(0.7, 0, 0.3), 1).validation().set().size());
        for (double[] wrong : new double[][] {{0, 0.5, 0.5}, {0.8, 0.1, 0.2}, {1.1, -0.1, 0}, {Double.NaN, 0.5, 0.5}}) {
            assertEquals("shares must be at least 0, that of training above 0, and add up to 1, got " + wrong[0] + ", " + wrong[1] + ", "
                    + wrong[2], refused(() -> new Shares(wrong[0], wrong[1], wrong[2])));
        }
    }

    private static List<MoleculeSplit> everyKind(MoleculeSet set) {
        return List.of(MoleculeSplit.random(set, Shares.standard(), 1), MoleculeSplit.random(set, Shares.standard(), 2),
                MoleculeSplit.scaffold(set, Shares.standard()), MoleculeSplit.scaffoldBalanced(set, Shares.standard(), 1));
    }

    private static <T> void assertDisjoint(MoleculeSplit split, Function<MoleculeSet, List<T>> of) {
        Set<T> train = new HashSet<>(of.apply(split.train().set()));
        Set<T> validation = new HashSet<>(of.apply(split.validation().set()));
        Set<T> test = new HashSet<>(of.apply(split.test().set()));
        assertTrue(train.stream().noneMatch(validation::contains), split.toString());
        assertTrue(test.stream().noneMatch(one -> train.contains(one) || validation.contains(one)), split.toString());
    }

    private static List<Identity> identities(MoleculeSet part) {
        Identities identities = Identities.of(part);
        return IntStream.range(0, part.size()).mapToObj(identities::get).toList();
    }

    /** Molecules of a few scaffolds with different tails, some several times and written in two ways. */
    private static MoleculeSet molecules(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> smiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String ring = random.nextBoolean() ? RINGS.get(random.nextInt(RINGS.size()))
                    : "c1ccc(cc1)" + "C".repeat(random.nextInt(20)) + "C1CC" + "C".repeat(random.nextInt(4)) + "1";
            String first = TAILS.get(random.nextInt(TAILS.size()));
            String second = TAILS.get(random.nextInt(TAILS.size()));
            String tail = first + (random.nextBoolean() ? "C" : "O") + "C" + "C".repeat(random.nextInt(12)) + second;
            smiles.add(random.nextInt(3) == 0 ? "C" + tail : random.nextBoolean() ? tail + ring : "C(" + ring + ")" + tail);
        }
        return numbered(smiles);
    }

    private static MoleculeSet distinct(int count) {
        return numbered(IntStream.rangeClosed(1, count).mapToObj("C"::repeat).toList());
    }

    private static MoleculeSet numbered(List<String> smiles) {
        return MoleculeSet.of(smiles, List.of("row"), IntStream.range(0, smiles.size()).asDoubleStream().toArray());
    }

    private static List<Integer> rows(MoleculeSet part) {
        return DoubleStream.of(part.labels()).mapToObj(row -> (int) row).toList();
    }

    private static void assertSame(MoleculeSplit a, MoleculeSplit b) {
        assertArrayEquals(a.train().set().labels(), b.train().set().labels());
        assertArrayEquals(a.validation().set().labels(), b.validation().set().labels());
        assertArrayEquals(a.test().set().labels(), b.test().set().labels());
    }

    private static String refused(Runnable made) {
        return assertThrows(IllegalArgumentException.class, made::run).getMessage();
    }
}
