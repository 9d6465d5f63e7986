package dev.trivium.imputation.golden;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series as JSON: all digits of a double, null for a missing value. */
final class GoldenJson {

    static final ObjectMapper JSON = new ObjectMapper();

    private GoldenJson() {}

    static Map<String, Object> describe(SeriesSet series) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("time", series.time().describe());
        map.put("variables", series.variables().stream().map(v -> List.of(v.name(), v.unit().orElse(""))).toList());
        map.put("values", values(series.toArray()));
        return map;
    }

    static List<Double> values(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(Double.isNaN(value) ? null : value);
        }
        return list;
    }

    static double[] values(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).isNull() ? Double.NaN : node.get(i).doubleValue();
        }
        return values;
    }

    static SeriesSet series(JsonNode node) {
        List<Variable> variables = new ArrayList<>();
        node.get("variables").forEach(v -> variables.add(
                new Variable(v.get(0).textValue(), Optional.of(v.get(1).textValue()).filter(unit -> !unit.isEmpty()))));
        TimeAxis time = TimeAxis.parse(JSON.convertValue(node.get("time"), new TypeReference<Map<String, Object>>() {}));
        return SeriesSet.of(time, variables, values(node.get("values")));
    }
}
