package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

class ScaffoldTest {

    /** Among them two that refinement of neighbour colours alone does not tell apart from within, and cages of high symmetry. */
    private static final List<String> WRITTEN = List.of("C1CN(CCOCCN2CCOCC2)CCO1", "Cn1cnc2c1c(=O)n(C)c(=O)n2C", "C12C3C4C1C5C2C3C45",
            "C1C2CC3CC1CC(C2)C3", "O=C(Cc1ccc(O)cc1)N1CCC(CC1)c1c[nH]c2ccccc12", "C1CC1CC1CC1.c1ccccc1C", "CC(C)Cc1ccc(cc1)[C@@H](C)C(O)=O",
            "c1(cc(N\\C(=N\\c2cccc(c2)CC)C)ccc1)CC", "C[N+]1(C)CCC(CC1)=C1c2ccccc2CCc2ccccc12", "Clc1ccc2Oc3ccccc3N=C(N3CCNCC3)c2c1");

    @Test
    void isRingsAndTheChainsBetweenThem() {
        assertEquals(of("c1ccccc1"), of("CC(C)Cc1ccc(cc1)C(C)C(O)=O"));
        assertEquals(of("c1ccc(cc1)CCc1ccccc1"), of("Oc1ccc(cc1)CC(C)c1cccc(Cl)c1"));
        assertNotEquals(of("c1ccc(cc1)CCc1ccccc1"), of("c1ccc(cc1)Cc1ccccc1"));
        assertEquals(of("C1CC1.c1ccccc1"), of("CC1CC1.Cc1ccccc1.CCO"));
    }

    @Test
    void keepsWhatHangsOnItByADoubleBond() {
        assertEquals(of("O=C1CCCCC1"), of("O=C1CCCCC1CCO"));
        assertNotEquals(of("C1CCCCC1"), of("O=C1CCCCC1"));
        assertEquals(of("C=C1CCCCC1"), of("CC(O)=C1CCCCC1"));
        assertEquals(of("O=S(=O)(c1ccccc1)c1ccccc1"), of("O=S(=O)(c1ccc(N)cc1)c1ccc(N)cc1"));
        assertEquals(of("c1ccccc1"), of("OC(=O)c1ccccc1"));
    }

    @Test
    void givesHydrogensToAtomsThatLoseBonds() {
        assertEquals(of("O=c1[nH]c(=O)c2[nH]cnc2[nH]1"), of("Cn1cnc2c1c(=O)n(C)c(=O)n2C"));
        assertEquals(of("C1CC[NH2+]CC1"), of("C[N+]1(C)CCCCC1"));
    }

    @Test
    void hasNeitherStereoNorIsotopes() {
        assertEquals(of("C1CCC2CCCCC2C1"), of("[2H][C@H]1CC[C@H]2CCCC[C@@H]2C1"));
    }

    @Test
    void isEmptyWithoutRings() {
        for (String chain : List.of("CCO", "C", "CC(C)(C)C=O", "[Na+].[Cl-]")) {
            assertTrue(of(chain).isEmpty(), chain);
        }
    }

    @Test
    void isAListOfBondsWhereSmilesRunsOutOfRingNumbers() {
        Scaffold chain = of("c1ccccc1" + "c1ccc(cc1)".repeat(150) + "c1ccccc1");
        assertTrue(chain.smiles().startsWith("graph 6:"), () -> chain.smiles().substring(0, 20));
        assertEquals(chain, of("Cc1ccccc1" + "c1ccc(cc1)".repeat(150) + "c1ccc(O)cc1"));
        assertNotEquals(chain, of("c1ccccc1" + "c1ccc(cc1)".repeat(149) + "c1ccccc1"));
    }

    @Test
    void isItsOwnScaffold() {
        for (String smiles : WRITTEN) {
            assertEquals(of(smiles), of(of(smiles).smiles()), smiles);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfAtoms() throws CDKException {
        Random random = new Random(7);
        for (String smiles : WRITTEN) {
            IAtomContainer container = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            for (int i = 0; i < 10; i++) {
                IAtom[] atoms = new IAtom[container.getAtomCount()];
                Arrays.setAll(atoms, container::getAtom);
                Collections.shuffle(Arrays.asList(atoms), random);
                container.setAtoms(atoms);
                String other = new SmilesGenerator(i % 2 == 0 ? SmiFlavor.Generic : SmiFlavor.UseAromaticSymbols).create(container);
                assertEquals(of(smiles), of(other), smiles);
            }
        }
    }

    private static Scaffold of(String smiles) {
        return Scaffold.of(((Parsed.Ok) Molecule.parse(smiles, ParseSettings.standard())).molecule());
    }
}
