package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;
import java.util.BitSet;

/**
 * A mask that was published as a second table, such as that of AQI-36: hidden is what the truth has and the other table lacks. Nothing is
 * drawn; the seed is not used.
 *
 * @param name    where the mask comes from, for tables
 * @param visible the table with gaps, of the rows and series of the truth
 */
public record Published(String name, SeriesSet visible) implements MissingPattern {

    @Override
    public HiddenMask draw(SeriesSet truth, long seed) {
        if (!truth.time().equals(visible.time()) || !truth.names().equals(visible.names())) {
            throw new IllegalArgumentException("truth must have the rows and series of the published table, " + visible + ", got " + truth);
        }
        BitSet cells = new BitSet();
        for (int t = 0; t < truth.length(); t++) {
            for (int s = 0; s < truth.width(); s++) {
                if (truth.observed(t, s) && !visible.observed(t, s)) {
                    cells.set(t * truth.width() + s);
                }
            }
        }
        return HiddenMask.of(truth, cells, describe(), 0);
    }

    @Override
    public String describe() {
        return "published mask of " + name;
    }
}
