package dev.trivium.data.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The texts and numbers that stand for a missing value. */
final class MissingMarkers {

    private final List<String> texts = new ArrayList<>();
    private final double[] numbers;
    private final boolean blank;

    MissingMarkers(List<String> markers, NumberText numberText) {
        List<Double> values = new ArrayList<>();
        boolean empty = false;
        for (String marker : markers) {
            String text = marker.strip();
            double value = numberText.parse(text.toCharArray(), 0, text.length());
            if (text.isEmpty()) {
                empty = true;
            } else if (Double.isNaN(value)) {
                texts.add(text.toLowerCase(Locale.ROOT));
            } else {
                values.add(value);
            }
        }
        blank = empty;
        numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether a number stands for a missing value. */
    boolean contains(double number) {
        for (double missing : numbers) {
            if (missing == number) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code text[from, to)}, which is not a number, stands for a missing value. */
    boolean contains(char[] text, int from, int to) {
        if (from == to) {
            return blank;
        }
        for (String marker : texts) {
            if (marker.length() == to - from && matches(marker, text, from)) {
                return true;
            }
        }
        return false;
    }

    boolean contains(String text) {
        return contains(text.toCharArray(), 0, text.length());
    }

    private static boolean matches(String marker, char[] text, int from) {
        for (int i = 0; i < marker.length(); i++) {
            if (Character.toLowerCase(text[from + i]) != marker.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
