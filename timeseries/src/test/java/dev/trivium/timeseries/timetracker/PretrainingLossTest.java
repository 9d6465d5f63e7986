package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PretrainingLossTest {

    private static final int B = 3;
    private static final int N = 4;
    private static final int P = 2;
    private static final double[] LEVELS = {0.1, 0.5, 0.8};
    private static final double W = 0.3;

    private final PretrainingLoss loss = new PretrainingLoss(List.of(0.1, 0.5, 0.8), W);

    private static PretrainingBatch batch() {
        PretrainingBatch batch = PretrainingBatch.empty(B, N, P);
        SplittableRandom random = new SplittableRandom(4);
        for (int b = 0; b < B - 1; b++) { // the last draw carries no loss
            batch.supervised()[b] = true;
            for (int i = 0; i < N * P; i++) {
                batch.targets()[b * N * P + i] = (float) (20 * random.nextDouble() - 10);
                batch.weights()[b * N * P + i] = i < 3 ? 0 : 0.2f;
            }
            batch.far()[b * N + 2] = 1;
        }
        return batch;
    }

    /** Prediction k of token i of draw b; k in mean, level by level. */
    private static double predicted(int b, int i, int k) {
        return 5 * Math.sin(1 + b * 37 + i * 11 + k * 0.7);
    }

    private static double[] predictions() {
        int outputs = (1 + LEVELS.length) * P;
        double[] values = new double[B * N * outputs];
        for (int x = 0; x < values.length; x++) {
            values[x] = predicted(x / (N * outputs), x / outputs % N, x % outputs);
        }
        return values;
    }

    private static double point(int b, int i, int j, double y) {
        double pinball = 0;
        for (int q = 0; q < LEVELS.length; q++) {
            double error = y - predicted(b, i, (1 + q) * P + j);
            pinball += Math.max(LEVELS[q] * error, (LEVELS[q] - 1) * error) / LEVELS.length;
        }
        double square = Math.max(-6, Math.min(6, y)) - predicted(b, i, j);
        return 2 * pinball + W * square * square;
    }

    @Test
    void isThePinballLossOfTheLevelsAndTheSquaredErrorOfTheMean() {
        PretrainingBatch batch = batch();
        double[] expected = new double[4];
        for (int x = 0; x < batch.weights().length; x++) {
            int token = x / P;
            boolean far = batch.far()[token] == 1;
            double weight = batch.weights()[x] / 2; // two draws carry a loss
            expected[far ? 2 : 0] += weight * point(token / N, token % N, x % P, batch.targets()[x]);
            expected[far ? 3 : 1] += weight;
        }
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor p = scope.tensor(predictions(), B, 1, N, (1 + LEVELS.length) * P);
            assertEquals(expected[0] + expected[2], loss.of(p, batch, scope).item(), 1e-6);
            double[] split = loss.split(p, batch, scope);
            for (int k = 0; k < 4; k++) {
                assertEquals(expected[k], split[k], 1e-6);
            }
        }
    }

    @Test
    void whatHasNoWeightHasNoGradient() {
        PretrainingBatch batch = batch();
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            int outputs = (1 + LEVELS.length) * P;
            Tensor p = parameters.add("p", Initial.normal(1), B, 1, N, outputs);
            try (Tape tape = Tape.record()) {
                tape.backward(loss.of(p, batch, scope));
            }
            double[] gradient = p.gradient().toDoubles();
            for (int x = 0; x < gradient.length; x++) {
                int point = x / outputs * P + x % P;
                assertEquals(batch.weights()[point] > 0, gradient[x] != 0, "prediction " + x);
            }
        }
    }
}
