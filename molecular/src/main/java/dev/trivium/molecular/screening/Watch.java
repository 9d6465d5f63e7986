package dev.trivium.molecular.screening;

/** Watches a screening and may cancel it. Called by the thread that runs it. */
public interface Watch {

    /** Watches nothing and never cancels. */
    Watch SILENT = new Watch() {};

    /**
     * Called after every chunk of rows.
     *
     * @param answered rows answered so far
     */
    default void answered(Answered answered) {}

    /** {@return whether to stop after the current chunk} */
    default boolean cancelled() {
        return false;
    }
}
