package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Features of the reference implementation, run with RDKit. */
class FeaturisationParityTest {

    private static final String RESOURCE = "/dev/trivium/molecular/molgraphxlstm/molgraph_xlstm.json";
    private static final Featurizer REFERENCE = new Featurizer(MotifOrder.REFERENCE);

    @TestFactory
    List<DynamicTest> hasTheFeaturesOfTheReference() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode molecule : molecules()) {
            String smiles = molecule.get("smiles").asText();
            tests.add(DynamicTest.dynamicTest(smiles, () -> compare(molecule, REFERENCE.graph(Read.parsed(smiles).molecule()))));
        }
        return tests;
    }

    @Test
    void theReferenceHasNineteenMolecules() throws IOException {
        assertEquals(19, molecules().size());
    }

    private static JsonNode molecules() throws IOException {
        try (InputStream json = FeaturisationParityTest.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readTree(json).get("featurisation");
        }
    }

    private static void compare(JsonNode expected, MoleculeGraph graph) {
        assertArrayEquals(flat(expected.get("atoms")), graph.atomFeatures(), "atoms");
        int[] bonds = new int[5 * graph.bonds()];
        for (int b = 0; b < graph.bonds(); b++) {
            System.arraycopy(graph.bondEnds(), 2 * b, bonds, 5 * b, 2);
            System.arraycopy(graph.bondFeatures(), 3 * b, bonds, 5 * b + 2, 3);
        }
        assertArrayEquals(flat(expected.get("bonds")), bonds, "bonds");
        assertEquals(expected.get("motif_sequence").size(), graph.motifs());
        for (int m = 0; m < graph.motifs(); m++) {
            assertArrayEquals(row(expected.get("motif_sequence").get(m)), graph.motifAtoms()[m], "motif " + m);
        }
        assertArrayEquals(flat(expected.get("motif_features")), graph.motifFeatures(), "motif features");
    }

    private static int[] flat(JsonNode rows) {
        List<Integer> flat = new ArrayList<>();
        rows.forEach(row -> row.forEach(value -> flat.add(value.asInt())));
        return flat.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] row(JsonNode row) {
        int[] values = new int[row.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = row.get(k).asInt();
        }
        return values;
    }
}
