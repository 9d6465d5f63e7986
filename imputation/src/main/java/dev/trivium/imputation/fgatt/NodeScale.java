package dev.trivium.imputation.fgatt;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.graph.NodeLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean and standard deviation of each column's visible training values. A constant column has deviation 1. A column without any value takes
 * the averages over the other nodes of its channel; a channel without any is refused.
 */
final class NodeScale {

    private NodeScale() {}

    /** {@return the scale of training rows, NaN where missing} */
    static Standardiser fit(SeriesSet rows, NodeLayout layout) {
        int width = rows.width();
        double[] means = new double[width];
        double[] deviations = new double[width];
        for (int s = 0; s < width; s++) {
            moments(rows, s, means, deviations);
        }
        int channels = layout.channels().size();
        for (int c = 0; c < channels; c++) {
            borrow(layout, c, means, deviations);
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("names", rows.names());
        description.put("means", boxed(means));
        description.put("deviations", boxed(deviations));
        return Standardiser.parse(description);
    }

    private static void moments(SeriesSet rows, int s, double[] means, double[] deviations) {
        int count = 0;
        double mean = 0;
        double squares = 0;
        for (int t = 0; t < rows.length(); t++) {
            double value = rows.value(t, s);
            if (!Double.isNaN(value)) {
                count++;
                double change = value - mean;
                mean += change / count;
                squares += change * (value - mean);
            }
        }
        means[s] = count == 0 ? Double.NaN : mean;
        double deviation = Math.sqrt(squares / Math.max(1, count));
        deviations[s] = deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 1;
    }

    private static void borrow(NodeLayout layout, int channel, double[] means, double[] deviations) {
        List<Integer> known = new ArrayList<>();
        List<Integer> unknown = new ArrayList<>();
        int[] columns = layout.columns();
        for (int at = channel; at < columns.length; at += layout.channels().size()) {
            if (columns[at] >= 0) {
                (Double.isNaN(means[columns[at]]) ? unknown : known).add(columns[at]);
            }
        }
        if (known.isEmpty()) {
            throw new IllegalArgumentException("train must hold a value of channel " + layout.channels().get(channel) + " at one node or more, got none");
        }
        double mean = known.stream().mapToDouble(s -> means[s]).average().orElseThrow();
        double deviation = known.stream().mapToDouble(s -> deviations[s]).average().orElseThrow();
        for (int s : unknown) {
            means[s] = mean;
            deviations[s] = deviation;
        }
    }

    private static List<Double> boxed(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
