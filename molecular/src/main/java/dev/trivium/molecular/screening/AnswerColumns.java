package dev.trivium.molecular.screening;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns that an answer adds: for every task {@code TASK_predicted}, or {@code TASK_probability} of yes in classification, and
 * {@code TASK_spread} where the model tells of one; of a calibrated model {@code TASK_lower80} and {@code TASK_upper80}, or {@code TASK_set80} in
 * classification, for 80 % and likewise for its other shares: a set is {@code {}}, {@code {0}}, {@code {1}} or {@code {0,1}}; {@code outcome}, which is {@code ok} or {@code refused}; and {@code note}, the reason of
 * a refusal or what else is to know of the row; and, where it is wanted, those of {@link NearestColumns} before these two. Numbers have the digits of float32; those of a refused row are empty.
 */
public final class AnswerColumns {

    /** The column that says how a row was answered. */
    public static final String OUTCOME = "outcome";
    /** The column that says why. */
    public static final String NOTE = "note";

    private static final String PROBE = "C";

    private final List<String> names;
    private final boolean spread;
    private final boolean numbers;
    private final List<Double> shares;

    private AnswerColumns(List<String> names, boolean spread, boolean numbers, List<Double> shares) {
        this.names = names;
        this.spread = spread;
        this.numbers = numbers;
        this.shares = shares;
    }

    /** {@return the columns of a model's answers} Whether it tells of a spread, its answer for methane says. */
    static AnswerColumns of(PropertyPredictor predictor, List<Double> shares, Optional<NearestColumns> nearest) {
        Prediction probe = predictor.predict(List.of(PROBE)).get(0);
        boolean spread = probe instanceof Prediction.Made made && !Double.isNaN(made.spread()[0]);
        boolean numbers = predictor.spec().kind() == TaskKind.REGRESSION;
        String value = numbers ? "_predicted" : "_probability";
        List<String> names = new ArrayList<>();
        for (String task : predictor.tasks()) {
            names.add(task + value);
            if (spread) {
                names.add(task + "_spread");
            }
            for (double share : shares) {
                String percent = BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
                names.addAll(numbers ? List.of(task + "_lower" + percent, task + "_upper" + percent) : List.of(task + "_set" + percent));
            }
        }
        nearest.ifPresent(columns -> names.addAll(columns.names()));
        names.add(OUTCOME);
        names.add(NOTE);
        return new AnswerColumns(List.copyOf(names), spread, numbers, shares);
    }

    List<String> header(List<String> given) {
        names.stream().filter(given::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("file must not have the column " + name + ", which the answers add");
        });
        List<String> header = new ArrayList<>(given);
        header.addAll(names);
        return header;
    }

    /** {@return the cells of a row, brought to {@code width} where a fault left too few or too many, and its answer; {@code beside} are the cells of the nearest} */
    List<String> record(List<String> cells, int width, Prediction prediction, List<String> beside) {
        List<String> record = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (record.size() < width) {
            record.add("");
        }
        double[] values = prediction.values();
        for (int task = 0; task < values.length; task++) {
            record.add(number(values[task]));
            if (spread) {
                record.add(prediction instanceof Prediction.Made made ? number(made.spread()[task]) : "");
            }
            for (double share : shares) {
                ranges(record, prediction, task, share);
            }
        }
        record.addAll(beside);
        record.add(prediction.refusal().isPresent() ? "refused" : "ok");
        record.add(prediction.refusal().orElseGet(() -> prediction instanceof Prediction.Made made ? String.join("; ", made.notes()) : ""));
        return record;
    }

    private void ranges(List<String> record, Prediction prediction, int task, double share) {
        if (numbers) {
            Interval interval = prediction.interval(task, share).orElse(Interval.UNKNOWN);
            record.add(number(interval.low()));
            record.add(number(interval.high()));
        } else {
            record.add(prediction.labels(task, share).map(set -> set.stream().sorted().map(String::valueOf)
                    .collect(Collectors.joining(",", "{", "}"))).orElse(""));
        }
    }

    static String number(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
