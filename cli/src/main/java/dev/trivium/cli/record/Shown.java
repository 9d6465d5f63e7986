package dev.trivium.cli.record;

import java.util.Locale;

/** Text of a file as a message may show it. */
public final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    /** {@return one line without control characters, cut if it is long} */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            int type = Character.getType(c);
            boolean plain = type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
            out.append(plain ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c));
        });
        return text.length() > LONGEST ? out + "…" : out.toString();
    }
}
