package dev.trivium.evaluation.chart;

import java.util.Locale;

/** Writes a picture as SVG 1.1: shapes and text only, no script, no style sheet, nothing to load. */
final class SvgWriter {

    private static final String FONTS = "DejaVu Sans, Verdana, Helvetica, Arial, sans-serif";
    private final StringBuilder out = new StringBuilder();

    String write(Picture picture) {
        out.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" font-family=\"%s\">%n", picture.width(), picture.height(), picture.width(),
                picture.height(), FONTS));
        out.append("<title>").append(escaped(picture.title())).append("</title>\n");
        if (!picture.description().isEmpty()) {
            out.append("<desc>").append(escaped(picture.description())).append("</desc>\n");
        }
        for (Mark mark : picture.marks()) {
            if (mark instanceof Mark.Stroke stroke) {
                stroke(stroke);
            } else if (mark instanceof Mark.Area area) {
                area(area);
            } else if (mark instanceof Mark.Dot dot) {
                dot(dot);
            } else if (mark instanceof Mark.Text text) {
                text(text);
            }
        }
        return out.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private void stroke(Mark.Stroke stroke) {
        out.append("<polyline fill=\"none\" stroke=\"").append(color(stroke.ink())).append("\" stroke-width=\"")
                .append(number(stroke.width())).append("\" stroke-linejoin=\"round\"");
        if (stroke.dashed()) {
            out.append(" stroke-dasharray=\"5 4\"");
        }
        points(stroke.x(), stroke.y());
    }

    private void area(Mark.Area area) {
        out.append("<polygon fill=\"").append(color(area.ink())).append('"');
        if (area.ink().opacity() < 1) {
            out.append(" fill-opacity=\"").append(number(area.ink().opacity())).append('"');
        }
        points(area.x(), area.y());
    }

    private void dot(Mark.Dot dot) {
        out.append("<circle cx=\"").append(number(dot.x())).append("\" cy=\"").append(number(dot.y())).append("\" r=\"")
                .append(number(dot.radius())).append("\" fill=\"").append(color(dot.ink())).append("\"/>\n");
    }

    private void text(Mark.Text text) {
        out.append("<text x=\"").append(number(text.x())).append("\" y=\"").append(number(text.y())).append("\" font-size=\"")
                .append(number(text.size())).append("\" fill=\"").append(color(text.ink())).append('"');
        if (text.bold()) {
            out.append(" font-weight=\"bold\"");
        }
        if (text.anchor() != Mark.Anchor.START) {
            out.append(" text-anchor=\"").append(text.anchor().name().toLowerCase(Locale.ROOT)).append('"');
        }
        out.append('>').append(escaped(text.text())).append("</text>\n");
    }

    private void points(double[] x, double[] y) {
        out.append(" points=\"");
        for (int i = 0; i < x.length; i++) {
            out.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        out.append("\"/>\n");
    }

    private static String color(Ink ink) {
        return String.format(Locale.ROOT, "#%06X", ink.rgb());
    }

    /** Two decimals at most: a hundredth of a pixel is enough. */
    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Text that XML can hold: markup escaped, characters that XML 1.0 forbids shown as U+FFFD. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                default -> safe.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
