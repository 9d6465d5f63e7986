package dev.trivium.nn.artifact;

import java.util.Locale;

/** Text from a file made safe for an error message: control characters and half surrogates escaped, long text cut. */
public final class TextQuote {

    private static final int LONGEST = 200;
    private static final int LONGEST_MESSAGE = 1500;

    private TextQuote() {}

    static String of(String text) {
        return of(text, LONGEST);
    }

    /** {@return a whole message, which may quote several texts: at most 1,500 characters, all printable} */
    public static String message(String text) {
        return of(text, LONGEST_MESSAGE);
    }

    private static String of(String text, int longest) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> {
            if (printable(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return text.codePointCount(0, text.length()) > longest ? out + "..." : out.toString();
    }

    static boolean printable(String text) {
        return text.codePoints().allMatch(TextQuote::printable);
    }

    private static boolean printable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }
}
