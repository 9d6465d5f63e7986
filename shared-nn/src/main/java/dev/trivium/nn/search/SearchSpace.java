package dev.trivium.nn.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Hyper-parameters and the values they may take. A parameter may depend on a choice: it then has a value only where that was made. */
public final class SearchSpace {

    private record Entry(Parameter parameter, Optional<Condition> condition) {}

    private record Condition(String choice, Object value) {}

    private final Map<String, Entry> entries;

    private SearchSpace(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** {@return a space of parameters that depend on nothing} */
    public static SearchSpace of(Parameter... parameters) {
        SearchSpace space = new SearchSpace(new LinkedHashMap<>());
        for (Parameter parameter : parameters) {
            space = space.with(parameter);
        }
        return space;
    }

    /** {@return this space with one more parameter} */
    public SearchSpace with(Parameter parameter) {
        return put(parameter, Optional.empty());
    }

    /**
     * {@return this space with a parameter that has a value only where a choice was made}
     *
     * @param choice the name of a {@link Choice} that is there already
     * @param value one of its values
     */
    public SearchSpace with(Parameter parameter, String choice, Object value) {
        Entry parent = entries.get(choice);
        if (parent == null || !(parent.parameter() instanceof Choice) || !parent.parameter().holds(value)) {
            throw new IllegalArgumentException(parameter.name() + " must depend on a value of a choice that comes before it, got " + choice + "=" + value);
        }
        return put(parameter, Optional.of(new Condition(choice, value)));
    }

    private SearchSpace put(Parameter parameter, Optional<Condition> condition) {
        Map<String, Entry> more = new LinkedHashMap<>(entries);
        if (more.put(parameter.name(), new Entry(parameter, condition)) != null) {
            throw new IllegalArgumentException("parameters must have different names, got " + parameter.name() + " twice");
        }
        return new SearchSpace(more);
    }

    /** {@return this space, followed by the parameters of another one with all they depend on} */
    public SearchSpace with(SearchSpace others) {
        SearchSpace space = this;
        for (Entry entry : others.entries.values()) {
            space = space.put(entry.parameter(), entry.condition());
        }
        return space;
    }

    /** {@return the parameters, in order} */
    public List<Parameter> parameters() {
        return entries.values().stream().map(Entry::parameter).toList();
    }

    /** {@return the parameter of a name} */
    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::parameter);
    }

    /** {@return whether a parameter has a value beside these settings} */
    boolean active(Parameter parameter, Settings settings) {
        return entry(parameter).condition().map(c -> c.value().equals(settings.values().get(c.choice()))).orElse(true);
    }

    private Entry entry(Parameter parameter) {
        return java.util.Objects.requireNonNull(entries.get(parameter.name()));
    }

    /** {@return settings drawn at random} */
    public Settings draw(SplittableRandom random) {
        Settings settings = Settings.none();
        for (Parameter parameter : parameters()) {
            Object value = parameter.draw(random); // drawn even where it has no value, so that the numbers that follow do not depend on it
            settings = active(parameter, settings) ? settings.withValue(parameter.name(), value) : settings;
        }
        return settings;
    }

    /** {@return at most how many different settings there are; {@link Long#MAX_VALUE} if there is no end to them} */
    public long size() {
        long size = 1;
        for (Parameter parameter : parameters()) {
            long values = parameter.size();
            size = size > Long.MAX_VALUE / values ? Long.MAX_VALUE : size * values;
        }
        return size;
    }

    /** {@return such settings with a value from outside of its range where it may be, the default recipe's; names and kinds are checked} */
    Settings checked(Map<String, ?> values, String what) {
        Settings settings = Settings.none();
        for (Parameter parameter : parameters()) {
            if (!active(parameter, settings)) {
                continue;
            }
            Object value = Values.like(parameter, values.get(parameter.name()), what);
            settings = settings.withValue(parameter.name(), value);
        }
        if (settings.values().size() != values.size()) {
            throw new IllegalArgumentException(what + " must have values of " + settings.values().keySet() + " alone, got " + values.keySet());
        }
        return settings;
    }

    /**
     * {@return the settings that {@code NAME=VALUE} texts change, in which values from outside of a range are allowed}
     *
     * @throws IllegalArgumentException if there is no such parameter, or it takes no such value
     */
    public Settings parse(Settings standard, Map<String, String> texts) {
        Map<String, Object> values = new LinkedHashMap<>(standard.values());
        texts.forEach((name, text) -> values.put(name, Values.parsed(require(name), text)));
        Map<String, Object> active = new LinkedHashMap<>();
        Settings sofar = Settings.none();
        for (Parameter parameter : parameters()) {
            Object value = values.get(parameter.name());
            if (active(parameter, sofar) && value != null) {
                sofar = sofar.withValue(parameter.name(), value);
                active.put(parameter.name(), value);
            } else if (texts.containsKey(parameter.name())) {
                throw new IllegalArgumentException(parameter.name() + " must be left out beside " + sofar + ", got " + texts.get(parameter.name()));
            }
        }
        return checked(active, "settings");
    }

    private Parameter require(String name) {
        return parameter(name).orElseThrow(() -> new IllegalArgumentException("parameter must be one of "
                + String.join(", ", entries.keySet()) + ", got " + name));
    }

    /**
     * {@return this space, narrower}
     *
     * @param rules by name: a value to fix it, a list of values to choose from, or {@code {"low": …, "high": …}}
     * @throws IllegalArgumentException naming the parameter, if there is none of that name or it does not take such values
     */
    public SearchSpace narrowed(Map<String, ?> rules) {
        Map<String, Entry> narrower = new LinkedHashMap<>(entries);
        rules.forEach((name, rule) -> narrower.put(name, new Entry(Values.narrowed(require(name), rule),
                java.util.Objects.requireNonNull(entries.get(name)).condition())));
        return new SearchSpace(narrower);
    }

    /** {@return settings with the values that this space leaves no choice about; a parameter that gets a value by that begins with one at random} */
    Settings fixed(Settings settings) {
        Settings fixed = Settings.none();
        SplittableRandom random = new SplittableRandom(0);
        for (Parameter parameter : parameters()) {
            Object value = settings.values().get(parameter.name());
            if (active(parameter, fixed)) {
                boolean keep = value != null && (parameter.size() > 1 || parameter.holds(value));
                fixed = fixed.withValue(parameter.name(), keep && value != null ? value : parameter.draw(random));
            }
        }
        return fixed;
    }

    /** {@return parameters by name as JSON-like entries} */
    public Map<String, Object> describe() {
        Map<String, Object> map = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            Map<String, Object> description = entry.parameter().describe();
            entry.condition().ifPresent(condition -> description.put("where", Map.of(condition.choice(), condition.value())));
            map.put(name, description);
        });
        return map;
    }

    /** {@return one line per parameter} */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        int width = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
        entries.forEach((name, entry) -> lines.add(name + " ".repeat(width - name.length() + 2) + entry.parameter().text()
                + entry.condition().map(c -> " (where " + c.choice() + " is " + Settings.text(c.value()) + ")").orElse("")));
        return lines;
    }

    @Override
    public String toString() {
        return text().stream().collect(Collectors.joining("; "));
    }
}
