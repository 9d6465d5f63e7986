package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HydrogenFoldingTest {

    @ParameterizedTest
    @CsvSource({"[H]O[H], 1", "[H]C([H])([H])[H], 1", "[H]n1cccc1, 5", "[H:1]C, 1", "C[H-], 1"})
    void foldsHydrogensIntoTheirNeighbour(String smiles, int atoms) {
        assertEquals(atoms, Read.parsed(smiles).molecule().atoms());
    }

    @ParameterizedTest
    @CsvSource({"[H][H], 2", "[H+], 1", "[H+].[Cl-], 2", "[2H]C, 2", "[1H]C, 2", "[H]*, 2", "[HH], 1"})
    void keepsHydrogensWithAnIsotopeOrWithoutAHeavyNeighbour(String smiles, int atoms) {
        assertEquals(atoms, Read.parsed(smiles).molecule().atoms());
    }

    @ParameterizedTest
    @CsvSource({"[H]C([H])([H])[H], 4", "[H]O[H], 2", "[H]c1ccccc1, 1", "C[H-], 4"})
    void countsWhatItFolds(String smiles, int hydrogens) {
        assertEquals(hydrogens, Read.atoms(smiles, Read.HYDROGENS).get(0));
    }
}
