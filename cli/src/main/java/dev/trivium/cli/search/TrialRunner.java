package dev.trivium.cli.search;

import dev.trivium.nn.training.Training;
import java.io.IOException;

/** Fits the model of a trial and scores it on the validation data; in a child process. */
public interface TrialRunner {

    /**
     * Runs a trial.
     *
     * @return the validation score, smaller is better
     * @throws IOException if the data or a checkpoint cannot be read
     */
    double score(TrialRequest request, Training training) throws IOException;
}
