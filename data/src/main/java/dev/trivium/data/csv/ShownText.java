package dev.trivium.data.csv;

import java.util.Locale;

/** Messages that quote a file: control characters, which could steer a terminal, are escaped, and a message of endless text is cut. */
public final class ShownText {

    private static final int LONGEST = 1500;

    private ShownText() {}

    /** {@return the message, at most 1,500 characters of it, all of them printable} */
    public static String of(String message) {
        StringBuilder shown = new StringBuilder();
        message.codePoints().limit(LONGEST).forEach(c -> {
            if (isPrintable(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return message.codePointCount(0, message.length()) > LONGEST ? shown + "..." : shown.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
