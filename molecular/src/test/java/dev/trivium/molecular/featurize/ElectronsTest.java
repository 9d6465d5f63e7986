package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aromaticity, conjugation and hybridisation. */
class ElectronsTest {

    private static final int SP = 0;
    private static final int SP2 = 1;
    private static final int SP3 = 2;
    private static final int SP3D = 3;
    private static final int SP3D2 = 4;
    private static final int OTHER = 5;

    private static int aromaticAtoms(String smiles) {
        return Collections.frequency(Read.atoms(smiles, Read.AROMATIC), 1);
    }

    @ParameterizedTest
    @CsvSource({
        "C1=CC=CC=C1,     6", // benzene
        "C1=CC=NC=C1,     6", // pyridine
        "C1=CNC=C1,       5", // pyrrole: two electrons of N
        "C1=COC=C1,       5",
        "C1=CSC=C1,       5",
        "C1=CC=C[CH]1,    0",
        "C1=CC=C[CH-]1,   5", // cyclopentadienyl
        "C1=CC=C[CH+]C=C1,7", // tropylium
        "C1=CC=CC=CC=C1,  0", // eight electrons
        "C1=CCC=C1,       0",
        "O=C1C=CC=CN1,    6", // the double bond to O takes its electrons out
        "O=C1C=CC(=O)C=C1,0", // quinone
        "C=C1C=CC=C1,     0", // fulvene: a double bond to C takes none
        "C1=CC2=CC=CC=C2C=C1, 10",
        "C1=CC=C2C=CC=C2C=C1, 10", // azulene: only the outer ring counts ten
        "C1=CC2=CC=CC2=C1,  0", // pentalene
        "C1=CC=C2C(=C1)C=CC2, 6", // indene: the CH2 stays out
        "C1=C[O+]=CC=C1,  6",
        "C1=CC=[SH]C=C1,  0",
        "B1C=CC=CC=C1,    0", // borepine: an empty orbital needs a charge or a double bond
        "*1C=CC=C1,       5",
    })
    void findsAromaticRingsByCountingElectrons(String kekule, int atoms) {
        assertEquals(atoms, aromaticAtoms(kekule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1ccccc1|C1=CC=CC=C1", "c1ccncc1|C1=CC=NC=C1", "c1cc[nH]c1|C1=CNC=C1", "c1ccc2ccccc2c1|C1=CC2=CC=CC=C2C=C1",
        "O=c1cccc[nH]1|O=C1C=CC=CN1", "c1cc2cccc2c1|C1=CC2=CC=CC2=C1"})
    void readsTheSameFromAromaticAndFromKekuleForm(String both) {
        String[] forms = both.split("\\|");
        assertEquals(Read.atoms(forms[0], Read.AROMATIC).stream().sorted().toList(), Read.atoms(forms[1], Read.AROMATIC).stream().sorted().toList());
        assertEquals(Read.bonds(forms[0], Read.TYPE).stream().sorted().toList(), Read.bonds(forms[1], Read.TYPE).stream().sorted().toList());
    }

    @Test
    void marksOnlyTheOuterBondsOfAzuleneAsAromatic() {
        assertEquals(10, Collections.frequency(Read.bonds("C1=CC=C2C=CC=C2C=C1", Read.TYPE), BondRows.AROMATIC));
        assertEquals(11, Collections.frequency(Read.bonds("C1=CC2=CC=CC=C2C=C1", Read.TYPE), BondRows.AROMATIC));
    }

    @Test
    void conjugatesADoubleBondWithItsNeighbours() {
        assertEquals(List.of(1, 1, 1), Read.bonds("C=CC=C", Read.CONJUGATED));
        assertEquals(List.of(0, 0, 0, 0), Read.bonds("C=CCC=C", Read.CONJUGATED));
        assertEquals(List.of(0, 1, 1), Read.bonds("CC(=O)N", Read.CONJUGATED));
        assertEquals(List.of(0, 0, 0, 0), Read.bonds("CS(=O)(=O)C", Read.CONJUGATED));
        assertEquals(List.of(0, 0, 0), Read.bonds("CC=CC", Read.CONJUGATED));
    }

    @Test
    void hybridisesByOrbitals() {
        assertEquals(List.of(SP3, SP3), Read.atoms("CO", Read.HYBRIDISATION));
        assertEquals(List.of(SP2, SP2), Read.atoms("C=O", Read.HYBRIDISATION));
        assertEquals(List.of(SP, SP), Read.atoms("C#N", Read.HYBRIDISATION));
        assertEquals(List.of(SP2, SP, SP2), Read.atoms("C=C=C", Read.HYBRIDISATION));
        assertEquals(SP3D, Read.atoms("FP(F)(F)(F)F", Read.HYBRIDISATION).get(1));
        assertEquals(SP3D2, Read.atoms("FS(F)(F)(F)(F)F", Read.HYBRIDISATION).get(1));
        assertEquals(SP3, Read.atoms("CS(=O)(=O)C", Read.HYBRIDISATION).get(1));
        assertEquals(List.of(OTHER), Read.atoms("[Na+]", Read.HYBRIDISATION));
        assertEquals(List.of(SP3), Read.atoms("[Cl-]", Read.HYBRIDISATION));
        assertEquals(List.of(SP3, SP3), Read.atoms("C[CH2]", Read.HYBRIDISATION));
    }

    @Test
    void flattensTheNitrogenOfAnAmideAndTheOxygenOfAnEster() {
        assertEquals(SP2, Read.atoms("CC(=O)NC", Read.HYBRIDISATION).get(3));
        assertEquals(SP3, Read.atoms("CCNC", Read.HYBRIDISATION).get(2));
        assertEquals(SP2, Read.atoms("CC(=O)OC", Read.HYBRIDISATION).get(3));
        assertEquals(SP2, Read.atoms("Oc1ccccc1", Read.HYBRIDISATION).get(0));
        assertEquals(SP3, Read.atoms("OCc1ccccc1", Read.HYBRIDISATION).get(0));
    }
}
