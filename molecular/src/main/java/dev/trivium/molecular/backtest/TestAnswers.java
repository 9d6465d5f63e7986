package dev.trivium.molecular.backtest;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.interval.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one fitted predictor says of the test molecules.
 *
 * @param values            (molecule, task) row-major; NaN where the molecule is refused
 * @param refusals          reason by number of the molecule, counted from 0
 * @param microsPerMolecule time of a prediction, in batches
 * @param ranges            intervals or sets by number of the molecule; empty of a model that was not calibrated, and of a refused molecule
 * @param shares            that it was calibrated for
 */
record TestAnswers(double[] values, Map<Integer, String> refusals, double microsPerMolecule, List<Optional<Ranges>> ranges,
        List<Double> shares) {

    /** A first pass that is shorter is repeated, as it measures a cold machine. */
    private static final long COLD_NANOS = 2_000_000_000L;

    static TestAnswers of(PropertyPredictor predictor, MoleculeSet test) {
        if (!predictor.tasks().equals(test.tasks())) {
            throw new IllegalArgumentException("predictor must predict the tasks of the test molecules, " + test.tasks() + ", got "
                    + predictor.tasks());
        }
        long start = System.nanoTime();
        List<Prediction> predictions = new ArrayList<>(predictor.predict(test.smiles()));
        long nanos = System.nanoTime() - start;
        if (nanos < COLD_NANOS) {
            start = System.nanoTime();
            predictor.predict(test.smiles());
            nanos = System.nanoTime() - start;
        }
        int tasks = test.tasks().size();
        double[] values = new double[test.size() * tasks];
        Map<Integer, String> refusals = new TreeMap<>();
        for (int i = 0; i < test.size(); i++) {
            Prediction prediction = predictions.get(i);
            System.arraycopy(prediction.values(), 0, values, i * tasks, tasks);
            int molecule = i;
            prediction.refusal().ifPresent(reason -> refusals.put(molecule, reason));
        }
        return new TestAnswers(values, refusals, nanos / 1e3 / Math.max(1, test.size()), predictions.stream().map(Prediction::ranges).toList(),
                predictor.intervals().map(MoleculeIntervals::shares).orElse(List.of()));
    }
}
