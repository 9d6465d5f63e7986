package dev.trivium.molecular.featurize;

import java.util.List;

/**
 * The eleven categorical features of an atom: element, degree, total hydrogens, implicit valence, total valence, formal charge + 5,
 * hybridisation (sp 0, sp² 1, sp³ 2, sp³d 3, sp³d² 4, other 5), radical electrons, chiral tag (none 0, clockwise 1, counterclockwise 2, other
 * geometries 4), aromatic, in a ring. A value outside a list has the index of its last entry.
 */
public final class AtomFeatures {

    /** Symbols by index; the last stands for every other element. */
    public static final List<String> ELEMENTS = List.of("C", "N", "O", "S", "F", "Si", "P", "Cl", "Br", "Mg", "Na", "Ca", "Fe", "As", "Al",
            "I", "B", "V", "K", "Tl", "Yb", "Sb", "Sn", "Ag", "Pd", "Co", "Se", "Ti", "Zn", "H", "Li", "Ge", "Cu", "Au", "Ni", "Cd", "In",
            "Mn", "Zr", "Cr", "Pt", "Hg", "Pb", "Unknown");

    /** Number of values of each feature: the heights of the embedding tables. */
    public static final List<Integer> SIZES = List.of(44, 11, 11, 11, 11, 11, 6, 6, 5, 2, 2);

    /** Number of features. */
    public static final int COUNT = SIZES.size();

    private AtomFeatures() {}
}
