package dev.trivium.evaluation.report;

/** Numbers and paths of SVG, to a tenth of a pixel. */
final class SvgPath {

    private SvgPath() {
    }

    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** Numbers for the script; empty for NaN. */
    static String list(double[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(Double.isNaN(values[i]) ? "" : number(values[i]));
        }
        return text.toString();
    }

    /** A line through the points that breaks where y is NaN. */
    static String line(double[] x, double[] y) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(y[i])) {
                pen = false;
                continue;
            }
            path.append(pen ? 'L' : 'M').append(number(x[i])).append(' ').append(number(y[i]));
            boolean lone = !pen && (i + 1 == x.length || Double.isNaN(y[i + 1]));
            path.append(lone ? "h.01" : ""); // a round cap makes it a dot
            pen = true;
        }
        return path.toString();
    }

    /** Closed areas between two lines, one for every run without NaN. */
    static String area(double[] x, double[] low, double[] high) {
        StringBuilder path = new StringBuilder();
        for (int from = 0; from < x.length; from++) {
            if (Double.isNaN(low[from]) || Double.isNaN(high[from])) {
                continue;
            }
            int to = from;
            while (to < x.length && !Double.isNaN(low[to]) && !Double.isNaN(high[to])) {
                path.append(to == from ? 'M' : 'L').append(number(x[to])).append(' ').append(number(high[to]));
                to++;
            }
            for (int i = to - 1; i >= from; i--) {
                path.append('L').append(number(x[i])).append(' ').append(number(low[i]));
            }
            path.append(to == from + 1 ? "h.01Z" : "Z");
            from = to;
        }
        return path.toString();
    }
}
