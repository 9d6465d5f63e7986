package dev.trivium.molecular.featurize;

/** A figure about a whole molecule that a chemist reads without a model. Hydrogens are counted whether or not they were written. */
public enum Descriptor {
    /** Mean mass over natural isotopes, or of the isotopes that were written, in g/mol. */
    WEIGHT("molecular weight", "g/mol"),
    /** Octanol-water partition coefficient as XLogP estimates it (Wang, Fu and Lai 1997), by CDK. */
    XLOGP("XLogP", ""),
    /** Topological polar surface (Ertl et al. 2000), by CDK. */
    POLAR_SURFACE("polar surface", "Å²"),
    /** Nitrogens and oxygens that carry a hydrogen and no negative charge, by CDK. */
    DONORS("hydrogen bond donors", ""),
    /** Hydrogen bond acceptors as CDK counts them. */
    ACCEPTORS("hydrogen bond acceptors", ""),
    /** Single bonds outside rings between atoms that have other neighbours too and no triple bond. */
    ROTATABLE_BONDS("rotatable bonds", ""),
    /** Rings of a smallest set: bonds less atoms plus fragments. */
    RINGS("rings", ""),
    /** The same of aromatic bonds and their atoms alone. */
    AROMATIC_RINGS("aromatic rings", ""),
    /** Share of carbons with single bonds only; 0 without carbon. */
    SP3_SHARE("share of sp³ carbons", ""),
    /** Atoms other than hydrogen. */
    HEAVY_ATOMS("heavy atoms", ""),
    /** Atoms other than hydrogen and carbon. */
    HETERO_ATOMS("hetero atoms", ""),
    /** Fluorine, chlorine, bromine, iodine and astatine atoms. */
    HALOGENS("halogens", ""),
    /** Sum of formal charges, in elementary charges. */
    CHARGE("charge", "e");

    private final String label;
    private final String unit;

    Descriptor(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** {@return what it is called in text} */
    public String label() {
        return label;
    }

    /** {@return its unit; empty for a count, a share or a logarithm} */
    public String unit() {
        return unit;
    }
}
