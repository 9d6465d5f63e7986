package dev.trivium.data.csv;

/**
 * Reads decimal numbers: {@code [sign] digits [mark digits] [e [sign] digits]}, with at least one digit before the exponent and nothing else
 * (no hexadecimal, no {@code 1d}, no grouping). The result is that of {@link Double#parseDouble}, bit for bit.
 *
 * <p>Numbers of up to 19 digits with a small exponent need one exact operation or one 128-bit product; the others go to
 * {@code parseDouble} itself.
 */
final class NumberText {

    private static final long EXACT_MANTISSA = 1L << 53;

    private final char mark;

    NumberText(char mark) {
        this.mark = mark;
    }

    /** The number in {@code text[from, to)}; NaN if there is none, infinite if it is too large for a double. */
    double parse(char[] text, int from, int to) {
        int i = from;
        boolean negative = i < to && text[i] == '-';
        if (i < to && (negative || text[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int significant = 0;
        int digits = 0;
        int exponent = 0;
        boolean fraction = false;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                exponent -= fraction ? 1 : 0;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                mantissa = mantissa * 10 + digit; // wraps beyond 19 digits, where it is not used
            } else if (text[i] == mark && !fraction) {
                fraction = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        if (i < to) {
            if (exponentEnd(text, i, to) != to) {
                return Double.NaN;
            }
            if (to - i > 6) {
                return slow(text, from, to);
            }
            exponent += exponent(text, i + 1, to);
        }
        return significant > 19 ? slow(text, from, to) : value(text, from, to, negative, mantissa, exponent);
    }

    private double value(char[] text, int from, int to, boolean negative, long mantissa, int exponent) {
        double value;
        if (mantissa == 0) {
            value = 0;
        } else if (mantissa > 0 && mantissa <= EXACT_MANTISSA && exponent >= -22 && exponent <= 22) {
            value = exponent < 0 ? mantissa / PowersOfTen.exact(-exponent) : mantissa * PowersOfTen.exact(exponent);
        } else {
            value = PowersOfTen.scale(mantissa, exponent);
            if (Double.isNaN(value)) {
                return slow(text, from, to);
            }
        }
        return negative ? -value : value;
    }

    private double slow(char[] text, int from, int to) {
        String number = new String(text, from, to - from);
        return Double.parseDouble(mark == '.' ? number : number.replace(mark, '.'));
    }

    private static int exponentEnd(char[] text, int from, int to) {
        int i = from;
        if (text[i] != 'e' && text[i] != 'E') {
            return -1;
        }
        i++;
        if (i < to && (text[i] == '-' || text[i] == '+')) {
            i++;
        }
        int first = i;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i > first ? i : -1;
    }

    private static int exponent(char[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] >= '0' && text[i] <= '9') {
                value = value * 10 + text[i] - '0';
            }
        }
        return text[from] == '-' ? -value : value;
    }
}
