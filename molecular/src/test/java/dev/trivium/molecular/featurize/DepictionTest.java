package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DepictionTest {

    private static final String DARKEST = "#CC4C02";

    private static Molecule molecule(String smiles) {
        return assertInstanceOf(Parsed.Ok.class, Molecule.parse(smiles, ParseSettings.standard()), smiles).molecule();
    }

    private static Drawing draw(String smiles, int heaviest) {
        Molecule molecule = molecule(smiles);
        double[] atoms = new double[molecule.atoms()];
        atoms[heaviest] = 0.3;
        return Depiction.standard().draw(molecule, atoms, new double[molecule.bonds()]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "[Na+].[Cl-]", "CC(=O)[O-].[Na+]", "C[N+](C)(C)C", "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O", "*c1ccccc1",
        "[Pt](Cl)(Cl)(N)N", "C12C3C4C1C5C2C3C45", "F/C=C/F", "[2H]O[2H]", "[H][H]", "CC.CC.CC"})
    void everyMoleculeHasAPictureThatStandsAlone(String smiles) {
        String svg = assertInstanceOf(Drawing.Drawn.class, draw(smiles, 0)).svg();
        assertTrue(svg.startsWith("<svg") && svg.endsWith("</svg>"), svg);
        assertTrue(svg.contains("width='110.0mm' height='80.0mm'"), svg.substring(0, 200));
        assertTrue(svg.contains(DARKEST), "the heaviest atom is coloured");
        assertFalse(svg.contains("href") || svg.contains(" id="), "nothing to refer to");
    }

    @Test
    void theSameMoleculeIsDrawnWithTheSameBytes() {
        assertEquals(draw("CC(=O)Nc1ccc(O)cc1", 3), draw("CC(=O)Nc1ccc(O)cc1", 3));
    }

    @Test
    void drawingLeavesTheMoleculeAsItWas() {
        Molecule molecule = molecule("CC(=O)[O-].[Na+]");
        int[] before = Featurizer.standard().graph(molecule).atomFeatures();
        Depiction.standard().draw(molecule, new double[5], new double[3]);
        assertTrue(Arrays.equals(before, Featurizer.standard().graph(molecule).atomFeatures()));
        assertEquals(null, molecule.container().getAtom(0).getPoint2d());
    }

    @Test
    void nothingIsColouredWithoutWeights() {
        Molecule molecule = molecule("CCO");
        assertFalse(((Drawing.Drawn) Depiction.standard().draw(molecule, new double[3], new double[2])).svg().contains("#FE"));
    }

    @Test
    void colourOfABondIsFoundByTheOrderOfTheGraph() {
        Molecule molecule = molecule("C1CCC1O"); // the ring closure is CDK's fourth bond, ours is the last
        double[] last = {0, 0, 0, 0, 1};
        double[] fourth = {0, 0, 0, 1, 0};
        Depiction depiction = Depiction.standard();
        assertFalse(depiction.draw(molecule, new double[5], last).equals(depiction.draw(molecule, new double[5], fourth)));
    }

    @Test
    void aMoleculeTooLargeToReadIsNotDrawn() {
        Drawing drawing = draw("C".repeat(251), 0);
        assertEquals(new Drawing.NotDrawn("more than 250 atoms: 251"), drawing);
    }

    @Test
    void coloursGrowDarkerStepByStep() {
        for (int step = 1; step <= WeightColours.STEPS; step++) {
            assertTrue(grey(step) < grey(step - 1), "step " + step);
        }
    }

    private static double grey(int step) {
        var colour = WeightColours.of(step);
        return 0.2126 * colour.getRed() + 0.7152 * colour.getGreen() + 0.0722 * colour.getBlue();
    }

    @Test
    void refusesWeightsThatDoNotFit() {
        Molecule molecule = molecule("CO");
        assertEquals("atomWeights must hold 2 numbers, got 1", assertThrows(IllegalArgumentException.class,
                () -> Depiction.standard().draw(molecule, new double[1], new double[1])).getMessage());
        assertEquals("bondWeights must be finite and at least 0, got -1.0", assertThrows(IllegalArgumentException.class,
                () -> Depiction.standard().draw(molecule, new double[2], new double[] {-1})).getMessage());
        assertEquals("width and height must be at least 20 mm, got 10 and 80",
                assertThrows(IllegalArgumentException.class, () -> new Depiction(10, 80)).getMessage());
    }
}
