package dev.trivium.molecular.featurize;

import java.util.List;
import java.util.Random;

/** Strings that once were SMILES of well-known substances: characters inserted, left out, replaced, moved, repeated, or the end cut off. */
final class MutatedSmiles {

    /** Substances that cover what SMILES can say: rings, charges, salts, stereo, isotopes, metals, hydrogens. */
    static final List<String> SUBSTANCES = List.of(
            "CC(=O)Oc1ccccc1C(=O)O", "CC(=O)Nc1ccc(O)cc1", "Cn1cnc2c1c(=O)n(C)c(=O)n2C", "CC(C)Cc1ccc(cc1)C(C)C(=O)O",
            "CN1CCC[C@H]1c1cccnc1", "CC1(C)SC2C(NC(=O)Cc3ccccc3)C(=O)N2C1C(=O)O", "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O",
            "NCCc1ccc(O)c(O)c1", "CN[C@@H](C)[C@H](O)c1ccccc1", "CC(N)Cc1ccccc1", "CN1C2CCC1CC(OC(=O)C(CO)c1ccccc1)C2",
            "COC(=O)[C@H]1[C@@H](OC(=O)c2ccccc2)C[C@@H]2CC[C@H]1N2C", "CN1CC[C@]23[C@@H]4Oc5c3c(C[C@@H]1[C@@H]2C=C[C@@H]4O)ccc5O",
            "COc1ccc2nccc([C@@H](O)[C@H]3C[C@@H]4CCN3C[C@@H]4C=C)c2c1", "C[C@]12CC[C@H]3[C@@H](CCC4=CC(=O)CC[C@]34C)[C@@H]1CC[C@@H]2O",
            "C[C@]12CC[C@H]3[C@@H](CCc4cc(O)ccc34)[C@@H]1CC[C@@H]2O", "CC(C)CCC[C@@H](C)[C@H]1CC[C@H]2[C@@H]3CC=C4C[C@@H](O)CC[C@]4(C)[C@H]3CC[C@]12C",
            "C[C@H](CCC(=O)O)[C@H]1CC[C@H]2[C@@H]3CC[C@@H]4C[C@H](O)CC[C@]4(C)[C@H]3CC[C@]12C", "OC(=O)CC(O)(CC(=O)O)C(=O)O",
            "NC(CCC(=O)O)C(=O)O", "N[C@@H](Cc1c[nH]c2ccccc12)C(=O)O", "N[C@@H](Cc1c[nH]cn1)C(=O)O", "NC(=N)NCCC[C@H](N)C(=O)O",
            "OC(=O)[C@@H]1CCCN1", "CC/C=C\\C/C=C\\C/C=C\\CCCCCCCC(=O)O", "CCCCC/C=C/C=O", "OC(=O)/C=C/C(=O)O", "OC(=O)/C=C\\C(=O)O",
            "CC1=C(C(C)(C)CCC1)/C=C/C(C)=C/C=C/C(C)=C/CO", "C(=C/c1ccccc1)\\c1ccccc1", "c1ccc(cc1)/N=N/c1ccccc1", "ClC(Cl)Cl", "FC(F)(F)C(Cl)Br",
            "ClCCSCCCl", "CP(=O)(F)OC(C)C", "CCOP(=S)(OCC)Oc1ccc(cc1)[N+](=O)[O-]", "[O-][N+](=O)OCC(CO[N+](=O)[O-])O[N+](=O)[O-]",
            "Cc1c(cc(cc1[N+](=O)[O-])[N+](=O)[O-])[N+](=O)[O-]", "CN(=O)=O", "CCN=N#N", "OCl(=O)(=O)=O", "C1CC2CCC1C2", "C1C2CC3CC1CC(C2)C3",
            "NC12CC3CC(CC(C3)C1)C2", "C12C3C4C1C5C2C3C45", "C1CCC2(CC1)OCCO2", "CC1(C)C2CCC1(C)C(=O)C2", "C1CN2CCN1CC2", "C1COCCOCCOCCOCCOCCO1",
            "c1ccc2ccccc2c1", "c1ccc2cc3ccccc3cc2c1", "c1cc2ccc3cccc4ccc(c1)c2c34", "c1ccc2cccc2cc1", "c1ccoc1", "c1ccsc1", "c1cc[nH]c1", "c1ncc[nH]1",
            "c1nc2ncncc2[nH]1", "Nc1ncnc2c1ncn2[C@@H]1O[C@H](CO)[C@@H](O)[C@H]1O", "Cc1cn([C@H]2C[C@H](N=[N+]=[N-])[C@@H](CO)O2)c(=O)[nH]c1=O",
            "O=c1[nH]c(=O)c2[nH]c(=O)[nH]c2[nH]1", "Nc1nc2NCC(CNc3ccc(cc3)C(=O)NC(CCC(=O)O)C(=O)O)=Nc2c(=O)[nH]1", "O=C1C=CC(=O)C=C1",
            "O=c1cccccc1O", "[O-][n+]1ccccc1", "C[n+]1ccccc1.[I-]", "CN(C)c1ccc2nc3ccc(cc3[s+]c2c1)N(C)C.[Cl-]", "[Na+].[Cl-]", "[Na+].CC(=O)[O-]",
            "[K+].[K+].[O-]C(=O)C(=O)[O-]", "[Ca+2].[O-]C(=O)[O-]", "[NH4+].[NH4+].[O-]S(=O)(=O)[O-]", "N[Pt](N)(Cl)Cl",
            "[Fe+2].[CH-]1C=CC=C1.[CH-]1C=CC=C1", "[Li]CCCC", "C[Hg]C", "CC[Pb](CC)(CC)CC", "C[Si](C)(C)O[Si](C)(C)C", "OB(O)c1ccccc1",
            "[B-](F)(F)(F)F.[H+]", "[2H]OC([2H])([2H])[2H]", "[13CH3]C(=O)O", "[H]O[H]", "[H][H]", "[H]/N=C(\\C)c1ccccc1", "C[S@](=O)c1ccccc1",
            "CC[S+](C)[O-]", "CS(=O)(=O)Nc1ccc(cc1)C(O)CNC(C)C", "NS(=O)(=O)c1cc2c(cc1Cl)NCNS2(=O)=O", "Clc1ccc2NC(=O)CN=C(c3ccccc3)c2c1",
            "Fc1ccc(cc1)C(=O)CCCN1CCC(O)(CC1)c1ccc(Cl)cc1", "CN1CCN(CC1)C1=Nc2cc(Cl)ccc2Nc2ccccc12",
            "O=C(O)c1cn(C2CC2)c2cc(N3CCNCC3)c(F)cc2c1=O", "Cc1ccc(cc1Nc1nccc(n1)-c1cccnc1)NC(=O)c1ccc(CN2CCN(C)CC2)cc1",
            "CCCc1nn(C)c2c1nc([nH]c2=O)-c1cc(ccc1OCC)S(=O)(=O)N1CCN(C)CC1", "C=CC(=O)Nc1cccc(c1)Nc1nc(ncc1F)Nc1ccccc1",
            "C#CC#N", "C=C=C", "[C-]#[O+]", "N#N", "O=C=O", "S", "[He]", "*c1ccccc1*", "C1CC%10CC1CCC%10");

    private static final String ALPHABET = "CNOPSFIBcnops[]()=#-+@/\\.:%0123456789HlrKaeiZMg*$~ \t\u00e9\u0000";

    private final Random random;

    MutatedSmiles(long seed) {
        random = new Random(seed);
    }

    String next() {
        String text = SUBSTANCES.get(random.nextInt(SUBSTANCES.size()));
        for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
            text = change(text, random.nextInt(text.length()));
        }
        return text;
    }

    private String change(String text, int at) {
        char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        int end = Math.min(text.length(), at + 1 + random.nextInt(8));
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + c + text.substring(at);
            case 2 -> text.substring(0, at) + c + text.substring(at + 1);
            case 3 -> text.substring(at) + text.substring(0, at);
            case 4 -> text.substring(0, end) + text.substring(at, end) + text.substring(end);
            case 5 -> text.substring(0, at);
            default -> text.substring(0, at) + SUBSTANCES.get(random.nextInt(SUBSTANCES.size())) + text.substring(at);
        };
    }
}
