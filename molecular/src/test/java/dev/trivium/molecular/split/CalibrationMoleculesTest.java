package dev.trivium.molecular.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sets carry the number of the row as label, so that a part tells which rows it got. */
class CalibrationMoleculesTest {

    private static final List<String> RINGS = List.of("c1ccccc1", "C1CCCCC1", "c1ccncc1", "c1ccc2ccccc2c1", "C1CCNCC1", "c1ccoc1", "c1ccsc1",
            "C1CCCCC1=O", "C1CC1", "c1cnc[nH]1", "C1COCCN1", "C1CCC1", "C1CCOC1", "c1ccc2[nH]ccc2c1");

    private final MoleculeSet set = molecules();

    @Test
    void comeOutOfValidationAlone() {
        for (MoleculeSplit whole : everyKind()) {
            MoleculeSplit split = whole.withCalibration(0.5, 3);
            assertArrayEquals(whole.train().set().labels(), split.train().set().labels(), whole.toString());
            assertArrayEquals(whole.test().set().labels(), split.test().set().labels(), whole.toString());
            List<Integer> both = new ArrayList<>(rows(split.validation().set()));
            both.addAll(calibrated(split));
            both.sort(null);
            assertEquals(rows(whole.validation().set()), both, whole.toString());
            assertEquals(both.size() / 2.0, calibrated(split).size(), 0.15 * both.size(), whole.toString());
            assertTrue(whole.calibration().isEmpty());
        }
    }

    @Test
    void shareNoScaffoldWithValidationInAScaffoldSplit() {
        for (MoleculeSplit whole : everyKind().subList(1, 3)) {
            MoleculeSplit split = whole.withCalibration(0.5, 8);
            Set<Object> left = new HashSet<>(Identities.scaffolds(split.validation().set()));
            assertTrue(Identities.scaffolds(split.calibration().orElseThrow().set()).stream().noneMatch(left::contains), whole.toString());
        }
    }

    @Test
    void areTheSameForTheSameSeedAndOthersForAnother() {
        for (MoleculeSplit whole : everyKind().subList(0, 3)) {
            assertEquals(calibrated(whole.withCalibration(0.5, 1)), calibrated(whole.withCalibration(0.5, 1)));
            assertNotEquals(calibrated(whole.withCalibration(0.5, 1)), calibrated(whole.withCalibration(0.5, 2)));
        }
    }

    @Test
    void areTheNewestOfValidationInASplitByTime() {
        List<String> stamps = IntStream.range(0, set.size()).mapToObj(row -> String.valueOf(5000 - row)).toList();
        MoleculeSplit split = MoleculeSplit.time(set, stamps, new Shares(0.5, 0.4, 0.1), Duplicates.REFUSE).withCalibration(0.25, 1);
        int newestLeft = rows(split.validation().set()).stream().min(Integer::compare).orElseThrow(); // the later the row, the older its stamp
        assertTrue(calibrated(split).stream().allMatch(row -> row < newestLeft), split.toString());
        assertEquals("time 50/40/10 %: 98 training, 58 validation, 20 calibration, 20 test molecules", split.toString());
    }

    @Test
    void areTheLastOfValidationInRowOrder() {
        MoleculeSplit split = MoleculeSplit.rowOrder(set, new Shares(0.5, 0.4, 0.1), Duplicates.REFUSE).withCalibration(0.25, 1);
        int lastLeft = rows(split.validation().set()).stream().max(Integer::compare).orElseThrow();
        assertTrue(calibrated(split).stream().allMatch(row -> row > lastLeft), split.toString());
    }

    @Test
    void keepRowsOfOneMoleculeTogether() {
        List<String> smiles = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            smiles.addAll(List.of("C".repeat(i) + "O", "O" + "C".repeat(i)));
        }
        MoleculeSplit split = MoleculeSplit.given(numbered(List.of("c1ccccc1")), numbered(smiles), numbered(List.of("C1CC1")), Duplicates.REFUSE)
                .withCalibration(0.4, 5);
        assertEquals(32, calibrated(split).size());
        assertTrue(calibrated(split).stream().allMatch(row -> calibrated(split).contains(row ^ 1)), split.toString());
    }

    @Test
    void doNotDependOnLabels() {
        double[] none = new double[set.size()];
        Arrays.fill(none, Double.NaN);
        MoleculeSet blank = MoleculeSet.of(set.smiles(), set.tasks(), none);
        assertEquals(MoleculeSplit.scaffold(set, new Shares(0.5, 0.3, 0.2)).withCalibration(0.5, 4).calibration().orElseThrow().set().smiles(),
                MoleculeSplit.scaffold(blank, new Shares(0.5, 0.3, 0.2)).withCalibration(0.5, 4).calibration().orElseThrow().set().smiles());
    }

    @Test
    void areRefusedWhereNoneOrAllWouldBeTaken() {
        MoleculeSplit whole = MoleculeSplit.random(set, Shares.standard(), 1);
        assertEquals("share must be between 0 and 1, got 1.0", refused(() -> whole.withCalibration(1, 1)));
        assertEquals("share must be between 0 and 1, got NaN", refused(() -> whole.withCalibration(Double.NaN, 1)));
        assertEquals("share must give calibration molecules and leave some for validation, got 0.01 of 19 validation molecules",
                refused(() -> whole.withCalibration(0.01, 1)));
        MoleculeSplit once = whole.withCalibration(0.5, 1);
        assertEquals("split must have no calibration molecules yet, got random 80/10/10 %, seed 1: 157 training, 9 validation,"
                + " 10 calibration, 20 test molecules", refused(() -> once.withCalibration(0.5, 1)));
        MoleculeSplit one = MoleculeSplit.given(numbered(List.of("C")), numbered(List.of("CC")), numbered(List.of("CCC")), Duplicates.REFUSE);
        assertTrue(refused(() -> one.withCalibration(0.5, 1)).contains("0.5 of 1 validation molecules"));
    }

    @Test
    void stayWhenASplitIsDescribedAnew() {
        assertEquals(10, calibrated(MoleculeSplit.random(set, Shares.standard(), 1).withCalibration(0.5, 1).described("other")).size());
    }

    private List<MoleculeSplit> everyKind() {
        Shares shares = new Shares(0.5, 0.3, 0.2);
        return List.of(MoleculeSplit.random(set, shares, 1), MoleculeSplit.scaffold(set, shares), MoleculeSplit.scaffoldBalanced(set, shares, 1),
                MoleculeSplit.rowOrder(set, shares, Duplicates.REFUSE));
    }

    /** Fourteen rings with fourteen tails each. */
    private static MoleculeSet molecules() {
        List<String> smiles = new ArrayList<>();
        for (int tail = 1; tail <= 14; tail++) {
            for (String ring : RINGS) {
                smiles.add("O" + "C".repeat(tail) + ring);
            }
        }
        return numbered(smiles);
    }

    private static MoleculeSet numbered(List<String> smiles) {
        return MoleculeSet.of(smiles, List.of("row"), IntStream.range(0, smiles.size()).asDoubleStream().toArray());
    }

    private static List<Integer> calibrated(MoleculeSplit split) {
        return rows(split.calibration().orElseThrow().set());
    }

    private static List<Integer> rows(MoleculeSet part) {
        return DoubleStream.of(part.labels()).mapToObj(row -> (int) row).toList();
    }

    private static String refused(Runnable made) {
        return assertThrows(IllegalArgumentException.class, made::run).getMessage();
    }
}
