package dev.trivium.molecular.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows put into three parts, group by group. */
final class Allotment {

    private final List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /** Puts groups, in their order, into the first part until it has its share, then into the second, then into the third. */
    static Allotment inTurn(List<int[]> groups, Shares shares) {
        int rows = groups.stream().mapToInt(group -> group.length).sum();
        long first = Math.round(shares.training() * rows);
        long second = Math.round((shares.training() + shares.validation()) * rows);
        Allotment allotment = new Allotment();
        int done = 0;
        for (int[] group : groups) {
            // a group goes where most of it would lie
            double middle = done + group.length / 2.0;
            allotment.add(middle < first ? 0 : middle < second ? 1 : 2, group);
            done += group.length;
        }
        return allotment;
    }

    void add(int part, int[] group) {
        Arrays.stream(group).forEach(parts.get(part)::add);
    }

    int size(int part) {
        return parts.get(part).size();
    }

    /** The rows of a part, increasing. */
    int[] rows(int part) {
        return parts.get(part).stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
