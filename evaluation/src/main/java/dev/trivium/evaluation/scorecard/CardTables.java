package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.text.Figures;
import dev.trivium.evaluation.text.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The three tables of a card. */
final class CardTables {

    private static final int SERIES_SHOWN = 12;
    private static final int COMPARED = 4;
    private static final int SHORT_NAME = 14;
    private final ScoreCard card;
    private final List<String> footnotes = new ArrayList<>();

    CardTables(ScoreCard card) {
        this.card = card;
    }

    /** {@return what must be known about rows of the table {@link #overall()} wrote} */
    List<String> footnotes() {
        return footnotes;
    }

    String overall() {
        TextTable table = new TextTable().row(List.of("", "MSE ", Figures.percent(card.bootstrap().level()) + " interval",
                "MAE ", "RMSE ", "MASE ", "skill", "fit s", "µs/win"));
        group(table, "naive", MethodKind::isNaive);
        group(table, "baselines", kind -> kind == MethodKind.BASELINE);
        group(table, "models", kind -> kind == MethodKind.MODEL);
        return table.render();
    }

    private void group(TextTable table, String heading, Predicate<MethodKind> kinds) {
        List<ScoreRow> rows = card.rows().stream().filter(row -> kinds.test(row.method().kind())).toList();
        if (!rows.isEmpty()) {
            table.row(List.of(heading));
        }
        for (ScoreRow row : rows) {
            table.row(List.of("  " + TextTable.cut(row.method().name(), 20) + footnote(row),
                    overall(row, Estimates::mse), Figures.interval(row.overall().mse().interval()),
                    overall(row, Estimates::mae), overall(row, Estimates::rmse), overall(row, Estimates::mase),
                    Figures.skill(row.skill()), Figures.significant(row.method().cost().fitSeconds(), 2),
                    Figures.significant(row.method().cost().microsPerPrediction(), 2)));
        }
    }

    private String overall(ScoreRow row, Function<Estimates, Estimate> metric) {
        return marked(row, card.rows(), other -> metric.apply(other.overall()).value());
    }

    /** {@return the row's value, with a star if none of the rows has a lower one} */
    private static String marked(ScoreRow row, Collection<ScoreRow> rows, ToDoubleFunction<ScoreRow> value) {
        double own = value.applyAsDouble(row);
        double[] all = rows.stream().mapToDouble(value).filter(other -> !Double.isNaN(other)).toArray();
        boolean best = !Double.isNaN(own) && Arrays.stream(all).noneMatch(other -> other < own);
        return Figures.scoreAmong(own, all) + (best ? "*" : " ");
    }

    private String footnote(ScoreRow row) {
        List<String> parts = new ArrayList<>();
        List<Long> seeds = row.method().seeds();
        if (seeds.size() == 1) {
            parts.add("seed " + seeds.get(0));
        } else if (!seeds.isEmpty()) {
            parts.add("mean over seeds " + seeds.stream().map(Object::toString).collect(Collectors.joining(", "))
                    + " ± their standard deviation: MSE " + spread(row.overall().mse()) + ", MAE " + spread(row.overall().mae()));
        }
        if (!row.method().note().isEmpty()) {
            parts.add(row.method().note());
        }
        if (parts.isEmpty()) {
            return "";
        }
        footnotes.add("[" + (footnotes.size() + 1) + "] " + row.method().name() + ": " + String.join("; ", parts));
        return " [" + footnotes.size() + "]";
    }

    private static String spread(Estimate estimate) {
        return Figures.score(estimate.value()) + " ± " + Figures.significant(estimate.seedDeviation(), 2);
    }

    String steps() {
        int horizon = card.setting().horizon();
        TreeSet<Integer> shown = new TreeSet<>(List.of(1, Math.max(1, horizon / 8), Math.max(1, horizon / 4),
                Math.max(1, horizon / 2), Math.max(1, 3 * horizon / 4), horizon));
        TextTable table = new TextTable().row(
                Stream.concat(Stream.of("  step"), shown.stream().map(step -> step + " ")).toList());
        for (ScoreRow row : card.rows()) {
            table.row(Stream.concat(Stream.of("  " + row.method().name()),
                    shown.stream().map(step -> marked(row, card.rows(), other -> other.steps().get(step - 1).mse()))).toList());
        }
        return table.render();
    }

    String series() {
        List<ScoreRow> compared = compared();
        TextTable table = new TextTable().row(Stream.concat(Stream.of("  series", "unit"),
                compared.stream().map(row -> TextTable.cut(row.method().name(), SHORT_NAME) + " ")).toList());
        int count = card.rows().get(0).series().size();
        for (int s = 0; s < Math.min(count, SERIES_SHOWN); s++) {
            int index = s;
            SeriesScores series = compared.get(0).series().get(s);
            String unit = series.unit().isEmpty() ? "-" : TextTable.cut(series.unit(), SHORT_NAME);
            table.row(Stream.concat(Stream.of("  " + series.name(), unit), compared.stream()
                    .map(row -> marked(row, compared, other -> other.series().get(index).natural().mae()))).toList());
        }
        return table.render() + (count > SERIES_SHOWN ? "  and " + (count - SERIES_SHOWN) + " more series, in the JSON\n" : "");
    }

    /** {@return the best naive row, the best baseline and the models, as far as they fit} */
    private List<ScoreRow> compared() {
        Optional<ScoreRow> baseline = card.rows().stream().filter(row -> row.method().kind() == MethodKind.BASELINE)
                .min(Comparator.comparingDouble(row -> row.overall().mse().value()));
        Stream<ScoreRow> models = card.rows().stream().filter(row -> row.method().kind() == MethodKind.MODEL);
        return Stream.of(Stream.of(card.bestNaive()), baseline.stream(), models)
                .flatMap(rows -> rows).limit(COMPARED).toList();
    }
}
