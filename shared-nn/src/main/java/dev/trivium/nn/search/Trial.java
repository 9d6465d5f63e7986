package dev.trivium.nn.search;

import java.util.List;
import java.util.Optional;

/**
 * Settings that were tried, or are being tried.
 *
 * @param number from 1, in the order in which trials began
 * @param settings what was tried
 * @param scores one for each time it was run, with rising epochs; smaller is better
 * @param running epochs up to which it is running now, 0 for the recipe's own number; empty if it is not running
 * @param failure why it ended without a score; empty if it did not
 */
public record Trial(int number, Settings settings, List<Score> scores, Optional<Integer> running, Optional<String> failure) {

    /**
     * A validation score.
     *
     * @param epochs up to which the model was trained, 0 for the recipe's own number
     * @param value finite; smaller is better
     */
    public record Score(int epochs, double value) {}

    /** Copies the scores. */
    public Trial {
        scores = List.copyOf(scores);
    }

    /** {@return the score of the longest run; empty if there is none} */
    public Optional<Score> score() {
        return scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(scores.size() - 1));
    }

    /** {@return the score after that many epochs, if it was run for them} */
    Optional<Score> at(int epochs) {
        return scores.stream().filter(score -> score.epochs() == epochs).findFirst();
    }

    Trial started(int epochs) {
        return new Trial(number, settings, scores, Optional.of(epochs), failure);
    }

    Trial scored(double value) {
        List<Score> more = new java.util.ArrayList<>(scores);
        more.add(new Score(running.orElseThrow(), value));
        return new Trial(number, settings, more, Optional.empty(), failure);
    }

    Trial failed(String reason) {
        return new Trial(number, settings, scores, Optional.empty(), Optional.of(reason));
    }
}
