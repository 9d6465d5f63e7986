package dev.trivium.examples;

import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.explain.DeletionTest;
import dev.trivium.molecular.explain.Explanation;
import dev.trivium.molecular.explain.MoleculePage;
import dev.trivium.molecular.explain.Weighting;
import dev.trivium.molecular.molgraphxlstm.Architecture;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmPredictor;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import dev.trivium.molecular.sample.MoleculeSamples;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which groups of atoms a prediction rests on, as a list and as a page with drawings, and a test of whether that means anything.
 *
 * <p>A small MolGraph-xLSTM learns melting points for two epochs. Then the motifs of paracetamol are listed, the one that matters most
 * first, and of thirty other molecules the heaviest motif is deleted and compared with motifs of its size.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E05_Explain</pre>
 *
 * <p>You will see a line for each motif such as {@code effect +0.123, share 0.31: C2 O3 N4}, what deleting does, and the name of the
 * page, which any browser shows.
 */
public final class E05_Explain {

    private static final String PARACETAMOL = "CC(=O)Nc1ccc(O)cc1";

    private E05_Explain() {}

    /**
     * Runs the example.
     *
     * @param arguments none, or the file for the page
     * @throws IOException if the sample cannot be read or the page not written
     */
    public static void main(String[] arguments) throws IOException {
        MoleculeSplit split = MoleculeSplit.random(MoleculeSamples.meltingPoints().molecules(), Shares.standard(), 1);
        MolGraphXlstmSpec spec = MolGraphXlstmSpec.of(TaskKind.REGRESSION).with(new Architecture(2, 16, 2, 4));
        try (MolGraphXlstmPredictor model = (MolGraphXlstmPredictor) spec.fit(split.train(), split.validation(),
                Training.seed(1).withEpochs(2))) {
            Explanation explanation = Explanation.of(model, List.of(PARACETAMOL)).get(0);
            list(explanation.weights().orElseThrow());
            DeletionTest.Outcome outcome = DeletionTest.run(model, split.test().set().smiles(), Weighting.EFFECT, 0, 30, 1);
            System.out.println(String.format(Locale.ROOT, "deleting the heaviest motif moves %d predictions by %.1f K, one of its size by %.1f K",
                    outcome.molecules(), outcome.top(), outcome.random()));
            Path page = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempFile("paracetamol", ".html");
            Files.writeString(page, MoleculePage.of("Paracetamol", explanation, 0));
            System.out.println("page: " + page);
        }
    }

    private static void list(TokenWeights weights) {
        double[] effects = weights.motifEffects(0);
        int[][] motifs = weights.graph().motifAtoms();
        IntStream.range(0, motifs.length).boxed().sorted((a, b) -> Double.compare(Math.abs(effects[b]), Math.abs(effects[a])))
                .forEach(m -> System.out.println(String.format(Locale.ROOT, "effect %+.3f, share %.2f: %s", effects[m], weights.motifShares()[m],
                        Arrays.stream(motifs[m]).mapToObj(a -> weights.molecule().symbol(a) + (a + 1)).collect(Collectors.joining(" ")))));
    }
}
