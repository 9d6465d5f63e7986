package dev.trivium.evaluation.chart;

/** A named line of a {@link LineChart}. */
public final class Line {

    private final String name;
    private final double[] x;
    private final double[] y;
    private final boolean dashed;

    private Line(String name, double[] x, double[] y, boolean dashed) {
        this.name = name;
        this.x = x;
        this.y = y;
        this.dashed = dashed;
    }

    /**
     * A line through points.
     *
     * @param x increasing, without NaN, at least one
     * @param y one value per x; NaN = gap
     */
    public static Line of(String name, double[] x, double[] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("x and y must have the same length of at least 1, got " + x.length
                    + " and " + y.length + " for " + name);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || (i > 0 && x[i] <= x[i - 1])) {
                throw new IllegalArgumentException("x must be finite and increase, got " + x[i] + " at index " + i
                        + " of " + name);
            }
            if (Double.isInfinite(y[i])) {
                throw new IllegalArgumentException("y must be finite or NaN (gap), got " + y[i] + " at index " + i
                        + " of " + name);
            }
        }
        return new Line(name, x.clone(), y.clone(), false);
    }

    /** {@return this line, dashed: for a fit or a limit} */
    public Line dashed() {
        return new Line(name, x, y, true);
    }

    String name() {
        return name;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    boolean isDashed() {
        return dashed;
    }
}
