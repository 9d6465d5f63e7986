package dev.trivium.examples;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.applicability.Neighbour;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.sample.MoleculeSamples;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * From SMILES strings to predictions, each beside the training molecule that is most alike, or the reason why there is none.
 *
 * <p>The sample holds melting points of 1,500 organic substances, in kelvin. MolGraph-xLSTM learns from 80 % of them and keeps the better of
 * two epochs by another 10 %; it is asked for some of the last 10 %, and for a string that is no molecule.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E04_Molecule</pre>
 *
 * <p>You will see six lines such as {@code CC=O: 246 K, measured 150 K; nearest CCC=O (0.36)}. Two epochs show how it goes, not
 * what the model can do: {@code trivium demo --only molecule} trains longer and scores it beside simpler methods.
 */
public final class E04_Molecule {

    private static final int ASKED = 5;

    private E04_Molecule() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the sample cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        MoleculeSplit split = MoleculeSplit.random(MoleculeSamples.meltingPoints().molecules(), Shares.standard(), 1);
        MoleculeSet test = split.test().set();
        List<String> asked = new ArrayList<>(test.smiles().subList(0, ASKED));
        asked.add("C1CC");
        MolGraphXlstmSpec spec = MolGraphXlstmSpec.of(TaskKind.REGRESSION);
        try (PropertyPredictor model = spec.fit(split.train(), split.validation(), Training.seed(1).withEpochs(2))) {
            List<Prediction> predictions = model.predict(asked);
            for (int i = 0; i < asked.size(); i++) {
                Prediction prediction = predictions.get(i);
                System.out.println(asked.get(i) + ": " + (prediction.refusal().isPresent() ? "refused, " + prediction.refusal().get()
                        : Math.round(prediction.values()[0]) + " K, measured " + Math.round(test.label(i, 0)) + " K; nearest "
                                + nearest(model.trainingSpace().orElseThrow(), asked.get(i))));
            }
        }
    }

    private static String nearest(TrainingSpace training, String smiles) {
        if (!(Molecule.parse(smiles, ParseSettings.standard()) instanceof Parsed.Ok read)) {
            return "none";
        }
        Neighbour nearest = training.about(Profile.of(read.molecule()), 1).nearest().get(0);
        return nearest.smiles() + " (" + Math.round(100 * nearest.similarity()) / 100.0 + ")";
    }
}
