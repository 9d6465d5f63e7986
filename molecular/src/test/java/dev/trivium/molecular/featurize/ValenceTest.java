package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Valences, hydrogens and radicals. */
class ValenceTest {

    @Test
    void refusesACarbonWithFiveBonds() {
        assertEquals("atom 2 (C) has valence 5, more than it can have", Read.refusal("CC(C)(C)(C)C"));
        assertEquals("atom 1 (C) has valence 5, more than it can have", Read.refusal("[CH5]"));
    }

    @Test
    void allowsOneMoreOrLessByCharge() {
        assertEquals(4, Read.parsed("C[N+](C)(C)C").molecule().bonds());
        assertEquals("atom 2 (N) has valence 4, more than it can have", Read.refusal("CN(C)(C)C"));
        assertEquals(4, Read.parsed("F[B-](F)(F)F").molecule().bonds());
        assertEquals("atom 2 (B) has valence 4, more than it can have", Read.refusal("FB(F)(F)F"));
        assertEquals("atom 2 (C) has valence 4, more than it can have", Read.refusal("C[C-](C)(C)C"));
    }

    @Test
    void allowsAMetalAnyNumberOfBonds() {
        assertEquals(6, Read.parsed("N[Co](N)(N)(N)(N)N").molecule().bonds());
    }

    @Test
    void countsHydrogensThatAreImpliedOrWritten() {
        assertEquals(List.of(3, 0, 0, 2), Read.atoms("CC(=O)N", Read.HYDROGENS));
        assertEquals(List.of(4), Read.atoms("[NH4+]", Read.HYDROGENS));
        assertEquals(List.of(1, 1), Read.atoms("[CH]O[H]", Read.HYDROGENS));
    }

    @Test
    void fillsIodineUpToThreeAndPhosphorusToFive() {
        assertEquals(List.of(3, 1, 3), Read.atoms("CIC", Read.HYDROGENS));
        assertEquals(List.of(0, 0, 0, 0), Read.atoms("FP(F)F", Read.HYDROGENS));
        assertEquals(List.of(0, 1, 0, 0, 0), Read.atoms("FP(F)(F)F", Read.HYDROGENS));
    }

    @Test
    void countsOnlyImpliedHydrogensAsImplicitValence() {
        assertEquals(List.of(4), Read.atoms("C", Read.IMPLICIT_VALENCE));
        assertEquals(List.of(0), Read.atoms("[CH4]", Read.IMPLICIT_VALENCE));
        assertEquals(List.of(3), Read.atoms("[H]C", Read.IMPLICIT_VALENCE));
        assertEquals(0, Read.atoms("C1=CNC=C1", Read.IMPLICIT_VALENCE).get(2), "an aromatic nitrogen's hydrogen counts as written");
        assertEquals(1, Read.atoms("C1=CCCN1", Read.IMPLICIT_VALENCE).get(4));
    }

    @Test
    void countsTheHydrogenOfABracketAsImpliedIfItsTagIsNone() {
        assertEquals(0, Read.atoms("C[C@H](F)Cl", Read.IMPLICIT_VALENCE).get(1));
        assertEquals(1, Read.atoms("C[C@H](C)Cl", Read.IMPLICIT_VALENCE).get(1));
    }

    @Test
    void countsUnpairedElectronsOfAtomsInBrackets() {
        assertEquals(List.of(0, 1), Read.atoms("C[CH2]", Read.RADICALS));
        assertEquals(List.of(0, 2), Read.atoms("C[CH]", Read.RADICALS));
        assertEquals(List.of(0, 1), Read.atoms("C[O]", Read.RADICALS));
        assertEquals(List.of(1, 0), Read.atoms("[N]=O", Read.RADICALS));
        assertEquals(List.of(0, 0), Read.atoms("C[O-]", Read.RADICALS));
        assertEquals(List.of(0), Read.atoms("[Na+]", Read.RADICALS));
        assertEquals(List.of(1), Read.atoms("[Na]", Read.RADICALS));
        assertEquals(List.of(0), Read.atoms("[Fe+2]", Read.RADICALS));
        assertEquals(List.of(1), Read.atoms("[Fe+3]", Read.RADICALS));
        assertEquals(List.of(1), Read.atoms("[Cu+2]", Read.RADICALS));
    }

    @Test
    void refusesAtomsWrittenAsAromaticThatAreNot() {
        assertEquals("atom 1 (C) is written as aromatic but in no ring", Read.refusal("cc"));
        assertTrue(Read.refusal("n1cccc1").startsWith("atoms written as aromatic"));
    }

    @Test
    void takesAnElementOutsideTheVocabularyAsUnknownWithANote() {
        assertEquals(Vocabulary.UNKNOWN, Read.atoms("O[U]O", Read.ELEMENT).get(1));
        assertEquals(List.of("elements outside the vocabulary: U, *"), Read.notes("O[U]O*"));
        assertEquals(List.of(), Read.notes("O[Pb]O"));
    }
}
