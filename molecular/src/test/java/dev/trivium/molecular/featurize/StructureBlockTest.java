package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StructureBlockTest {

    private static final String ALANINE = """
            D-alanine

              written by hand
              7  6  0  0  1  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 C   0  0  0  0  0  0
                0.0000    1.0000    0.0000 N   0  3  0  0  0  0
               -0.8660   -0.5000    0.0000 C   0  0  0  0  0  0
                0.8660   -0.5000    0.0000 C   0  0  0  0  0  0
                0.8660   -1.5000    0.0000 O   0  5  0  0  0  0
                1.7320    0.0000    0.0000 O   0  0  0  0  0  0
                0.5000    1.8660    0.0000 H   0  0  0  0  0  0
              1  2  1  1
              1  3  1  0
              1  4  1  0
              4  5  1  0
              4  6  2  0
              2  7  1  0
            M  CHG  2   2   1   5  -1
            M  END
            """;

    private static final String BENZENE_WITH_AROMATIC_BONDS = """
            benzene


              6  6  0  0  0  0  0  0  0  0999 V2000
                0.0000    1.0000    0.0000 C   0  0
                0.8660    0.5000    0.0000 C   0  0
                0.8660   -0.5000    0.0000 C   0  0
                0.0000   -1.0000    0.0000 C   0  0
               -0.8660   -0.5000    0.0000 C   0  0
               -0.8660    0.5000    0.0000 C   0  0
              1  2  4  0
              2  3  4  0
              3  4  4  0
              4  5  4  0
              5  6  4  0
              6  1  4  0
            M  END
            """;

    private static final String ETHANOL_V3000 = """
            ethanol


              0  0  0     0  0            999 V3000
            M  V30 BEGIN CTAB
            M  V30 COUNTS 3 2 0 0 0
            M  V30 BEGIN ATOM
            M  V30 1 C 0 0 0 0
            M  V30 2 C 1 0 0 0
            M  V30 3 O 1.5 1 0 0
            M  V30 END ATOM
            M  V30 BEGIN BOND
            M  V30 1 1 1 2
            M  V30 2 1 2 3
            M  V30 END BOND
            M  V30 END CTAB
            M  END
            """;

    @Test
    void writesChargesStereoAndHydrogens() {
        assertEquals(Identity.of("[NH3+][C@H](C)C(=O)[O-]", ParseSettings.standard()), identity(ALANINE));
        assertFalse(smiles(ALANINE).contains("[H]"));
    }

    @Test
    void findsKekuleOrdersOfAromaticBonds() {
        assertEquals(Identity.of("c1ccccc1", ParseSettings.standard()), identity(BENZENE_WITH_AROMATIC_BONDS));
        assertEquals(Identity.of("n1ccccc1", ParseSettings.standard()), identity(BENZENE_WITH_AROMATIC_BONDS.replaceFirst(" C ", " N ")));
    }

    @Test
    void readsTheExtendedFormat() {
        assertEquals("CCO", smiles(ETHANOL_V3000));
    }

    @Test
    void answersMalformedBlocksWithAReasonOfOneLine() {
        for (String block : new String[] {"", "\n\n\n\n", "x\n\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n", "x\ny\nz\n 99 99 V2000\nM  END\n",
            ETHANOL_V3000.replace("1 1 1 2", "1 1 x 2"), ALANINE.replace("  1  4  1", "  1 44  1"), ALANINE.replace("0.8660", "zero!!")}) {
            StructureBlock.Written.Refused refused = assertInstanceOf(StructureBlock.Written.Refused.class, StructureBlock.toSmiles(block), block);
            assertEquals(1, refused.reason().lines().count(), refused.reason());
        }
        assertEquals(new StructureBlock.Written.Refused("must have atoms, got none"),
                StructureBlock.toSmiles("x\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n"));
    }

    @Test
    void answersWhateverIsDoneToABlock() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 500; i++) {
            StringBuilder block = new StringBuilder(i % 2 == 0 ? ALANINE : ETHANOL_V3000);
            for (int j = 0; j < 4; j++) {
                block.setCharAt(random.nextInt(block.length()), (char) random.nextInt(32, 127));
            }
            StructureBlock.Written written = StructureBlock.toSmiles(block.toString());
            assertTrue(written instanceof StructureBlock.Written.Smiles || written instanceof StructureBlock.Written.Refused);
        }
    }

    private static Identity identity(String block) {
        return Identity.of(smiles(block), ParseSettings.standard());
    }

    private static String smiles(String block) {
        return assertInstanceOf(StructureBlock.Written.Smiles.class, StructureBlock.toSmiles(block)).text();
    }
}
