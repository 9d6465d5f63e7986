package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.audit.Audit;
import java.util.List;

/** Methods scored on the same data, whatever they forecast, predict or fill: what every score card can be asked for. */
public interface Card {

    /** {@return what the card is about} */
    String title();

    /** {@return the first lines: that the scores are not to be believed, if so; then for every model whether it is worth having} */
    List<String> verdict();

    /** {@return what was looked at to tell whether the scores are to be believed} */
    Audit audit();

    /** {@return the same card with another audit, such as {@code card.audit().allowing(names)}} */
    Card with(Audit other);

    /** {@return the card as aligned text, at most 100 columns wide} */
    String text();

    /** {@return the card as JSON, with keys always in the same order and null for a number that is not known} */
    String json();

    /** {@return every score as one line of CSV; a number that is not known is empty} */
    String csv();

    /**
     * {@return the card as JSON without what its methods cost: all that another run of the same methods on the same data has to give again}
     */
    default String scores() {
        return CardScores.json(this);
    }

    /** {@return the SHA-256 of {@link #scores}, 64 hexadecimal digits: equal if and only if two cards say the same of the same data} */
    default String fingerprint() {
        return CardScores.sha256(scores());
    }
}
