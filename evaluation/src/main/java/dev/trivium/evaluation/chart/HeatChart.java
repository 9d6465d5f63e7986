package dev.trivium.evaluation.chart;

import java.util.List;
import java.util.Locale;

/** Tables of shares as heat maps on one scale of colours, such as how often each expert of a network is used, over time or by series. */
public final class HeatChart implements Chart {

    private static final int WIDTH = 1000;
    private static final double TALLEST = 560;
    private static final double HIGH = 22;
    private static final double BETWEEN = 18;
    private static final double HEADING = 24;
    private static final double AXIS = 40;
    private static final double LABEL = 220;
    private static final double OVERHANG = 14;
    private static final double SIZE = Plot.LABEL_SIZE;
    private final String title;
    private final String source;
    private final String meaning;
    private final String across;
    private final List<HeatPanel> panels;
    private final boolean beside;

    private HeatChart(String title, String source, String meaning, String across, List<HeatPanel> panels, boolean beside) {
        this.title = title;
        this.source = source;
        this.meaning = meaning;
        this.across = across;
        this.panels = List.copyOf(panels);
        this.beside = beside;
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("panels must not be empty, got no panel");
        }
        HeatPanel first = panels.get(0);
        for (HeatPanel panel : panels) {
            boolean fits = beside ? panel.rows().equals(first.rows()) : panel.columns().equals(first.columns());
            if (!fits) {
                throw new IllegalArgumentException("panels must have the same " + (beside ? "rows" : "columns") + ", got others in " + panel.heading()
                        + " than in " + first.heading());
            }
        }
    }

    /**
     * Tables one below the other, which share their columns.
     *
     * @param title what is shown
     * @param source where it comes from, for the foot of the chart; may be empty
     * @param meaning what a colour stands for, such as {@code share of gates}
     * @param across what the columns are, such as {@code first step of a patch}
     * @param panels at least one
     * @throws IllegalArgumentException if there is none, or their columns differ
     */
    public static HeatChart stacked(String title, String source, String meaning, String across, List<HeatPanel> panels) {
        return new HeatChart(title, source, meaning, across, panels, false);
    }

    /** As {@link #stacked}, tables side by side, which share their rows. */
    public static HeatChart beside(String title, String source, String meaning, String across, List<HeatPanel> panels) {
        return new HeatChart(title, source, meaning, across, panels, true);
    }

    @Override
    public Picture picture() {
        Sheet sheet = new Sheet(title, WIDTH);
        HeatScale scale = HeatScale.upTo(panels.stream().mapToDouble(HeatPanel::largest).max().orElseThrow());
        sheet.describe(description());
        double top = scale.legend(meaning).draw(Sheet.MARGIN, sheet.title(), sheet.right(), sheet.marks());
        double names = panels.stream().flatMap(panel -> panel.rows().stream()).mapToDouble(name -> TextWidth.of(name, SIZE, false)).max().orElseThrow();
        double left = Sheet.MARGIN + Math.min(LABEL, names) + 8;
        double room = sheet.right() - OVERHANG - left;
        double bottom = top;
        for (int p = 0; p < panels.size(); p++) {
            HeatPanel panel = panels.get(p);
            double cell = Math.min(HIGH, TALLEST / panel.rows().size() / (beside ? 1 : panels.size()));
            double width = beside ? (room - (panels.size() - 1) * BETWEEN) / panels.size() : room;
            double x = beside ? left + p * (width + BETWEEN) : left;
            double y = (beside ? top : bottom) + HEADING;
            HeatCells cells = new HeatCells(panel, x, y, width / panel.columns().size(), cell);
            cells.draw(scale, sheet.marks());
            if (p == 0 || !beside) {
                cells.names(LABEL, sheet.marks());
            }
            if (beside || p == panels.size() - 1) {
                cells.labels(Sheet.MARGIN, sheet.right(), sheet.marks());
            }
            bottom = y + cell * panel.rows().size();
        }
        sheet.marks().add(new Mark.Text(left + room / 2, bottom + 34, across, 12, false, Mark.Anchor.MIDDLE, Ink.TEXT));
        return sheet.finish(bottom + AXIS, source);
    }

    /** The largest value of each panel, for readers who do not see the picture. */
    private String description() {
        StringBuilder text = new StringBuilder("Largest ").append(meaning).append(':');
        for (HeatPanel panel : panels) {
            int row = 0;
            int column = 0;
            for (int r = 0; r < panel.rows().size(); r++) {
                for (int c = 0; c < panel.columns().size(); c++) {
                    if (panel.values()[r][c] > panel.values()[row][column] || Double.isNaN(panel.values()[row][column])) {
                        row = r;
                        column = c;
                    }
                }
            }
            text.append(String.format(Locale.ROOT, " %s: %.2f at %s, %s;", panel.heading(), panel.largest(), panel.rows().get(row),
                    panel.columns().get(column)));
        }
        return text.substring(0, text.length() - 1) + ".";
    }
}
