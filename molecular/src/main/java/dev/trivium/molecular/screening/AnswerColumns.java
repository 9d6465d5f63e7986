package dev.trivium.molecular.screening;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns that an answer adds: for every task {@code TASK_predicted}, or {@code TASK_probability} of yes in classification, and
 * {@code TASK_spread} where the model tells of one; {@code outcome}, which is {@code ok} or {@code refused}; and {@code note}, the reason of
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

    private AnswerColumns(List<String> names, boolean spread) {
        this.names = names;
        this.spread = spread;
    }

    /** {@return the columns of a model's answers} Whether it tells of a spread, its answer for methane says. */
    static AnswerColumns of(PropertyPredictor predictor, Optional<NearestColumns> nearest) {
        Prediction probe = predictor.predict(List.of(PROBE)).get(0);
        boolean spread = probe instanceof Prediction.Made made && !Double.isNaN(made.spread()[0]);
        String value = predictor.spec().kind() == TaskKind.CLASSIFICATION ? "_probability" : "_predicted";
        List<String> names = new ArrayList<>();
        for (String task : predictor.tasks()) {
            names.add(task + value);
            if (spread) {
                names.add(task + "_spread");
            }
        }
        nearest.ifPresent(columns -> names.addAll(columns.names()));
        names.add(OUTCOME);
        names.add(NOTE);
        return new AnswerColumns(List.copyOf(names), spread);
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
        }
        record.addAll(beside);
        record.add(prediction.refusal().isPresent() ? "refused" : "ok");
        record.add(prediction.refusal().orElseGet(() -> prediction instanceof Prediction.Made made ? String.join("; ", made.notes()) : ""));
        return record;
    }

    static String number(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
