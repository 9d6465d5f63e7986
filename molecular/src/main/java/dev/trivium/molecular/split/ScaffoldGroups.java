package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Identity;
import dev.trivium.molecular.featurize.Scaffold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Rows grouped by scaffold. All molecules without rings are one group. Two scaffolds are one group where the same molecule, written as two
 * tautomers, has both. A row that is no molecule is a group of its own.
 */
final class ScaffoldGroups {

    private final List<int[]> groups;
    private final Identities identities;
    private final int rows;

    private ScaffoldGroups(List<int[]> groups, Identities identities) {
        this.groups = groups;
        this.identities = identities;
        rows = identities.set().size();
    }

    static ScaffoldGroups of(MoleculeSet set) {
        Identities identities = Identities.of(set);
        List<Optional<Scaffold>> scaffolds = Identities.scaffolds(set);
        int[] parent = new int[set.size()];
        Map<Scaffold, Integer> ofScaffold = new HashMap<>();
        Map<Identity, Integer> ofIdentity = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            int row = i;
            scaffolds.get(i).ifPresent(scaffold -> join(parent, ofScaffold.computeIfAbsent(scaffold, s -> row), row));
            if (identities.isMolecule(i)) {
                join(parent, ofIdentity.computeIfAbsent(identities.get(i), s -> row), row);
            }
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            members.computeIfAbsent(root(parent, i), r -> new ArrayList<>()).add(i);
        }
        return new ScaffoldGroups(members.values().stream().map(rows -> rows.stream().mapToInt(Integer::intValue).toArray()).toList(),
                identities);
    }

    private static int root(int[] parent, int row) {
        int root = row;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private static void join(int[] parent, int a, int b) {
        int first = root(parent, a);
        int second = root(parent, b);
        parent[Math.max(first, second)] = Math.min(first, second);
    }

    Identities identities() {
        return identities;
    }

    List<int[]> groups() {
        return groups;
    }

    /**
     * DeepChem's rule: largest group first, of equal ones that whose first row comes last; a group goes into training while it fits there,
     * else into validation while both together leave the test its share, else into the test.
     */
    Allotment bySize(Shares shares) {
        List<int[]> sorted = new ArrayList<>(groups);
        sorted.sort(Comparator.comparingInt((int[] group) -> group.length).thenComparingInt(group -> group[0]).reversed());
        double trainingEnd = shares.training() * rows;
        double validationEnd = (shares.training() + shares.validation()) * rows;
        Allotment allotment = new Allotment();
        for (int[] group : sorted) {
            if (allotment.size(0) + group.length <= trainingEnd) {
                allotment.add(0, group);
            } else {
                allotment.add(allotment.size(0) + allotment.size(1) + group.length <= validationEnd ? 1 : 2, group);
            }
        }
        return allotment;
    }

    /**
     * Chemprop's balanced rule: groups larger than half of the validation or test share first, then the others, both in random order; a group
     * goes into the first part that it fits into, else into the test.
     */
    Allotment balanced(Shares shares, long seed) {
        double[] room = {shares.training() * rows, shares.validation() * rows};
        double large = Math.min(shares.validation() > 0 ? room[1] : rows, shares.test() > 0 ? shares.test() * rows : rows) / 2;
        List<int[]> first = new ArrayList<>(groups.stream().filter(group -> group.length > large).toList());
        List<int[]> then = new ArrayList<>(groups.stream().filter(group -> group.length <= large).toList());
        SplittableRandom random = new SplittableRandom(seed);
        Shuffling.shuffle(first, random);
        Shuffling.shuffle(then, random);
        first.addAll(then);
        Allotment allotment = new Allotment();
        for (int[] group : first) {
            allotment.add(allotment.size(0) + group.length <= room[0] ? 0 : allotment.size(1) + group.length <= room[1] ? 1 : 2, group);
        }
        return allotment;
    }
}
