package dev.trivium.reproduce.waverora;

import java.util.OptionalDouble;

/**
 * What is published for a setting.
 *
 * @param setting data set and horizon
 * @param paper score in the paper
 * @param authorsMse MSE that the authors' code reaches where we ran it, on two cores
 * @param mseLimit largest MSE over all windows that passes
 */
record PaperRow(Setting setting, Score paper, OptionalDouble authorsMse, double mseLimit) {

    /** {@return how far an MSE lies above the paper's, in percent of it} */
    double percentAbove(double mse) {
        return 100 * (mse / paper.mse() - 1);
    }
}
