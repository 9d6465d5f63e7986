package dev.trivium.molecular.featurize;

/** What became of drawing one molecule: a picture or the reason why there is none. */
public sealed interface Drawing {

    /**
     * A picture.
     *
     * @param svg one {@code <svg>} element, to be written to a file or into a page; it refers to nothing outside itself and has no identifiers
     */
    record Drawn(String svg) implements Drawing {}

    /**
     * No picture.
     *
     * @param reason why; one line
     */
    record NotDrawn(String reason) implements Drawing {}
}
