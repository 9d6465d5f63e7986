package dev.trivium.cli.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A replay for machines. */
final class OutcomeJson {

    private OutcomeJson() {}

    static Map<String, @Nullable Object> of(Outcome outcome, double tolerance) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("verdict", outcome.verdict(tolerance).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        map.put("command", OutcomeText.command(outcome.then()));
        map.put("tolerance", tolerance);
        map.put("fingerprint", Map.of("recorded", outcome.then().fingerprint(), "replayed", outcome.now().fingerprint()));
        map.put("environment", Map.of("recorded", outcome.then().environment(), "replayed", outcome.now().environment()));
        map.put("elsewhere", outcome.environment());
        map.put("changed", outcome.setting());
        map.put("tensors", outcome.tensors().stream().map(OutcomeJson::tensor).toList());
        map.put("numbersCompared", outcome.scores().compared());
        map.put("scores", outcome.scores().numbers().stream().map(OutcomeJson::number).toList());
        map.put("others", List.copyOf(outcome.scores().others()));
        return map;
    }

    private static Map<String, @Nullable Object> tensor(TensorDifference tensor) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", tensor.name());
        if (!tensor.what().isEmpty()) {
            map.put("what", tensor.what());
            return map;
        }
        map.put("values", tensor.of());
        map.put("different", tensor.elements());
        map.put("largestDifference", tensor.absolute());
        map.put("shareOfLargest", tensor.share());
        return map;
    }

    private static Map<String, @Nullable Object> number(ScoreDifferences.Number number) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", number.name());
        map.put("recorded", number.then());
        map.put("replayed", number.now());
        map.put("difference", number.absolute());
        map.put("share", number.share());
        return map;
    }
}
