package dev.trivium.cli.molecule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A made table: alcohols, amines and acids on chains and rings, with a solubility that falls with the carbons and a yes-or-no label. */
public final class MadeMolecules {

    private static final String[] HEADS = {"O", "N", "C(=O)O", "Cl", "C#N"};
    private static final String[] CORES = {"", "c1ccccc1", "C1CCCCC1", "C=C"};

    private MadeMolecules() {}

    /** Writes {@code 5 × 4 × chains} molecules; every tenth label of {@code acid} is missing, and the last row is no molecule. */
    public static Path write(Path file, int chains) throws IOException {
        StringBuilder text = new StringBuilder("id,smiles,logS,acid,year\n");
        int id = 0;
        for (int chain = 1; chain <= chains; chain++) {
            for (String core : CORES) {
                for (String head : HEADS) {
                    String smiles = "C".repeat(chain) + core + head;
                    long carbons = smiles.chars().filter(c -> c == 'C' || c == 'c').count();
                    double logS = 1 - 0.4 * carbons + (head.equals("C(=O)O") ? 1 : 0);
                    text.append(String.format(Locale.ROOT, "m%d,%s,%.2f,%s,%d%n", id, smiles, logS,
                            id % 10 == 9 ? "" : head.equals("C(=O)O") ? "1" : "0", 1990 + chain));
                    id++;
                }
            }
        }
        return Files.writeString(file, text.append("m").append(id).append(",C1CC,0,0,1991\n"));
    }
}
