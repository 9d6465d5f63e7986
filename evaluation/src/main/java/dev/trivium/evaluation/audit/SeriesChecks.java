package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks of the numbers themselves, whoever is scored on them. */
public final class SeriesChecks {

    private static final int SHOWN = 5;
    private final SeriesRows rows;

    /** @param rows whole, with the truth of hidden cells */
    public SeriesChecks(SeriesRows rows) {
        this.rows = rows;
    }

    /** {@return whether columns were scaled with statistics of more than the training rows} */
    public Check scaling() {
        return Check.of(CheckName.SCALED_ON_ALL_ROWS, String.format(Locale.ROOT, "mean, deviation, least, greatest, median and quartiles of %d columns over "
                + "all rows and over training rows", rows.width()), shown(new RowScaling(rows).found()));
    }

    /** {@return whether test rows occur in earlier parts} */
    public Check repeats() {
        return new RowRepeats(rows).check();
    }

    /**
     * {@return whether a column tells what another one will be}
     *
     * @param known   columns whose future values are given, by name
     * @param horizon rows that are forecast
     */
    public Check futureColumns(Set<String> known, int horizon) {
        List<Integer> numbers = new ArrayList<>();
        for (int s = 0; s < rows.width(); s++) {
            if (known.contains(rows.name(s))) {
                numbers.add(s);
            }
        }
        if (rows.width() == 1) {
            return Check.of(CheckName.FUTURE_COLUMNS, "1 column, which has none beside it", List.of());
        }
        ColumnLeads leads = new ColumnLeads(rows, Set.copyOf(numbers), horizon - 1);
        return Check.of(CheckName.FUTURE_COLUMNS, leads.looked(), shown(leads.found()));
    }

    /** {@return whether a column shows what is hidden in another one} */
    public Check twinColumns() {
        if (rows.width() == 1) {
            return Check.of(CheckName.TWIN_COLUMNS, "1 column, which has none beside it", List.of());
        }
        ColumnLeads leads = new ColumnLeads(rows, Set.of(), 0);
        return Check.of(CheckName.TWIN_COLUMNS, leads.looked(), shown(leads.twins()));
    }

    /** {@return how much lies on straight lines, as a hint of interpolated gaps; a violation where a line crosses the border of two parts} */
    public Check straightStretches() {
        return StraightRuns.check(rows);
    }

    private static List<String> shown(List<String> found) {
        if (found.size() <= SHOWN) {
            return found;
        }
        List<String> shown = new ArrayList<>(found.subList(0, SHOWN));
        shown.add("and " + (found.size() - SHOWN) + " more like these");
        return shown;
    }
}
