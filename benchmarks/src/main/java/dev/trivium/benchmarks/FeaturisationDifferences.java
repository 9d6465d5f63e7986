package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.featurize.Featurizer;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.featurize.MotifOrder;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares our features with RDKit's, as {@code peers/featurise_rdkit.py} writes them, and writes a line for each row and feature that
 * differ: {@code set, row, feature, count of atoms, bonds or motifs}. Arguments: the file to write, then one {@code NAME.jsonl} for each set.
 */
public final class FeaturisationDifferences {

    private static final List<String> ATOM = List.of("element", "degree", "hydrogens", "implicit valence", "total valence", "charge",
            "hybridisation", "radicals", "chirality", "aromatic atom", "atom in ring");
    private static final List<String> BOND = List.of("bond begin", "bond end", "bond type", "conjugated", "double bond stereo");
    private static final Featurizer FEATURIZER = new Featurizer(MotifOrder.REFERENCE);
    private static final ParseSettings SETTINGS = ParseSettings.standard();

    private final List<String> lines = new ArrayList<>(List.of("set,row,feature,count"));
    private final Map<String, Integer> rowsByFeature = new TreeMap<>();

    private FeaturisationDifferences() {}

    /** Compares the files and prints how many rows differ by feature. */
    public static void main(String[] files) throws IOException {
        if (files.length < 2) {
            throw new IllegalArgumentException("arguments must be a file to write and files to compare, got " + String.join(" ", files));
        }
        FeaturisationDifferences differences = new FeaturisationDifferences();
        int rows = 0;
        for (String file : Arrays.asList(files).subList(1, files.length)) {
            rows += differences.compare(Path.of(file));
        }
        Files.write(Path.of(files[0]), differences.lines);
        System.out.println(rows + " rows; rows that differ, by feature: " + differences.rowsByFeature);
    }

    private int compare(Path file) throws IOException {
        String set = file.getFileName().toString().replace(".jsonl", "");
        ObjectMapper mapper = new ObjectMapper();
        int row = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                JsonNode theirs = mapper.readTree(line);
                Map<String, Integer> counts = new TreeMap<>();
                compare(theirs, Molecule.parse(theirs.get("smiles").asText(), SETTINGS), counts);
                for (Map.Entry<String, Integer> count : counts.entrySet()) {
                    lines.add(set + "," + (row + 1) + "," + count.getKey() + "," + count.getValue());
                    rowsByFeature.merge(count.getKey(), 1, Integer::sum);
                }
                row++;
            }
        }
        return row;
    }

    private static void compare(JsonNode theirs, Parsed parsed, Map<String, Integer> counts) {
        boolean refused = theirs.has("refused");
        if (!(parsed instanceof Parsed.Ok ok) || refused) {
            if (parsed instanceof Parsed.Ok == refused) {
                counts.put(refused ? "refused by RDKit only" : "refused by us only", 1);
            }
            return;
        }
        MoleculeGraph ours = FEATURIZER.graph(ok.molecule());
        rows(ATOM, theirs.get("atoms"), table(ours.atomFeatures(), ATOM.size()), counts);
        rows(BOND, theirs.get("bonds"), bonds(ours), counts);
        int[][] sequence = ours.motifAtoms();
        int[][] features = table(ours.motifFeatures(), 12);
        if (!Arrays.deepEquals(sequence, table(theirs.get("motif_sequence")))) {
            Arrays.sort(sequence, Arrays::compare);
            int[][] sorted = table(theirs.get("motif_sequence"));
            Arrays.sort(sorted, Arrays::compare);
            counts.put(Arrays.deepEquals(sequence, sorted) ? "motif order" : "motifs", 1);
        } else if (!Arrays.deepEquals(features, table(theirs.get("motif_features")))) {
            counts.put("motif features", 1);
        }
    }

    private static int[][] table(int[] values, int width) {
        int[][] table = new int[values.length / width][];
        for (int row = 0; row < table.length; row++) {
            table[row] = Arrays.copyOfRange(values, row * width, (row + 1) * width);
        }
        return table;
    }

    private static int[][] bonds(MoleculeGraph graph) {
        int[][] ends = table(graph.bondEnds(), 2);
        int[][] features = table(graph.bondFeatures(), 3);
        int[][] bonds = new int[ends.length][];
        for (int b = 0; b < bonds.length; b++) {
            bonds[b] = new int[] {ends[b][0], ends[b][1], features[b][0], features[b][1], features[b][2]};
        }
        return bonds;
    }

    private static int[][] table(JsonNode rows) {
        int[][] table = new int[rows.size()][];
        for (int row = 0; row < table.length; row++) {
            table[row] = new int[rows.get(row).size()];
            for (int column = 0; column < table[row].length; column++) {
                table[row][column] = rows.get(row).get(column).asInt();
            }
        }
        return table;
    }

    private static void rows(List<String> names, JsonNode theirs, int[][] ours, Map<String, Integer> counts) {
        if (theirs.size() != ours.length) {
            counts.put(names == ATOM ? "number of atoms" : "number of bonds", 1);
            return;
        }
        int[][] table = table(theirs);
        for (int row = 0; row < ours.length; row++) {
            for (int column = 0; column < names.size(); column++) {
                if (ours[row][column] != table[row][column]) {
                    counts.merge(names.get(column), 1, Integer::sum);
                }
            }
        }
    }
}
