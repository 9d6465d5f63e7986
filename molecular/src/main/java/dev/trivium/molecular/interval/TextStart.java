package dev.trivium.molecular.interval;

/** What of a file is shown in a message. */
final class TextStart {

    private static final int SHOWN = 60;

    private TextStart() {}

    static String of(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
