package dev.trivium.evaluation.chart;

/** One thing on a picture, in pixels from the top left corner. */
sealed interface Mark {

    /** A line through points. */
    record Stroke(double[] x, double[] y, Ink ink, double width, boolean dashed) implements Mark {

        static Stroke line(double x1, double y1, double x2, double y2, Ink ink, double width, boolean dashed) {
            return new Stroke(new double[] {x1, x2}, new double[] {y1, y2}, ink, width, dashed);
        }
    }

    /** A filled polygon. */
    record Area(double[] x, double[] y, Ink ink) implements Mark {

        static Area box(double x, double y, double width, double height, Ink ink) {
            return new Area(new double[] {x, x + width, x + width, x}, new double[] {y, y, y + height, y + height}, ink);
        }
    }

    /** A filled circle. */
    record Dot(double x, double y, double radius, Ink ink) implements Mark {
    }

    /** One line of text; y is its base line. */
    record Text(double x, double y, String text, double size, boolean bold, Anchor anchor, Ink ink) implements Mark {
    }

    /** Which part of a text its x names. */
    enum Anchor { START, MIDDLE, END }
}
