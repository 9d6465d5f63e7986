package dev.trivium.reproduce.intervals;

import java.util.List;
import java.util.stream.Collectors;

/** All cases, in the order of the tables. */
final class Cases {

    private static final List<Case> ALL = List.of(new ForecastCase("ETTh1", 24), new ForecastCase("ETTh1", 96), new MoleculeCase(true),
            new MoleculeCase(false), new GapCase());

    private Cases() {}

    static List<Case> all() {
        return ALL;
    }

    static Case parse(String title) {
        return ALL.stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow(() -> new IllegalArgumentException("case must be one of "
                + ALL.stream().map(Case::title).collect(Collectors.joining(", ")) + ", got " + title));
    }
}
