package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.RealMolecules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.qsar.descriptors.molecular.FractionalCSP3Descriptor;
import org.openscience.cdk.qsar.descriptors.molecular.RotatableBondsCountDescriptor;
import org.openscience.cdk.qsar.result.DoubleResult;
import org.openscience.cdk.qsar.result.IntegerResult;

class DescriptorsTest {

    private static double of(String smiles, Descriptor descriptor) {
        return Descriptors.of(Reordered.molecule(smiles)).value(descriptor);
    }

    @Test
    void aspirinIsAsTheBooksHaveIt() {
        Descriptors aspirin = Descriptors.of(Reordered.molecule("CC(=O)Oc1ccccc1C(=O)O"));
        assertEquals(180.16, aspirin.value(Descriptor.WEIGHT), 0.01);
        assertEquals(63.6, aspirin.value(Descriptor.POLAR_SURFACE), 0.1);
        assertEquals(1.4, aspirin.value(Descriptor.XLOGP), 0.6);
        assertEquals(1, aspirin.value(Descriptor.DONORS));
        assertEquals(3, aspirin.value(Descriptor.ROTATABLE_BONDS));
        assertEquals(1, aspirin.value(Descriptor.RINGS));
        assertEquals(1, aspirin.value(Descriptor.AROMATIC_RINGS));
        assertEquals(1 / 9.0, aspirin.value(Descriptor.SP3_SHARE));
        assertEquals(13, aspirin.value(Descriptor.HEAVY_ATOMS));
        assertEquals(4, aspirin.value(Descriptor.HETERO_ATOMS));
        assertEquals(0, aspirin.value(Descriptor.HALOGENS));
        assertEquals(0, aspirin.value(Descriptor.CHARGE));
        assertEquals(List.of(), aspirin.missing());
    }

    @Test
    void countsWhatItSays() {
        assertEquals(1, of("[NH4+]", Descriptor.CHARGE));
        assertEquals(-2, of("[O-]S(=O)(=O)[O-]", Descriptor.CHARGE));
        assertEquals(4, of("FC(Cl)(Br)I", Descriptor.HALOGENS));
        assertEquals(2, of("c1ccc2ccccc2c1", Descriptor.AROMATIC_RINGS));
        assertEquals(2, of("c1ccccc1-c1ccccc1", Descriptor.AROMATIC_RINGS));
        assertEquals(1, of("c1ccc2CCCCc2c1", Descriptor.AROMATIC_RINGS));
        assertEquals(2, of("c1ccc2CCCCc2c1", Descriptor.RINGS));
        assertEquals(5, of("C12C3C4C1C5C2C3C45", Descriptor.RINGS)); // cubane: six faces, five of them independent
        assertEquals(3, of("C1CC1.C1CC1.C1CC1", Descriptor.RINGS));
        assertEquals(1, of("CCCC", Descriptor.SP3_SHARE));
        assertEquals(0, of("O", Descriptor.SP3_SHARE));
        assertEquals(1, of("[2H]C([2H])[2H]", Descriptor.HEAVY_ATOMS));
        assertEquals(1, of("CCCC", Descriptor.ROTATABLE_BONDS));
        assertEquals(0, of("CCC#CCC", Descriptor.ROTATABLE_BONDS));
    }

    @Test
    void hydrogensCountWhetherOrNotTheyWereWritten() {
        assertArrayEquals(Descriptors.of(Reordered.molecule("CCO")).values(), Descriptors.of(Reordered.molecule("[CH3][CH2][OH]")).values());
        assertEquals(46.07, of("CCO", Descriptor.WEIGHT), 0.01);
    }

    @Test
    void everyDescriptorHasALabelOfItsOwn() {
        assertEquals(Descriptor.values().length, new HashSet<>(Arrays.stream(Descriptor.values()).map(Descriptor::label).toList()).size());
        assertFalse(Descriptor.WEIGHT.unit().isEmpty());
    }

    @Test
    void oddMoleculesHaveFiniteFiguresToo() {
        for (String odd : List.of("C", "[H][H]", "[H+]", "[U]", "*C", "[Na+].[Cl-]", "[13CH4]", "F[P-](F)(F)(F)(F)F", "C[Hg]C", "[Fe+2]", "B1OB1",
                "C".repeat(200), "[2H]O[2H]", "[He]", "Cl[Pt](Cl)(N)N", "O=[Os](=O)(=O)=O", "[O-][Cl+3]([O-])([O-])[O-]")) {
            assertEquals(List.of(), Descriptors.of(Reordered.molecule(odd)).missing(), odd);
        }
    }

    @Test
    void agreeWithCdksOwnCounts() {
        for (String smiles : RealMolecules.part("bbbp", 1, "test").smiles()) {
            Molecule molecule = Reordered.molecule(smiles);
            Descriptors ours = Descriptors.of(molecule);
            int rotatable = ((IntegerResult) new RotatableBondsCountDescriptor().calculate(molecule.container()).getValue()).intValue();
            double sp3 = ((DoubleResult) new FractionalCSP3Descriptor().calculate(molecule.container()).getValue()).doubleValue();
            assertEquals(rotatable, ours.value(Descriptor.ROTATABLE_BONDS), smiles);
            assertEquals(sp3, ours.value(Descriptor.SP3_SHARE), 0.005, smiles);
            assertEquals(Cycles.mcb(molecule.container()).numberOfCycles(), ours.value(Descriptor.RINGS), smiles);
        }
    }

    @Test
    void theOrderOfTheAtomsDoesNotMatter() {
        for (String smiles : RealMolecules.part("bbbp", 1, "valid").smiles()) {
            Molecule molecule = Reordered.molecule(smiles);
            assertArrayEquals(Descriptors.of(molecule).values(), Descriptors.of(Reordered.of(molecule, 3)).values(), 1e-9, smiles);
        }
    }

    @Test
    void manyThreadsGetTheFiguresOfOne() {
        List<Molecule> molecules = RealMolecules.part("bbbp", 1, "valid").smiles().stream().map(Reordered::molecule).toList();
        List<double[]> expected = molecules.stream().map(molecule -> Descriptors.of(molecule).values()).toList();
        assertTrue(IntStream.range(0, 4 * molecules.size()).parallel().allMatch(i ->
                Arrays.equals(Descriptors.of(molecules.get(i % molecules.size())).values(), expected.get(i % molecules.size()))));
    }
}
