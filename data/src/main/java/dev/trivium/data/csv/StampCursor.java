package dev.trivium.data.csv;

/** Walks through the characters of a stamp. */
final class StampCursor {

    private final char[] text;
    private final int end;
    private int at;

    StampCursor(char[] text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    boolean atEnd() {
        return at == end;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    char peek() {
        return at < end ? text[at] : 0;
    }

    boolean take(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    char takeAny(String choice) {
        char c = peek();
        if (c != 0 && choice.indexOf(c) >= 0) {
            at++;
            return c;
        }
        return 0;
    }

    boolean blanks() {
        int start = at;
        while (at < end && text[at] == ' ') {
            at++;
        }
        return at > start;
    }

    /** How many digits come next. */
    int digitsAhead() {
        int i = at;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i - at;
    }

    /** The number of the next {@code count} digits, which must be there; at most 9. */
    int number(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }

    /** The letters that come next, at most {@code limit}, in lower case, passed over. */
    String word(int limit) {
        StringBuilder word = new StringBuilder();
        while (at < end && word.length() < limit && (text[at] >= 'a' && text[at] <= 'z' || text[at] >= 'A' && text[at] <= 'Z')) {
            word.append(Character.toLowerCase(text[at++]));
        }
        return word.toString();
    }
}
