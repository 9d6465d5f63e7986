package dev.trivium.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.AtomFeatures;
import dev.trivium.molecular.featurize.BondFeatures;
import dev.trivium.molecular.featurize.Featurizer;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.MoleculeGraph;
import dev.trivium.molecular.featurize.MotifFeatures;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the features of a data set's molecules as JSON lines, so that {@code peers/bench_molgraph.py} computes on the very numbers that
 * Trivium computes on and needs no chemistry of its own. The fields stand in {@code peers/molgraph_batch.py}.
 */
public final class FeaturisedMolecules {

    private FeaturisedMolecules() {}

    /** {@code --data FILE [--smiles smiles] --target COLUMN,… [--out molecules.jsonl]}. */
    public static void main(String[] arguments) throws IOException {
        Arguments options = new Arguments(arguments, List.of("--data", "--smiles", "--target", "--out"));
        MoleculeSet set = MoleculeFile.read(Path.of(options.text("--data", "")), TableOptions.defaults()
                .withSmiles(options.text("--smiles", "smiles")).withTargets(options.text("--target", "").split(","))).set();
        try (Writer lines = Files.newBufferedWriter(Path.of(options.text("--out", "molecules.jsonl")), StandardCharsets.UTF_8)) {
            for (int i = 0; i < set.size(); i++) {
                lines.write(line(set, i));
                lines.write('\n');
            }
        }
    }

    private static String line(MoleculeSet set, int row) throws IOException {
        String smiles = set.smiles().get(row);
        Parsed parsed = Molecule.parse(smiles, ParseSettings.standard());
        if (parsed instanceof Parsed.Refused refused) {
            throw new IOException("molecule " + row + " must be readable, got " + refused.reason());
        }
        List<Double> labels = new ArrayList<>();
        for (int t = 0; t < set.tasks().size(); t++) {
            labels.add(Double.isNaN(set.label(row, t)) ? null : set.label(row, t));
        }
        return line(smiles, labels, Featurizer.standard().graph(((Parsed.Ok) parsed).molecule()));
    }

    private static String line(String smiles, List<Double> labels, MoleculeGraph graph) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("smiles", smiles);
        line.put("labels", labels);
        line.put("atoms", rows(AtomFeatures.COUNT, graph.atomFeatures()));
        line.put("bonds", beside(rows(2, graph.bondEnds()), rows(BondFeatures.COUNT, graph.bondFeatures())));
        line.put("motifs", rows(MotifFeatures.COUNT, graph.motifFeatures()));
        return new ObjectMapper().writeValueAsString(line);
    }

    private static List<List<Integer>> rows(int width, int[] values) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int at = 0; at < values.length; at += width) {
            List<Integer> row = new ArrayList<>();
            for (int k = at; k < at + width; k++) {
                row.add(values[k]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<List<Integer>> beside(List<List<Integer>> left, List<List<Integer>> right) {
        for (int i = 0; i < left.size(); i++) {
            left.get(i).addAll(right.get(i));
        }
        return left;
    }
}
