package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.RealMolecules;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static Fingerprint of(String smiles) {
        return Fingerprint.of(Reordered.molecule(smiles));
    }

    @Test
    void sameSurroundingsGiveTheSameBitsHoweverTheMoleculeIsWritten() {
        assertEquals(of("OCC"), of("C(C)O"));
        assertEquals(of("c1ccccc1C"), of("CC1=CC=CC=C1"));
        assertEquals(of("[OH][CH2][CH3]"), of("CCO"));
    }

    @Test
    void stereoIsIgnored() {
        assertEquals(of("C[C@H](N)C(=O)O"), of("C[C@@H](N)C(=O)O"));
        assertEquals(of("F/C=C/F"), of("F/C=C\\F"));
    }

    @Test
    void reachesTwoBondsAndNoFurther() {
        // Five bonds between the two ends: what is around any one atom within two bonds is the same in a longer chain.
        assertEquals(of("FCCCCCCCCl"), of("FCCCCCCCCCCl"));
        assertNotEquals(of("FCCCl"), of("FCCCCl"));
    }

    @Test
    void benzeneHasThreeSurroundings() {
        assertEquals(3, of("c1ccccc1").count()); // of 0, 1 and 2 bonds, the same for every atom
        assertEquals(1, of("C").count());
        assertEquals(3, of("c1ccccc1").ones().length);
    }

    @Test
    void wordsAndOnesSayTheSame() {
        Fingerprint aspirin = of("CC(=O)Oc1ccccc1C(=O)O");
        assertEquals(aspirin, Fingerprint.of(aspirin.words()));
        assertEquals(Fingerprint.WORDS, aspirin.words().length);
        int[] ones = aspirin.ones();
        assertEquals(aspirin.count(), ones.length);
        assertArrayEquals(IntStream.range(0, Fingerprint.BITS).filter(bit -> (aspirin.words()[bit / 64] >>> bit % 64 & 1) == 1).toArray(), ones);
        var e = assertThrows(IllegalArgumentException.class, () -> Fingerprint.of(new long[3]));
        assertEquals("words must be 32, got 3", e.getMessage());
    }

    @Test
    void tanimotoIsTheShareOfCommonBits() {
        Fingerprint a = bits(1, 2, 3, 70);
        Fingerprint b = bits(2, 3, 4, 70, 2047);
        assertEquals(0.5, a.tanimoto(b));
        assertEquals(0.5, b.tanimoto(a));
        assertEquals(1, a.tanimoto(a));
        assertEquals(0, a.tanimoto(bits()));
        assertEquals(1, bits().tanimoto(bits()));
    }

    private static Fingerprint bits(int... ones) {
        long[] words = new long[Fingerprint.WORDS];
        IntStream.of(ones).forEach(one -> words[one / 64] |= 1L << one % 64);
        return Fingerprint.of(words);
    }

    @Test
    void makingOneLeavesTheMoleculeAsItWas() {
        Molecule caffeine = Reordered.molecule("CN1C=NC2=C1C(=O)N(C(=O)N2C)C");
        Fingerprint before = Fingerprint.of(caffeine);
        Descriptors.of(caffeine);
        assertEquals(before, Fingerprint.of(caffeine));
    }

    /** Two of 15,180 differ, both porphyrins, whose Kekulé structure depends on the order; none of these. */
    @Test
    void theOrderOfTheAtomsDoesNotMatter() {
        List<String> smiles = RealMolecules.part("bbbp", 1, "test").smiles();
        for (String one : smiles) {
            Molecule molecule = Reordered.molecule(one);
            assertEquals(Fingerprint.of(molecule), Fingerprint.of(Reordered.of(molecule, 5)), one);
        }
    }

    @Test
    void manyThreadsGetTheBitsOfOne() {
        List<Molecule> molecules = RealMolecules.part("bbbp", 1, "valid").smiles().stream().map(Reordered::molecule).toList();
        List<Fingerprint> expected = molecules.stream().map(Fingerprint::of).toList();
        assertTrue(IntStream.range(0, 5 * molecules.size()).parallel()
                .allMatch(i -> Fingerprint.of(molecules.get(i % molecules.size())).equals(expected.get(i % molecules.size()))));
    }
}
