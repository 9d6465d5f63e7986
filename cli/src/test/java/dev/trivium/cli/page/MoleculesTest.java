package dev.trivium.cli.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.report.Report;
import dev.trivium.evaluation.report.Section;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.TaskKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoleculesTest {

    @Test
    void scaffoldsBeyondThoseThatAreShownAreNotSaidToBeSmaller() {
        List<String> smiles = new ArrayList<>();
        List<Prediction> said = new ArrayList<>();
        for (int size = 3; size < 17; size++) { // 14 rings, 3 molecules of each
            for (String tail : List.of("", "C", "CC")) {
                smiles.add("C1" + "C".repeat(size - 2) + "C1" + tail);
                said.add(new Prediction.Made(new double[] {0}, new double[] {Double.NaN}, List.of()));
            }
        }
        MoleculeSet set = MoleculeSet.of(smiles, List.of("y"), smiles.stream().mapToDouble(each -> 1).toArray());
        String page = new Report("t", "", List.of(new Section("s", Molecules.errors("m", set, said, TaskKind.CLASSIFICATION)))).html();
        assertTrue(page.contains("<th scope=\"row\">2 others</th>"), page);
        assertTrue(page.contains("Scaffolds with at least 3 molecules have rows of their own, at most the 12 with most."), page);
        assertFalse(page.contains("with fewer"));
    }
}
