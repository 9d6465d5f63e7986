package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.List;

/** Estimates how wide a text will be, on the wide side (DejaVu Sans), so that layout needs no font. */
public final class TextWidth {

    private TextWidth() {
    }

    /** {@return pixels that a text takes at a size in pixels} */
    public static double of(String text, double size, boolean bold) {
        double ems = text.codePoints().mapToDouble(TextWidth::ems).sum();
        return ems * size * (bold ? 1.1 : 1);
    }

    private static double ems(int c) {
        if ("il.,:;'|!jftrI()[] ".indexOf(c) >= 0) {
            return 0.4;
        }
        if (c == 'm' || c == 'w' || c == 'M' || c == 'W' || c == '%' || c == '@') {
            return 0.97;
        }
        return c > 0x2E80 ? 1 : Character.isUpperCase(c) ? 0.72 : 0.64; // CJK characters are square
    }

    /** {@return the text in lines no wider than {@code width}, broken at spaces; a longer word stays whole} */
    static List<String> wrap(String text, double size, boolean bold, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && of(longer, size, bold) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** {@return the text, cut with an ellipsis where it would be wider than {@code width}} */
    public static String cut(String text, double size, boolean bold, double width) {
        if (of(text, size, bold) <= width) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        int kept = letters.length;
        while (kept > 0 && of(new String(letters, 0, kept) + "…", size, bold) > width) {
            kept--;
        }
        return new String(letters, 0, kept).stripTrailing() + "…";
    }
}
