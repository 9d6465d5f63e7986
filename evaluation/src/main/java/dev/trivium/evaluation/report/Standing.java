package dev.trivium.evaluation.report;

/** What a statement amounts to, for a reader in a hurry. */
public enum Standing {
    /** Shown to be better, or as it should be. */
    GOOD("good", "✓"),
    /** Not shown either way. */
    UNSURE("unsure", "?"),
    /** Worse, or not as it should be. */
    BAD("bad", "✗"),
    /** Neither. */
    PLAIN("plain", "");

    private final String style;
    private final String sign;

    Standing(String style, String sign) {
        this.style = style;
        this.sign = sign;
    }

    String style() {
        return style;
    }

    String sign() {
        return sign;
    }
}
