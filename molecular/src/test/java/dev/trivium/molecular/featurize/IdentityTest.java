package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void isTheStandardInchiKey() {
        assertEquals(new Identity(Identity.Form.INCHI_KEY, "LFQSCWFLJHTTHZ-UHFFFAOYSA-N"), of("CCO"));
        assertEquals("RYYVLZVUVIJVGH-UHFFFAOYSA-N", of("Cn1cnc2c1c(=O)n(C)c(=O)n2C").text());
        assertEquals("COLNVLDHVKWLRT-QMMMGPOBSA-N", of("N[C@@H](Cc1ccccc1)C(O)=O").text());
    }

    @Test
    void doesNotDependOnHowAMoleculeIsWritten() {
        assertEquals(of("OCC"), of("C(O)C"));
        assertEquals(of("c1ccccc1"), of("C1=CC=CC=C1"));
        assertEquals(of("[O-][N+](=O)c1ccccc1"), of("O=N(=O)C1=CC=CC=C1"));
        assertEquals(of("[H]OC([H])([H])C"), of("CCO"));
        assertEquals(of("[Na+].[Cl-]"), of("[Cl-].[Na+]"));
    }

    @Test
    void takesMobileHydrogensForTheSameAndStereoForDifferent() {
        assertEquals(of("O=c1cccc[nH]1"), of("Oc1ccccn1"));
        assertNotEquals(of("N[C@@H](C)C(O)=O"), of("N[C@H](C)C(O)=O"));
        assertNotEquals(of("C/C=C/C"), of("C/C=C\\C"));
        assertNotEquals(of("[2H]CCO"), of("CCO"));
    }

    @Test
    void fallsBackOnCanonicalSmilesWhereInchiHasNoAnswer() {
        Identity unknown = of("*CC(C)O");
        assertEquals(Identity.Form.CANONICAL_SMILES, unknown.form());
        assertEquals(unknown, of("OC(C)C*"));
        assertNotEquals(unknown, of("*CC(C)N"));
        ParseSettings large = ParseSettings.standard().withMaxAtoms(2000);
        Identity chain = Identity.of("C".repeat(1100), large);
        assertEquals(Identity.Form.CANONICAL_SMILES, chain.form());
        assertNotEquals(chain, Identity.of("C".repeat(1101), large));
    }

    @Test
    void isTheTextWhereThereIsNoMolecule() {
        assertEquals(new Identity(Identity.Form.TEXT, "not a molecule"), of(" not a molecule "));
        assertEquals(new Identity(Identity.Form.TEXT, ""), of(""));
    }

    @Test
    void isTheSameFromManyThreads() {
        List<String> rows = List.of("Cn1cnc2c1c(=O)n(C)c(=O)n2C", "N[C@@H](Cc1ccccc1)C(O)=O", "CCO", "[Na+].[Cl-]", "*CC", "C/C=C/C");
        List<Identity> one = IntStream.range(0, 600).mapToObj(i -> of(rows.get(i % rows.size()))).toList();
        List<Identity> many = IntStream.range(0, 600).parallel().mapToObj(i -> of(rows.get(i % rows.size()))).toList();
        assertEquals(one, many);
    }

    private static Identity of(String smiles) {
        return Identity.of(smiles, ParseSettings.standard());
    }
}
