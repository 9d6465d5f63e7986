package dev.trivium.molecular.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.MoleculeRows;
import dev.trivium.molecular.table.TableOptions;
import dev.trivium.nn.training.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreeningTest {

    @TempDir
    private Path folder = Path.of("");

    /** Answers 0.25 for the task {@code toxic}. */
    private static PropertyPredictor quarter() throws IOException {
        MoleculeSet set = MoleculeSet.of(List.of("C", "CC", "CCC", "CCCC"), List.of("toxic"), new double[] {1, 0, 0, 0});
        return new TrainMeanSpec(TaskKind.CLASSIFICATION).fit(new TrainingMolecules(set), new ValidationMolecules(set), Training.seed(1));
    }

    private MoleculeRows rows(String text) throws IOException {
        return MoleculeFile.open(Files.writeString(folder.resolve("in.csv"), text), TableOptions.defaults());
    }

    @Test
    void everyRowIsAnsweredInItsPlaceWithItsOwnCells() throws IOException {
        Path out = folder.resolve("out.csv");
        try (PropertyPredictor predictor = quarter();
                MoleculeRows rows = rows("id,smiles,remark\n1,CCO,\"a, \"\"b\"\"\"\n2,C1CC,ring\n3,,\n4,CC\n5,CC,x,y\n6,c1ccccc1,last\n")) {
            Answered answered = Screening.with(predictor).run(rows, out, Watch.SILENT);
            assertEquals(6, answered.rows());
            assertEquals(2, answered.predicted());
            assertTrue(answered.examples().get(0).startsWith("line 3: "), answered.examples().toString());
        }
        List<String> lines = Files.readAllLines(out);
        assertEquals("id,smiles,remark,toxic_probability,outcome,note", lines.get(0));
        assertEquals("1,CCO,\"a, \"\"b\"\"\",0.25,ok,", lines.get(1));
        assertTrue(lines.get(2).startsWith("2,C1CC,ring,,refused,"), lines.get(2));
        assertTrue(lines.get(3).startsWith("3,,,,refused,"), lines.get(3));
        assertTrue(lines.get(4).startsWith("4,CC,,,refused,"), lines.get(4));
        assertTrue(lines.get(5).startsWith("5,CC,x,,refused,"), lines.get(5));
        assertEquals("6,c1ccccc1,last,0.25,ok,", lines.get(6));
        assertEquals(7, lines.size());
    }

    @Test
    void aCalibratedModelAddsItsSets() throws IOException {
        List<String> smiles = IntStream.rangeClosed(1, 60).mapToObj("C"::repeat).toList();
        MoleculeSet set = MoleculeSet.of(smiles, List.of("toxic"), smiles.stream().mapToDouble(each -> each.length() % 4 == 0 ? 1 : 0).toArray());
        MoleculeSplit split = MoleculeSplit.random(set, new Shares(0.5, 0.4, 0.1), 1).withCalibration(0.8, 1);
        Path out = folder.resolve("out.csv");
        try (PropertyPredictor predictor = new TrainMeanSpec(TaskKind.CLASSIFICATION).fit(split, Training.seed(1), List.of(0.5, 0.975));
                MoleculeRows rows = rows("smiles\nCCO\nC1CC\n")) {
            Screening.with(predictor).withShares(List.of(0.5)).run(rows, out, Watch.SILENT);
            assertEquals("shares must be among those that the model was calibrated for, [0.5, 0.975], got [0.8]",
                    assertThrows(IllegalArgumentException.class, () -> Screening.with(predictor).withShares(List.of(0.8))).getMessage());
        }
        List<String> lines = Files.readAllLines(out);
        assertEquals("smiles,toxic_probability,toxic_set50,outcome,note", lines.get(0));
        assertTrue(lines.get(1).matches("CCO,0\\.[0-9]+,\"\\{0,1}\",ok,"), lines.get(1)); // one probability for all: neither label can be left out
        assertTrue(lines.get(2).startsWith("C1CC,,,refused,"), lines.get(2));
    }

    @Test
    void moreRowsThanAChunkKeepTheirOrder() throws IOException {
        StringBuilder text = new StringBuilder("smiles,id\n");
        for (int i = 0; i < 9000; i++) {
            text.append(i % 100 == 0 ? "broken(" : "CCO").append(',').append(i).append('\n');
        }
        Path out = folder.resolve("out.csv.gz");
        List<Long> watched = new ArrayList<>();
        try (PropertyPredictor predictor = quarter(); MoleculeRows rows = rows(text.toString())) {
            Answered answered = Screening.with(predictor).run(rows, out, new Watch() {
                @Override
                public void answered(Answered so) {
                    watched.add(so.rows());
                }
            });
            assertEquals(90, answered.refused());
            assertEquals(5, answered.examples().size());
        }
        assertEquals(List.of(4096L, 8192L, 9000L), watched);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(out)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().skip(1).toList();
            for (int i = 0; i < 9000; i++) {
                assertTrue(lines.get(i).startsWith((i % 100 == 0 ? "broken(," : "CCO,") + i + ","), lines.get(i));
            }
        }
    }

    @Test
    void aColumnThatTheAnswersAddIsRefusedInTheFile() throws IOException {
        Path out = folder.resolve("out.csv");
        try (PropertyPredictor predictor = quarter(); MoleculeRows rows = rows("smiles,outcome\nC,1\n")) {
            var e = assertThrows(IllegalArgumentException.class, () -> Screening.with(predictor).run(rows, out, Watch.SILENT));
            assertEquals("file must not have the column outcome, which the answers add", e.getMessage());
        }
        assertFalse(Files.exists(out));
    }

    @Test
    void aCancelledScreeningLeavesNoFile() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "earlier");
        try (PropertyPredictor predictor = quarter(); MoleculeRows rows = rows("smiles\n" + "C\n".repeat(5000))) {
            Watch impatient = new Watch() {
                private boolean seen;

                @Override
                public void answered(Answered so) {
                    seen = true;
                }

                @Override
                public boolean cancelled() {
                    return seen;
                }
            };
            var e = assertThrows(CancellationException.class, () -> Screening.with(predictor).run(rows, out, impatient));
            assertEquals("prediction was cancelled after 4,096 rows", e.getMessage());
        }
        assertEquals("earlier", Files.readString(out));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("in.csv", "out.csv"), files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void answersStandBesideTheNearestTrainingMoleculeIfThatIsWanted() throws IOException {
        MoleculeSet set = MoleculeSet.of(List.of("CCO", "CCCO", "CCCCO", "c1ccccc1O", "CCCCCO"), List.of("logS"), new double[] {1, 0.5, Double.NaN, -1, -2});
        Path out = folder.resolve("out.csv");
        try (PropertyPredictor forest = NamedPredictors.of("random-forest", TaskKind.REGRESSION).fit(new TrainingMolecules(set),
                new ValidationMolecules(set), Training.seed(1)); MoleculeRows rows = rows("smiles\nOCCC\nCCCCO\nC1CC\nBrc1ccc2ccccc2c1C(=O)NS(=O)(=O)I\n")) {
            Screening.with(forest).withNearest().run(rows, out, Watch.SILENT);
        }
        List<String> lines = Files.readAllLines(out);
        assertEquals("smiles,logS_predicted,nearest,similarity,logS_of_nearest,inside,outside,outcome,note", lines.get(0));
        assertTrue(lines.get(1).matches("OCCC,[^,]+,CCCO,1.000,0.5,yes,,ok,"), lines.get(1));
        assertTrue(lines.get(2).matches("CCCCO,[^,]+,CCCCO,1.000,,yes,,ok,"), lines.get(2));
        assertTrue(lines.get(3).startsWith("C1CC,,,,,,,refused,"), lines.get(3));
        assertTrue(lines.get(4).matches("Brc1.*,c1ccccc1O,0\\.\\d{3},-1.0,no,\"?molecular weight is 440.*,ok,.*"), lines.get(4));
        try (PropertyPredictor predictor = quarter()) {
            var e = assertThrows(IllegalArgumentException.class, () -> Screening.with(predictor).withNearest());
            assertEquals("model must keep its training molecules, got train-mean, which does not", e.getMessage());
        }
    }
}
