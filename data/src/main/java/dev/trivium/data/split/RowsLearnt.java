package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a fitted model's provenance says of the rows it learnt from and was chosen by, held against the rows of a split. */
public final class RowsLearnt {

    private final Split split;
    private final Map<String, Object> provenance;
    private final List<SeriesSet> wholes;

    /**
     * @param provenance of a model, which may tell {@code data}, {@code chosen} and {@code calibrated} with their SHA-256 and bytes
     */
    public RowsLearnt(Split split, Map<String, Object> provenance) {
        this(split, provenance, split.whole());
    }

    /**
     * @param truth the split series with the cells that are hidden in it
     */
    public RowsLearnt(Split split, Map<String, Object> provenance, SeriesSet truth) {
        this.split = split;
        this.provenance = provenance;
        wholes = truth == split.whole() ? List.of(truth) : List.of(split.whole(), truth);
    }

    /** {@return what provenance says of rows: their SHA-256, and their size in bytes, from which their number follows} */
    public static Map<String, Object> describe(SeriesSet rows) {
        return Map.of("sha256", rows.sha256(), "bytes", (long) rows.length() * rows.width() * Double.BYTES);
    }

    /** {@return whether nothing was learnt from rows of this series, as with weights that are used as they are} */
    public boolean zeroShot() {
        return !(provenance.get("data") instanceof Map<?, ?>) && provenance.containsKey("weights");
    }

    /** {@return whether it is told which rows were learnt from} */
    public boolean told() {
        return provenance.get("data") instanceof Map<?, ?>;
    }

    /** {@return whether it is told which rows chose the epoch or settings} */
    public boolean chosenTold() {
        return provenance.get("chosen") instanceof Map<?, ?>;
    }

    /** {@return why the rows are not the training rows, or rows before them; empty if they are} */
    public List<String> elsewhere() {
        return fault("data", "was fitted on", split.train().series());
    }

    /** {@return why the rows that chose the epoch are not the validation rows; empty if they are} */
    public List<String> chosenElsewhere() {
        return fault("chosen", "was chosen by", split.validation().series());
    }

    /** {@return why the rows that calibrated intervals are not those of this split; empty if they are, or if it is not told} */
    public List<String> calibratedElsewhere() {
        return fault("calibrated", "was calibrated on", split.calibration().map(CalibrationView::series).orElse(split.validation().series()));
    }

    private List<String> fault(String entry, String did, SeriesSet own) {
        if (!(provenance.get(entry) instanceof Map<?, ?> data) || own.sha256().equals(data.get("sha256"))) {
            return List.of();
        }
        SeriesSet whole = split.whole();
        Optional<Integer> rows = rows(data, whole.width()).filter(count -> count > 0 && count <= whole.length());
        if (rows.isPresent() && wholes.stream().anyMatch(series -> series.rows(0, rows.get()).sha256().equals(data.get("sha256")))) {
            int first = split.test().from();
            int shared = Math.min(rows.get(), split.test().to()) - first;
            return shared <= 0 ? List.of() : List.of(String.format(Locale.ROOT, "%s rows up to %s of this very series, %,d of them test rows", did,
                    whole.time().label(rows.get() - 1), shared));
        }
        return List.of(did + " rows that are not those of this split, by their SHA-256; test rows among them cannot be excluded");
    }

    private static Optional<Integer> rows(Map<?, ?> data, int width) {
        return data.get("bytes") instanceof Number bytes && bytes.longValue() % (8L * width) == 0
                ? Optional.of((int) Math.min(Integer.MAX_VALUE, bytes.longValue() / (8L * width))) : Optional.empty();
    }
}
