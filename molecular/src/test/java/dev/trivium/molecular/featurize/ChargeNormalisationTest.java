package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Charges are features of their own: 5 is neutral. */
class ChargeNormalisationTest {

    private static List<Integer> charges(String smiles) {
        return Read.atoms(smiles, Read.CHARGE).stream().map(charge -> charge - 5).toList();
    }

    @Test
    void writesANitroGroupWithChargesOnNitrogenAndTheFirstOxygen() {
        assertEquals(List.of(0, 1, -1, 0), charges("CN(=O)=O"));
        assertEquals(charges("C[N+]([O-])=O"), charges("CN(=O)=O"));
        assertEquals(Read.bonds("C[N+]([O-])=O", Read.TYPE), Read.bonds("CN(=O)=O", Read.TYPE));
    }

    @Test
    void writesAnOxideOfPyridineWithCharges() {
        assertEquals(List.of(-1, 1, 0, 0, 0, 0, 0), charges("O=n1ccccc1"));
    }

    @Test
    void writesAnAzideWithCharges() {
        assertEquals(List.of(0, 0, 1, -1), charges("CN=N#N"));
        assertEquals(List.of(0, 1, 1), Read.bonds("CN=N#N", Read.TYPE));
    }

    @Test
    void writesAPhosphorusAtADoubleBondToCarbonAsItsOxide() {
        assertEquals(List.of(0, 0, 1, -1, 0), charges("CC=P(=O)C"));
        assertEquals(List.of(0, 0, 0, 0, 0), charges("CP(=O)(C)C"));
    }

    @Test
    void givesAHalogenOfPerchloricAcidAChargeForEachDoubleBond() {
        assertEquals(List.of(0, 3, -1, -1, -1), charges("OCl(=O)(=O)=O"));
        assertEquals(List.of(0, 1, -1), charges("OCl=O"));
    }

    @Test
    void leavesChargedGroupsAndSulfonesAlone() {
        assertEquals(List.of(0, 0, 0, 0, 0), charges("CS(=O)(=O)C"));
        assertEquals(List.of(0, 1, 0, -1), charges("C[N+](=O)[O-]"));
    }
}
