package dev.trivium.data.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.HeaderRule;
import dev.trivium.data.csv.TimeRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code reading} of a data set in {@code catalog.json}. */
final class ReadingHints {

    private ReadingHints() {}

    static Reading read(JsonNode node) throws IOException {
        CatalogReader.allow(node, Set.of(
                "file", "time", "format", "rule", "header", "delimiter", "decimal", "missing", "columns", "units", "split"));
        Optional<SplitRule> split = CatalogReader.optional(node, "split").map(rule -> SplitRule.valueOf(CatalogReader.constant(rule)));
        CsvOptions options = dialect(node, time(node, CsvOptions.defaults()))
                .withColumns(texts(node.path("columns"))).withUnits(units(node.path("units")));
        return new Reading(CatalogReader.text(node, "file"), options, split);
    }

    private static CsvOptions time(JsonNode node, CsvOptions options) throws IOException {
        CsvOptions timed = options.withTimeColumns(texts(node.path("time")).toArray(String[]::new));
        Optional<String> format = CatalogReader.optional(node, "format");
        Optional<String> rule = CatalogReader.optional(node, "rule");
        timed = format.isPresent() ? timed.withTimeFormat(format.get()) : timed;
        return rule.isPresent() ? timed.withTimeRule(TimeRule.valueOf(CatalogReader.constant(rule.get()))) : timed;
    }

    private static CsvOptions dialect(JsonNode node, CsvOptions options) throws IOException {
        CsvOptions written = options.withMissing(texts(node.path("missing")).toArray(String[]::new));
        Optional<String> header = CatalogReader.optional(node, "header");
        Optional<String> delimiter = CatalogReader.optional(node, "delimiter");
        Optional<String> decimal = CatalogReader.optional(node, "decimal");
        written = header.isPresent() ? written.withHeader(HeaderRule.valueOf(CatalogReader.constant(header.get()))) : written;
        written = delimiter.isPresent() ? written.withDelimiter(delimiter.get().charAt(0)) : written;
        return decimal.isPresent() ? written.withDecimal(decimal.get().charAt(0)) : written;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    static Map<String, String> units(JsonNode object) {
        Map<String, String> units = new LinkedHashMap<>();
        object.properties().forEach(unit -> units.put(unit.getKey(), unit.getValue().textValue()));
        return units;
    }
}
