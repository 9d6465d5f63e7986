package dev.trivium.cli.molecule;

import dev.trivium.cli.option.MoleculeCalibration;
import dev.trivium.cli.terminal.Durations;
import dev.trivium.cli.terminal.Report;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.interval.MoleculeIntervals;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** One line on a fitted model, from its provenance. */
final class FittedText {

    private static final int TASKS_SHOWN = 3;
    private static final int NOTES_SHOWN = 4;

    private final Map<?, ?> metrics;

    private FittedText(Map<?, ?> metrics) {
        this.metrics = metrics;
    }

    static String of(PropertyPredictor fitted) {
        FittedText text = new FittedText(metrics(fitted));
        List<String> tasks = fitted.tasks();
        String names = String.join(", ", tasks.subList(0, Math.min(TASKS_SHOWN, tasks.size())))
                + (tasks.size() > TASKS_SHOWN ? " and " + (tasks.size() - TASKS_SHOWN) + " more" : "");
        return fitted.spec().name() + ", " + fitted.spec().kind().name().toLowerCase(Locale.ROOT) + " of " + names + text.figures();
    }

    /** Adds which intervals or sets a model states, and what could not be had. */
    static void intervals(MoleculeIntervals intervals, Report report) {
        String what = intervals.kind() == TaskKind.REGRESSION ? "intervals" : "sets";
        int most = intervals.points().stream().mapToInt(Integer::intValue).max().orElse(0);
        report.row(what, MoleculeCalibration.percent(intervals.shares()) + ", from " + most + " calibration molecules");
        List<String> notes = intervals.notes();
        notes.stream().limit(NOTES_SHOWN).forEach(note -> report.row("note", note));
        if (notes.size() > NOTES_SHOWN) {
            report.row("note", "and " + (notes.size() - NOTES_SHOWN) + " more such notes");
        }
    }

    /** {@return the metrics that a model was stored with} */
    static Map<?, ?> metrics(PropertyPredictor fitted) {
        return fitted.provenance().get("metrics") instanceof Map<?, ?> map ? map : Map.of();
    }

    private String figures() {
        StringBuilder text = new StringBuilder();
        long networks = values("best.epoch").count();
        if (networks == 1) {
            text.append(String.format(Locale.ROOT, ", best epoch %.0f of %.0f", values("best.epoch").sum(), values("epochs").sum()));
        } else if (networks > 1) {
            text.append(", ").append(networks).append(" networks");
        }
        append(text, "validation.rmse", "RMSE", networks);
        append(text, "validation.auroc", "AUROC", networks);
        double seconds = values("fit.seconds").sum();
        return text.append(seconds > 0 ? ", " + Durations.text(seconds) : "").toString();
    }

    private void append(StringBuilder text, String key, String label, long networks) {
        OptionalDouble mean = values(key).average();
        if (mean.isPresent()) {
            text.append(String.format(Locale.ROOT, ", validation %s %.4f", label, mean.getAsDouble()))
                    .append(networks > 1 ? " on average" : "");
        }
    }

    /** The values of a metric, one per network. */
    private DoubleStream values(String key) {
        return metrics.entrySet().stream()
                .filter(entry -> key.equals(entry.getKey()) || String.valueOf(entry.getKey()).matches("member\\.\\d+\\." + key.replace(".", "\\.")))
                .mapToDouble(entry -> entry.getValue() instanceof Number number ? number.doubleValue() : Double.NaN);
    }
}
