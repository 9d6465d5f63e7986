package dev.trivium.evaluation.conformal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link ConformalIntervals} as JSON-like values. */
final class IntervalDescription {

    private static final Set<String> ENTRIES = Set.of("tails", "shares", "groups", "all");
    private static final Set<String> NAMED = Set.of("name", "points", "low", "high");
    private static final Set<String> FALLEN_BACK = Set.of("name", "points");
    private static final Set<String> TOGETHER = Set.of("points", "low", "high");

    private IntervalDescription() {}

    static Map<String, Object> write(Tails tails, List<Double> shares, List<String> names, List<GroupReach> groups, GroupReach all) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("tails", tails.word());
        map.put("shares", shares);
        List<Map<String, Object>> described = new ArrayList<>();
        for (int g = 0; g < names.size(); g++) {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("name", names.get(g));
            described.add(reach(groups.get(g), group));
        }
        map.put("groups", described);
        map.put("all", reach(all, new LinkedHashMap<>()));
        return map;
    }

    private static Map<String, Object> reach(GroupReach reach, Map<String, Object> map) {
        map.put("points", reach.points());
        if (reach.isOwn()) {
            map.put("low", reach.offsets().stream().map(Offsets::low).toList());
            map.put("high", reach.offsets().stream().map(Offsets::high).toList());
        }
        return map;
    }

    static ConformalIntervals read(Map<String, Object> map) {
        Described.requireEntries("intervals", map, ENTRIES);
        Tails tails = Described.entry(map, "tails", Tails::of);
        List<Double> shares = Described.entry(map, "shares", value -> Shares.require(Described.numbers(value)));
        List<String> names = new ArrayList<>();
        List<GroupReach> groups = Described.entry(map, "groups", value -> {
            List<GroupReach> read = new ArrayList<>();
            for (Object one : Described.list(value)) {
                Map<?, ?> group = Described.map(one);
                boolean own = group.containsKey("low");
                Described.requireEntries("group " + read.size(), group, own ? NAMED : FALLEN_BACK);
                names.add(Described.entry(group, "name", Described::text));
                read.add(own ? reach(group, shares.size(), tails.fewest(shares.get(shares.size() - 1)))
                        : GroupReach.none(Described.entry(group, "points", Described::count)));
            }
            ConformalIntervals.requireDifferent(names);
            return read;
        });
        GroupReach all = Described.entry(map, "all", value -> {
            Map<?, ?> group = Described.map(value);
            Described.requireEntries("all", group, TOGETHER);
            return reach(group, shares.size(), tails.fewest(shares.get(shares.size() - 1)));
        });
        return new ConformalIntervals(tails, shares, names, groups, all);
    }

    private static GroupReach reach(Map<?, ?> map, int shares, int fewest) {
        int points = Described.entry(map, "points", Described::count);
        if (points < fewest) {
            throw new IllegalArgumentException("points must be at least " + fewest + " for the shares, got " + points);
        }
        List<Double> low = Described.entry(map, "low", Described::numbers);
        List<Double> high = Described.entry(map, "high", Described::numbers);
        if (low.size() != shares || high.size() != shares) {
            throw new IllegalArgumentException("low and high must have a number for each of " + shares + " shares, got " + low.size() + " and "
                    + high.size());
        }
        List<Offsets> offsets = new ArrayList<>();
        for (int q = 0; q < shares; q++) {
            offsets.add(new Offsets(low.get(q), high.get(q)));
        }
        return new GroupReach(points, offsets);
    }
}
