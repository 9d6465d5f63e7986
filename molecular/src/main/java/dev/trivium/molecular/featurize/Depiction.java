package dev.trivium.molecular.featurize;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.renderer.SymbolVisibility;
import org.openscience.cdk.renderer.color.UniColor;
import org.openscience.cdk.renderer.generators.standard.StandardGenerator;

/**
 * Draws molecules as SVG, atoms and bonds on colours that say how much they weigh. The same molecule and weights give the same bytes on one
 * machine; letters are drawn as outlines of its sans-serif font, so they may differ between machines. Safe from many threads.
 *
 * @param width  of the picture in mm, at least 20
 * @param height of the picture in mm, at least 20
 */
public record Depiction(int width, int height) {

    /** The most atoms that are drawn: beyond, nobody could read the picture, and laying it out may take long. */
    public static final int MOST_ATOMS = 250;

    private static final int LEAST_MILLIMETRES = 20;
    private static final double GLOW = 5; // times the width of a bond
    private static final double ZOOM = 1.8; // what is too large then is made to fit
    private static final double MARGIN = 6; // mm, for the colour around the outermost atoms
    private static final Pattern HEAD = Pattern.compile("^.*?(?=<svg)", Pattern.DOTALL);
    private static final Pattern IDENTIFIERS = Pattern.compile(" (?:id|class)=(?:'[^']*'|\"[^\"]*\")");

    /** Refuses a size that is too small. */
    public Depiction {
        if (Math.min(width, height) < LEAST_MILLIMETRES) {
            throw new IllegalArgumentException("width and height must be at least " + LEAST_MILLIMETRES + " mm, got " + width + " and " + height);
        }
    }

    /** {@return pictures of 110 × 80 mm} */
    public static Depiction standard() {
        return new Depiction(110, 80);
    }

    /**
     * Draws a molecule, coloured relative to the largest of its weights (of atoms and bonds): white for 0, dark orange for the largest.
     *
     * @param atomWeights (atoms) finite, at least 0
     * @param bondWeights (bonds) in the order of {@link MoleculeGraph#bondEnds}; finite, at least 0
     * @throws IllegalArgumentException if there are not as many weights as atoms and bonds, or one is negative or not finite
     */
    public Drawing draw(Molecule molecule, double[] atomWeights, double[] bondWeights) {
        require("atomWeights", atomWeights, molecule.atoms());
        require("bondWeights", bondWeights, molecule.bonds());
        if (molecule.atoms() > MOST_ATOMS) {
            return new Drawing.NotDrawn("more than " + MOST_ATOMS + " atoms: " + molecule.atoms());
        }
        try {
            return new Drawing.Drawn(svg(molecule, steps(atomWeights, bondWeights)));
        } catch (CDKException | CloneNotSupportedException | RuntimeException | StackOverflowError | LinkageError e) {
            return new Drawing.NotDrawn("cannot be laid out: " + e.getClass().getSimpleName()); // no picture must stop a page
        }
    }

    private static void require(String name, double[] weights, int count) {
        if (weights.length != count) {
            throw new IllegalArgumentException(name + " must hold " + count + " numbers, got " + weights.length);
        }
        for (double weight : weights) {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(name + " must be finite and at least 0, got " + weight);
            }
        }
    }

    /** Steps of the scale: atoms, then bonds. */
    private static int[] steps(double[] atomWeights, double[] bondWeights) {
        double[] all = Arrays.copyOf(atomWeights, atomWeights.length + bondWeights.length);
        System.arraycopy(bondWeights, 0, all, atomWeights.length, bondWeights.length);
        double most = Arrays.stream(all).max().orElse(0);
        return Arrays.stream(all).mapToInt(weight -> most == 0 ? 0 : WeightColours.step(weight / most)).toArray();
    }

    private String svg(Molecule molecule, int[] steps) throws CDKException, CloneNotSupportedException {
        IAtomContainer copy = molecule.container().clone();
        List<List<IChemObject>> bySteps = IntStream.rangeClosed(0, WeightColours.STEPS).<List<IChemObject>>mapToObj(s -> new ArrayList<>())
                .toList();
        for (int a = 0; a < molecule.atoms(); a++) {
            bySteps.get(steps[a]).add(copy.getAtom(a));
        }
        AtomGraph graph = molecule.perception().graph();
        for (int b = 0; b < molecule.bonds(); b++) {
            IAtom begin = copy.getAtom(graph.begin[b]);
            bySteps.get(steps[molecule.atoms() + b]).add(copy.getBond(begin, copy.getAtom(graph.end[b])));
        }
        DepictionGenerator generator = new DepictionGenerator().withSize(width, height).withZoom(ZOOM).withMargin(MARGIN)
                .withParam(StandardGenerator.Visibility.class, SymbolVisibility.iupacRecommendationsWithoutTerminalCarbon())
                .withBackgroundColor(Color.WHITE).withAtomColors(new UniColor(Color.BLACK)).withOuterGlowHighlight(GLOW);
        for (int s = 1; s < bySteps.size(); s++) {
            generator = generator.withHighlight(bySteps.get(s), WeightColours.of(s));
        }
        String text = generator.depict(copy).toSvgStr();
        return IDENTIFIERS.matcher(HEAD.matcher(text).replaceFirst("")).replaceAll("").strip();
    }
}
