package dev.trivium.timeseries.interval;

import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Intervals in a model file: an entry {@code intervals} of {@code preprocessing.json}, and the tensors {@code intervals.low} and
 * {@code intervals.high}, (share, step, series) in the units of the series. A file without them is that of a model without intervals.
 */
public final class SavedIntervals {

    private static final String ENTRY = "intervals";
    private static final String PREFIX = "intervals.";
    private static final String LOW = "intervals.low";
    private static final String HIGH = "intervals.high";
    private static final Set<String> NAMES = Set.of("around", "from", "pooled", "shares", "tails", "to", "windows");

    private SavedIntervals() {}

    /** {@return the contents of a model with its intervals beside them} */
    static ModelContents with(ModelContents base, ForecastIntervals intervals) {
        CalibrationFacts facts = intervals.facts();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("around", facts.onQuantiles() ? "quantiles" : "mean");
        entry.put("from", facts.from());
        entry.put("pooled", facts.pooled());
        entry.put("shares", facts.shares());
        entry.put("tails", facts.tails().name().toLowerCase(Locale.ROOT));
        entry.put("to", facts.to());
        entry.put("windows", facts.windows());
        Map<String, @Nullable Object> preprocessing = new TreeMap<>(base.preprocessing());
        preprocessing.put(ENTRY, entry);
        Reach reach = intervals.reach();
        long[] shape = {reach.shares(), reach.steps(), reach.series()};
        List<StoredTensor> tensors = new ArrayList<>(base.tensors().values());
        tensors.add(StoredTensor.doubles(LOW, shape, reach.low()));
        tensors.add(StoredTensor.doubles(HIGH, shape, reach.high()));
        return ModelContents.model(base.kind(), base.version(), base.spec(), preprocessing, base.provenance(), tensors);
    }

    /** {@return the contents of the model alone; the same object if it has no intervals} */
    public static ModelContents without(ModelContents contents) {
        if (!contents.preprocessing().containsKey(ENTRY)) {
            return contents; // tensors of intervals without the entry are for the model's reader to refuse
        }
        Map<String, @Nullable Object> preprocessing = new TreeMap<>(contents.preprocessing());
        preprocessing.remove(ENTRY);
        List<StoredTensor> tensors = contents.tensors().values().stream().filter(tensor -> !tensor.name().startsWith(PREFIX)).toList();
        return ModelContents.model(contents.kind(), contents.version(), contents.spec(), preprocessing, contents.provenance(), tensors);
    }

    /**
     * {@return the model with the intervals of its file; the model itself if the file has none}
     *
     * @throws IOException if the intervals are not those of such a model; the message names the file and the entry
     */
    public static Forecaster read(Path file, ModelContents contents, Forecaster base) throws IOException {
        if (!contents.preprocessing().containsKey(ENTRY)) {
            return base;
        }
        CalibrationFacts facts;
        try {
            facts = facts(contents.preprocessing().get(ENTRY));
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, "preprocessing.json", "intervals must be those of a forecaster: " + e.getMessage());
        }
        long[] shape = {facts.shares().size(), base.spec().horizon(), base.variables().size()};
        Set<String> stored = new TreeSet<>();
        contents.tensors().keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(stored::add);
        if (!stored.equals(Set.of(LOW, HIGH))) {
            throw new ModelFileException(file, "weights.safetensors", "must hold the tensors " + LOW + " and " + HIGH + " for intervals, got " + stored);
        }
        return new CalibratedForecaster(base, new ForecastIntervals(facts, new Reach((int) shape[0], (int) shape[1], (int) shape[2],
                values(file, contents, LOW, shape), values(file, contents, HIGH, shape))));
    }

    private static double[] values(Path file, ModelContents contents, String name, long[] shape) throws ModelFileException {
        StoredTensor tensor = contents.tensors().get(name);
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new ModelFileException(file, "weights.safetensors", name + " must have the shape " + Arrays.toString(shape)
                    + " (share, step, series), got " + Arrays.toString(tensor.shape()));
        }
        try {
            double[] values = tensor.toDoubles();
            if (!Arrays.stream(values).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("one is not finite");
            }
            return values;
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new ModelFileException(file, "weights.safetensors", name + " must be numbers of 64 bits: " + e.getMessage());
        }
    }

    private static CalibrationFacts facts(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || !map.keySet().equals(NAMES)) {
            throw new IllegalArgumentException("entries must be " + new TreeSet<>(NAMES) + ", got " + shown(value instanceof Map<?, ?> m ? m.keySet() : value));
        }
        boolean quantiles = map.get("around") instanceof String around && around.equals("quantiles");
        if (!quantiles && !"mean".equals(map.get("around"))) {
            throw new IllegalArgumentException("around must be mean or quantiles, got " + shown(map.get("around")));
        }
        Tails tails = Arrays.stream(Tails.values()).filter(each -> each.name().toLowerCase(Locale.ROOT).equals(map.get("tails"))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tails must be together or apart, got " + shown(map.get("tails"))));
        if (!(map.get("windows") instanceof Long windows) || windows < 1 || windows > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("windows must be a count of at least 1, got " + shown(map.get("windows")));
        }
        return new CalibrationFacts(list(map, "shares", Double.class), tails, quantiles, windows.intValue(), text(map, "from"), text(map, "to"),
                list(map, "pooled", String.class));
    }

    private static String text(Map<?, ?> map, String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name + " must be a text, got " + shown(map.get(name)));
    }

    private static <T> List<T> list(Map<?, ?> map, String name, Class<T> type) {
        List<T> list = new ArrayList<>();
        if (!(map.get(name) instanceof List<?> values) || !values.stream().allMatch(type::isInstance)) {
            throw new IllegalArgumentException(name + " must be a list of " + type.getSimpleName() + ", got " + shown(map.get(name)));
        }
        values.forEach(one -> list.add(type.cast(one)));
        return list;
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
