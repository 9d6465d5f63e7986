package dev.trivium.nn.search;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a study is about.
 *
 * @param identity what every trial shares, such as the model and the hash of the data; JSON-like
 * @param space what may be tried
 * @param standard the settings of the standard recipe, which is the first trial whether the space holds them or not
 * @param strategy what to do next
 * @param seed of everything drawn
 */
public record StudyPlan(Map<String, ?> identity, SearchSpace space, Settings standard, Strategy strategy, long seed) {

    /** Checks that the standard settings are complete. */
    public StudyPlan {
        identity = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        standard = space.checked(standard.values(), "standard settings");
    }

    Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("identity", identity);
        map.put("space", space.describe());
        map.put("standard", standard.values());
        map.put("strategy", strategy.describe());
        map.put("seed", seed);
        return map;
    }
}
