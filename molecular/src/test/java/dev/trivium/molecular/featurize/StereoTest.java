package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of centres and names of double bonds. */
class StereoTest {

    private static final int CW = StereoCentre.CLOCKWISE;
    private static final int CCW = StereoCentre.COUNTERCLOCKWISE;
    private static final int Z = DoubleBond.Z;
    private static final int E = DoubleBond.E;

    private static int tag(String smiles, int atom) {
        return Read.atoms(smiles, Read.CHIRALITY).get(atom);
    }

    private static int doubleBond(String smiles) {
        return Read.bonds(smiles, Read.STEREO).stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void readsOneAtAsCounterclockwiseInTheOrderOfTheString() {
        assertEquals(CCW, tag("N[C@](F)(Cl)Br", 1));
        assertEquals(CW, tag("N[C@@](F)(Cl)Br", 1));
        assertEquals(CW, tag("N[C@TH2](F)(Cl)Br", 1));
    }

    @Test
    void turnsATagRoundWithEachNeighbourThatARingNumberPrecedes() {
        assertEquals(CW, tag("C[C@H]1CCO1", 1), "the ring number stands second, its bond last: one swap");
        assertEquals(CCW, tag("F[C@]1(Cl)CCO1", 1), "two swaps");
        assertEquals(CW, tag("F[C@](Cl)1CCO1", 1));
    }

    @Test
    void takesAHydrogenInFrontOfTheNeighboursForASwap() {
        assertEquals(CCW, tag("C[C@H](F)Cl", 1));
        assertEquals(CW, tag("[C@H](C)(F)Cl", 0));
    }

    @Test
    void foldsAHydrogenOfACentreWithItsTag() {
        assertEquals(tag("F[C@@H](Cl)Br", 1), tag("F[C@@]([H])(Cl)Br", 1));
        assertEquals(CCW, tag("[H][C@@](F)(Cl)Br", 0));
        assertEquals(3, Read.parsed("F[C@@]([H])(Cl)Br").molecule().bonds());
    }

    @ParameterizedTest
    @CsvSource({"C[C@H](C)F, 1", "C[C@](F)(F)Cl, 1", "C[C@](=O)F, 1", "C[N@](F)Cl, 1", "C[C@@H2]F, 1", "C1CC[C@H](F)CC1, 3"})
    void dropsATagWhereTwoNeighboursAreEqualOrTheAtomIsFlat(String smiles, int atom) {
        assertEquals(0, tag(smiles, atom));
    }

    @Test
    void keepsATagThatOnlyIsotopesOrNamesOfOtherCentresJustify() {
        assertEquals(CCW, tag("C[C@H]([13CH3])F", 1));
        assertEquals(CCW, tag("F[C@H](Cl)[C@H](O)[C@@H](F)Cl", 3));
        assertEquals(0, tag("FC(Cl)[C@H](O)C(F)Cl", 3));
    }

    @Test
    void keepsTwoCentresOfARingThatOnlyTogetherAreAny() {
        assertEquals(List.of(0, CW, 0, 0, CCW, 0, 0, 0), Read.atoms("C[C@H]1CC[C@H](C)CC1", Read.CHIRALITY));
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0), Read.atoms("C[C@H]1CCCCC1", Read.CHIRALITY));
    }

    @Test
    void knowsSulfoxidesPhosphinesAndNitrogenInSmallRings() {
        assertEquals(CCW, tag("C[S@](=O)CC", 1));
        assertEquals(CCW, tag("C[P@](F)Cl", 1));
        assertEquals(CCW, tag("C[N@]1CC1F", 1));
        assertEquals(0, tag("C[N@]1CCCC1F", 1));
    }

    @Test
    void givesGeometriesBeyondTetrahedraTheirOwnIndex() {
        assertEquals(4, tag("C[Pt@SP1](F)(Cl)Br", 1));
        assertEquals(4, tag("C[Co@OH1](F)(Cl)(Br)(N)O", 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "C/C=C/C    | 2", "C/C=C\\C   | 1", "C\\C=C\\C   | 2", "CC=CC      | 0", "C/C=CC     | 0",
        "F/C(Cl)=C/C | 1", "F/C(Cl)=C\\C | 2", "C/C(C)=C/C | 0", "C/N=C/C    | 2", "C/C=N/O    | 2", "C(/C)=C/C | 1",
        "C1CC/C=C/CC1 | 0", "C1CCC/C=C/CC1 | 2", "O/N=c1\\cccc[nH]1 | 2", "[H]/N=C/C | 2", "[H]/C(C)=C/C | 1", "F/C(/Cl)=C/C | 1",
    })
    void namesDoubleBondsByTheNeighboursOfHighestRank(String smiles, int name) {
        assertEquals(name, doubleBond(smiles));
    }

    @Test
    void readsMarksAtRingNumbersFromEitherEnd() {
        assertEquals(E, doubleBond("F/C=C/1CCCCC1Cl"));
        assertEquals(E, doubleBond("F/C=C1\\CCCCC1Cl"));
        assertEquals(E, doubleBond("F/C=C1CCCCC\\1Cl"));
        assertEquals(Z, doubleBond("F/C=C\\1CCCCC1Cl"));
    }

    @Test
    void ignoresMarksThatContradictEachOther() {
        assertEquals(0, doubleBond("F/C(\\Cl)=C/C"));
    }

    @Test
    void keepsTheOnlyHydrogenThatTellsTheSideOfADoubleBond() {
        assertEquals(4, Read.parsed("[H]/N=C/C").molecule().atoms());
        assertEquals(3, Read.parsed("[H]N=CC").molecule().atoms());
    }
}
