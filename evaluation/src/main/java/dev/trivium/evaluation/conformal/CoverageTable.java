package dev.trivium.evaluation.conformal;

import java.util.ArrayList;
import java.util.List;

/**
 * How many truths fell inside, over all points and by group.
 *
 * @param nominal the share that is stated
 * @param overall over all points
 * @param groups  by one property of the points, in its order
 */
public record CoverageTable(double nominal, CoverageRow overall, List<CoverageRow> groups) {

    /** Copies the groups. */
    public CoverageTable {
        Shares.require(nominal);
        groups = List.copyOf(groups);
    }

    /** {@return sentences on what is off: all points first, then each group; none where nothing is known to be off} */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        overall.sentence(nominal).ifPresent(sentences::add);
        groups.forEach(group -> group.sentence(nominal).ifPresent(sentences::add));
        return sentences;
    }
}
