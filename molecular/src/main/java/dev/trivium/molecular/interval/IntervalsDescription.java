package dev.trivium.molecular.interval;

import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.LabelSets;
import dev.trivium.molecular.TaskKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** {@link MoleculeIntervals} as plain texts and numbers. */
final class IntervalsDescription {

    private static final Set<String> ENTRIES = Set.of("kind", "shares", "scaffolds", "tasks", "molecules");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_SHARES = 100;

    private IntervalsDescription() {}

    static Map<String, Object> of(MoleculeIntervals intervals) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", word(intervals.kind()));
        map.put("shares", intervals.shares());
        map.put("scaffolds", intervals.scaffolds().describe());
        map.put("tasks", intervals.rules().stream().map(TaskRule::describe).toList());
        map.put("molecules", intervals.sha256());
        return map;
    }

    private static String word(TaskKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static MoleculeIntervals parse(Object description, TaskKind kind, List<String> tasks) {
        Map<String, Object> map = object("intervals", description);
        requireEntries("intervals", map, ENTRIES);
        if (!word(kind).equals(map.get("kind"))) {
            throw new IllegalArgumentException("kind of intervals must be " + word(kind) + ", got " + shown(map.get("kind")));
        }
        List<Double> shares = shares(map.get("shares"));
        List<?> described = list("tasks", map.get("tasks"));
        if (described.size() != tasks.size()) {
            throw new IllegalArgumentException("tasks of intervals must be the " + tasks.size() + " of the model, got " + described.size());
        }
        List<TaskRule> rules = new ArrayList<>();
        for (Object one : described) {
            TaskRule rule = rule(object("tasks", one), kind);
            if (!shares.containsAll(rule.shares())) {
                throw new IllegalArgumentException("shares of a task must be among " + shares + ", got " + rule.shares());
            }
            rules.add(rule);
        }
        if (!(map.get("molecules") instanceof String molecules) || !SHA256.matcher(molecules).matches()) {
            throw new IllegalArgumentException("molecules of intervals must be a SHA-256 of 64 hexadecimal digits, got "
                    + shown(map.get("molecules")));
        }
        return new MoleculeIntervals(kind, shares, KnownScaffolds.parse(list("scaffolds", map.get("scaffolds"))), tasks, rules, molecules);
    }

    private static TaskRule rule(Map<String, Object> map, TaskKind kind) {
        if (kind == TaskKind.CLASSIFICATION) {
            requireEntries("a task", map, Set.of("points", "sets"));
            return new LabelRule(count(map.get("points")), list("sets", map.get("sets")).stream().map(IntervalsDescription::sets).toList());
        }
        boolean has = map.containsKey("intervals");
        requireEntries("a task", map, has ? Set.of("points", "difficulty", "intervals") : Set.of("points", "difficulty"));
        Optional<ConformalIntervals> reach = has ? Optional.of(ConformalIntervals.of(object("intervals", map.get("intervals")))) : Optional.empty();
        reach.filter(r -> !r.groups().equals(KnownScaffolds.GROUPS)).ifPresent(r -> {
            throw new IllegalArgumentException("groups of intervals must be " + KnownScaffolds.GROUPS + ", got " + shown(r.groups()));
        });
        return new NumberRule(count(map.get("points")), Difficulty.parse(map.get("difficulty")), reach);
    }

    private static LabelSets sets(Object described) {
        LabelSets sets = LabelSets.of(object("sets", described));
        if (!sets.labels().equals(LabelRule.LABELS) || sets.shares().size() != 1 || !sets.isByLabel()) {
            throw new IllegalArgumentException("sets must be by label, of one share and the labels 0 and 1, got " + shown(sets.shares()) + " and "
                    + shown(sets.labels()));
        }
        return sets;
    }

    static List<Double> shares(Object value) {
        List<Double> shares = new ArrayList<>();
        double before = 0;
        for (Object one : list("shares", value)) {
            double share = one instanceof Number number ? number.doubleValue() : Double.NaN;
            if (!(share > before && share < 1)) {
                throw new IllegalArgumentException("shares must rise within (0, 1), got " + shown(value));
            }
            shares.add(share);
            before = share;
        }
        if (shares.isEmpty() || shares.size() > MOST_SHARES) {
            throw new IllegalArgumentException("shares must be 1 to " + MOST_SHARES + " numbers, got " + shares.size());
        }
        return shares;
    }

    private static int count(Object value) {
        if (value instanceof Number number && number.doubleValue() == number.intValue() && number.intValue() >= 0) {
            return number.intValue();
        }
        throw new IllegalArgumentException("points must be a whole number of at least 0, got " + shown(value));
    }

    private static void requireEntries(String what, Map<String, ?> map, Set<String> names) {
        if (!map.keySet().equals(names)) {
            throw new IllegalArgumentException("entries of " + what + " must be " + new TreeSet<>(names) + ", got " + shown(map.keySet()));
        }
    }

    private static List<?> list(String name, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + " must be a list, got " + shown(value));
    }

    private static Map<String, Object> object(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(name + " must hold objects, got " + shown(value));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, entry) -> {
            if (entry == null) {
                throw new IllegalArgumentException(name + " must have a value for " + shown(key) + ", got null");
            }
            object.put(String.valueOf(key), entry);
        });
        return object;
    }

    private static String shown(Object value) {
        return TextStart.of(String.valueOf(value));
    }
}
