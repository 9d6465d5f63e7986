package dev.trivium.evaluation.report;

import dev.trivium.evaluation.chart.ChartTime;
import dev.trivium.evaluation.chart.ForecastChart;
import dev.trivium.evaluation.chart.ForecastPanel;
import dev.trivium.evaluation.chart.GapChart;
import dev.trivium.evaluation.chart.GapPanel;
import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.gap.GapCards;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.property.PropertyCards;
import dev.trivium.evaluation.scorecard.Card;
import dev.trivium.evaluation.scorecard.Cards;
import dev.trivium.evaluation.scorecard.IntervalCoverage;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.evaluation.scorecard.ScoreRow;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reports with every kind of block. */
final class Reports {

    /** Markup that would do something wherever it is not taken for text. */
    static final List<String> HOSTILE = List.of("</script><script>window.hacked=1</script>", "</style><img src=x onerror='window.hacked=2'>",
            "\"><svg onload=window.hacked=3>", "' onmouseover='window.hacked=4", "<!--", "]]>", "&lt;b&gt;&#0;", "a\u0000b\u001b[31m\u202egnp.exe",
            "\ud800", "C/C=C\\C<script>1</script>", "<iframe src=https://example.org>", "javascript:window.hacked=5");

    private Reports() {
    }

    static Report full() {
        return with("day ahead", List.of("hourly load", "temperature", "wind"));
    }

    static Report hostile() {
        return with(String.join(" ", HOSTILE), HOSTILE);
    }

    private static Report with(String text, List<String> names) {
        List<Section> sections = new ArrayList<>();
        for (Card card : cards()) {
            sections.addAll(CardSections.of(card));
        }
        Table table = Table.of("Table " + text, List.of("", "first", "second"));
        names.forEach(name -> table.heading(name).row(List.of(name, "1.5*", name)).note(name));
        RangeFigure ranges = RangeFigure.of("Coverage " + text, text, text).withReference(0.8, text);
        names.forEach(name -> ranges.add(name, name, Look.of(names.indexOf(name)), 0.7, new Interval(0.6, 0.9), name));
        sections.add(Section.of("Training " + text, training(names), new Prose(text), table, ranges));
        sections.add(Section.of("Forecasts", LineFigure.of(forecast(text, names)), LineFigure.of(gaps(text, names)), strip(text, names)));
        Gallery drawings = Gallery.small();
        names.forEach(name -> drawings.add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\" width=\"9\" height=\"9\">"
                + "<script>window.hacked=6</script><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>", name, "predicted 1.0; " + name));
        sections.add(Section.of("Molecules", drawings));
        Facts facts = new Facts();
        names.forEach(name -> facts.fact(name, name + "\n" + text));
        sections.add(Section.of("How to repeat it", facts, new Command("trivium forecast fit --data '" + text + "'")));
        return new Report("Report " + text, text, sections);
    }

    static List<Card> cards() {
        GapTargets targets = GapCards.targets();
        return List.of(calibrated(Cards.card(0.7, 0.1), 0.61), PropertyCards.yesNo(1.5), GapCards.card(List.of(
                GapCards.run(targets, "linear", MethodKind.NAIVE, 1, 1.645), GapCards.run(targets, "fgatt", MethodKind.MODEL, 1.3, 2.1, 1, 2, 3))));
    }

    /** A card whose model's 80 % intervals hold a share of the values. */
    static ScoreCard calibrated(ScoreCard card, double share) {
        List<CoverageRow> steps = IntStream.rangeClosed(1, card.setting().horizon())
                .mapToObj(step -> new CoverageRow("step " + step, 200, share, Interval.UNKNOWN, 1)).toList();
        List<CoverageRow> series = card.rows().get(0).series().stream()
                .map(each -> new CoverageRow(each.name(), 1600, share, new Interval(share - 0.02, share + 0.02), 2)).toList();
        IntervalCoverage coverage = new IntervalCoverage("fixed", 0.8, new CoverageRow("all", 3200, share, new Interval(share - 0.01, share + 0.01), 1.5),
                List.of(), steps, series);
        return new ScoreCard(card.title(), card.setting(), card.coverage(), card.bootstrap(), card.rows().stream()
                .map(row -> row.method().kind() != MethodKind.MODEL ? row : new ScoreRow(row.method(), row.overall(), row.skill(), row.againstNaive(),
                        row.steps(), row.series(), List.of(coverage))).toList(), card.audit());
    }

    private static LineFigure training(List<String> names) {
        Axis axis = Axis.upTo(20);
        List<LineSeries> series = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            double shift = s;
            series.add(LineSeries.of(names.get(s), Look.of(s), IntStream.range(0, 20).mapToDouble(i -> 2 + shift / 4 + 3.0 / (i + 1)).toArray()));
        }
        return new LineFigure("Training loss", "", "epoch", "loss", List.of(LinePanel.of("", axis, series).withMark(12, "best epoch")));
    }

    private static ForecastChart forecast(String text, List<String> names) {
        ZonedDateTime start = ZonedDateTime.of(2024, 3, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        ChartTime time = ChartTime.dates(IntStream.range(0, 96).mapToObj(start::plusHours).toList());
        List<ForecastPanel> panels = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            double[] all = wave(96, s);
            double[] forecast = IntStream.range(72, 96).mapToDouble(i -> all[i] * 0.9).toArray();
            panels.add(ForecastPanel.of(names.get(s), "kW", IntStream.range(0, 72).mapToDouble(i -> all[i]).toArray(), forecast)
                    .withActual(IntStream.range(72, 96).mapToDouble(i -> all[i]).toArray())
                    .withBand(IntStream.range(0, 24).mapToDouble(i -> forecast[i] - 2).toArray(),
                            IntStream.range(0, 24).mapToDouble(i -> forecast[i] + 2).toArray(), 0.8));
        }
        return new ForecastChart("Forecast " + text, "Data: " + text, time, panels);
    }

    private static GapChart gaps(String text, List<String> names) {
        List<GapPanel> panels = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            double[] values = wave(60, s);
            BitSet filled = new BitSet();
            filled.set(20, 32);
            panels.add(GapPanel.of(names.get(s), "", values, filled, IntStream.range(0, 60).mapToDouble(i -> values[i] - 1).toArray(),
                    IntStream.range(0, 60).mapToDouble(i -> values[i] + 1).toArray())
                    .withHidden(IntStream.range(0, 60).mapToDouble(i -> i >= 20 && i < 32 ? values[i] + 0.5 : Double.NaN).toArray()));
        }
        return new GapChart("Filled " + text, text, "80 % interval", ChartTime.index(0, 1, 60), panels);
    }

    private static GapStrip strip(String text, List<String> names) {
        GapStrip strip = GapStrip.of("What is missing, " + text, text, Axis.upTo(500)).part("training", 0, 300).part(text, 300, 400).part("test", 400, 500);
        for (int s = 0; s < names.size(); s++) {
            double[] values = wave(500, s);
            for (int t = 50 * s; t < 50 * s + 13 * s; t++) {
                values[t % 500] = Double.NaN;
            }
            strip.series(names.get(s), values);
        }
        return strip;
    }

    private static double[] wave(int count, int s) {
        return IntStream.range(0, count).mapToDouble(i -> 10 + 5 * Math.sin(i * 2 * Math.PI / 24 + s) + s).toArray();
    }
}
