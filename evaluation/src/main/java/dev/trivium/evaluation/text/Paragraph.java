package dev.trivium.evaluation.text;

/** Text in lines of at most {@value #WIDTH} characters. */
public final class Paragraph {

    /** Characters of a line. */
    public static final int WIDTH = 100;

    private static final String INDENT = " ".repeat(11);

    private Paragraph() {
    }

    /** {@return the text in lines, each with its end; all but the first begin with {@code indent}} */
    public static String wrap(String text, String indent) {
        if (text.isEmpty()) {
            return "";
        }
        StringBuilder wrapped = new StringBuilder();
        String rest = text;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= indent.length()) {
                break; // a word longer than the line
            }
            wrapped.append(rest, 0, space).append('\n');
            rest = indent + rest.substring(space + 1);
        }
        return wrapped.append(rest).append('\n').toString();
    }

    /** {@return a label of at most 10 letters and its text, in a column of its own} */
    public static String labelled(String label, String text) {
        return wrap(label + INDENT.substring(label.length()) + text, INDENT);
    }
}
