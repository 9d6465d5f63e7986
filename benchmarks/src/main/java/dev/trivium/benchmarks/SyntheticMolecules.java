package dev.trivium.benchmarks;

import java.util.List;
import java.util.Random;

/** Molecules of any number of atoms, in two families; each has a branch or a residue of its own, so that few are alike. */
enum SyntheticMolecules {
    /** Alkyl chains joined by oxygen, a few of them branched. */
    ETHERS {
        @Override
        String of(int atoms, Random random) {
            StringBuilder smiles = new StringBuilder();
            int left = atoms;
            while (left > 0) {
                int chain = Math.min(left, 3 + random.nextInt(6));
                boolean branched = chain > 3 && random.nextInt(4) == 0;
                smiles.append(branched ? "C(C)" + "C".repeat(chain - 2) : "C".repeat(chain));
                left -= chain;
                if (left > 1) {
                    smiles.append('O');
                    left--;
                }
            }
            return smiles.toString();
        }
    },
    /** Chains of amino acids behind a fatty acid that makes up the number. */
    PEPTIDES {
        @Override
        String of(int atoms, Random random) {
            StringBuilder residues = new StringBuilder();
            int left = atoms - ACYL - 1; // C(=O) in front, O behind
            while (left >= SMALLEST) {
                Residue residue = RESIDUES.get(random.nextInt(RESIDUES.size()));
                if (residue.atoms() <= left) {
                    residues.append(residue.smiles());
                    left -= residue.atoms();
                }
            }
            if (left < 0) {
                throw new IllegalArgumentException("atoms must be at least " + (ACYL + 1) + ", got " + atoms);
            }
            return "C".repeat(left) + "C(=O)" + residues + "O";
        }
    };

    private static final int ACYL = 2;
    private static final int SMALLEST = 4;
    private static final List<Residue> RESIDUES = List.of(new Residue("NCC(=O)", SMALLEST), new Residue("N[C@@H](C)C(=O)", 5),
            new Residue("N[C@@H](CO)C(=O)", 6), new Residue("N[C@@H](C(C)C)C(=O)", 7), new Residue("N[C@@H](CC(C)C)C(=O)", 8),
            new Residue("N[C@@H](Cc1ccccc1)C(=O)", 11), new Residue("N[C@@H](CCSC)C(=O)", 8));

    private record Residue(String smiles, int atoms) {
    }

    /** {@return a molecule of so many heavy atoms} */
    abstract String of(int atoms, Random random);
}
