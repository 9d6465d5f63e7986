package dev.trivium.evaluation.scorecard;

import java.util.List;

/** Methods scored on the same data, whatever they forecast, predict or fill: what every score card can be asked for. */
public interface Card {

    /** {@return what the card is about} */
    String title();

    /** {@return the first lines: for every model whether it is worth having} */
    List<String> verdict();

    /** {@return the card as aligned text, at most 100 columns wide} */
    String text();

    /** {@return the card as JSON, with keys always in the same order and null for a number that is not known} */
    String json();

    /** {@return every score as one line of CSV; a number that is not known is empty} */
    String csv();
}
