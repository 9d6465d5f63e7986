package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.List;

/** Loss over epochs, as a {@link LineChart}. */
public final class LossCurve {

    private LossCurve() {
    }

    /**
     * Training and validation loss, one value per epoch, with the epoch whose weights were kept marked.
     *
     * @param title      what was trained
     * @param source     where the numbers come from; may be empty
     * @param lossName   name of the loss, such as {@code MSE, standardised}
     * @param training   mean training loss of every epoch, from epoch 1
     * @param validation validation loss after every epoch, of the same length
     * @param keptEpoch  the epoch that was kept, from 1
     */
    public static LineChart of(String title, String source, String lossName, double[] training, double[] validation,
            int keptEpoch) {
        if (training.length != validation.length || training.length == 0) {
            throw new IllegalArgumentException("training and validation must have the same length of at least 1, got "
                    + training.length + " and " + validation.length);
        }
        if (keptEpoch < 1 || keptEpoch > training.length) {
            throw new IllegalArgumentException("keptEpoch must be in [1, " + training.length + "], got " + keptEpoch);
        }
        double[] epochs = new double[training.length];
        Arrays.setAll(epochs, i -> i + 1);
        return LineChart.of(title, source, "epoch", lossName,
                        List.of(Line.of("training", epochs, training), Line.of("validation", epochs, validation)))
                .withMark(keptEpoch, "weights kept: epoch " + keptEpoch);
    }
}
