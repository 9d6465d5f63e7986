package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.trivium.molecular.featurize.Featurizer;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticMoleculesTest {

    @ParameterizedTest
    @EnumSource
    void haveTheNumberOfAtomsAskedFor(SyntheticMolecules family) {
        Random random = new Random(1);
        for (int atoms = 3; atoms <= 500; atoms += 7) {
            String smiles = family.of(atoms, random);
            Parsed.Ok parsed = assertInstanceOf(Parsed.Ok.class, Molecule.parse(smiles, ParseSettings.standard()), smiles);
            assertEquals(atoms, Featurizer.standard().graph(parsed.molecule()).atoms(), smiles);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areSeldomAlike(SyntheticMolecules family) {
        Random random = new Random(1);
        assertNotEquals(family.of(100, random), family.of(100, random));
    }
}
