package dev.trivium.cli.search;

import java.io.IOException;

/** Ends a process that a search started where the search ends, however it ends: a search holds the standard input of its children open. */
public final class ParentWatch {

    private static final String PROPERTY = "trivium.child";

    private ParentWatch() {}

    /** {@return the option with which a search starts Java} */
    static String option() {
        return "-D" + PROPERTY + "=true";
    }

    /**
     * Watches the standard input, if this process is the child of a search.
     *
     * @param code to end with
     */
    public static void begin(int code) {
        if (!Boolean.getBoolean(PROPERTY)) {
            return;
        }
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nothing is ever written
                }
            } catch (IOException e) {
                // as if it had ended
            }
            Runtime.getRuntime().halt(code);
        }, "end with the search");
        watch.setDaemon(true);
        watch.start();
    }
}
