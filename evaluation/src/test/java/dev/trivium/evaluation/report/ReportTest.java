package dev.trivium.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Part;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.scorecard.Cards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z!/][^>\"]*(?:\"[^\"]*\"[^>\"]*)*)>");
    private static final Set<String> TAGS = Set.of("!doctype", "html", "head", "meta", "title", "style", "script", "body", "a", "header", "h1", "h2", "h3", "p",
            "nav", "ul", "li", "main", "section", "div", "span", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption",
            "img", "svg", "g", "path", "line", "circle", "rect", "text", "details", "summary", "pre", "code", "strong", "footer");

    @Test
    void theVerdictComesFirstAndSaysIfTheModelDoesNotBeatTheBestNaiveRow() {
        String html = new Report("t", "l", CardSections.of(Cards.card(1.4, 0.1))).html();
        String main = html.substring(html.indexOf("<main"));
        int headline = main.indexOf("WaveRoRA does NOT beat the best naive forecast");
        assertTrue(headline > 0 && headline < main.indexOf("</p>"), main.substring(0, 600));
        assertTrue(main.indexOf("statement bad") < headline);
        assertTrue(new Report("t", "l", CardSections.of(Cards.card(0.3, 0.1))).html().contains("statement good"));
    }

    @Test
    void aModelThatABaselineBeatsIsNotShownInGreen() {
        String html = new Report("t", "l", CardSections.of(Cards.card(0.9, 0.1))).html();
        assertTrue(html.contains("WaveRoRA beats the best naive forecast, but a baseline does better"), html.substring(html.indexOf("<main")).substring(0, 600));
        assertFalse(html.contains("statement good"));
    }

    @Test
    void intervalsThatDoNotHoldWhatTheyPromiseAreNamedAndDrawn() {
        String off = new Report("t", "l", CardSections.of(Reports.calibrated(Cards.card(0.7, 0.1), 0.61))).html();
        assertTrue(off.contains("Intervals of WaveRoRA (fixed) are off") && off.contains("they are too narrow"));
        assertTrue(off.contains("Share within the interval by step of the horizon") && off.contains("by series, the lowest first"));
        String right = new Report("t", "l", CardSections.of(Reports.calibrated(Cards.card(0.7, 0.1), 0.8))).html();
        assertTrue(right.contains("Do the intervals hold?") && !right.contains("are off</p>"));
        assertFalse(new Report("t", "l", CardSections.of(Cards.card(0.7, 0.1))).html().contains("Do the intervals hold?"));
    }

    @Test
    void whatTheAuditFoundStandsBeforeTheVerdict() {
        Check found = Check.of(CheckName.values()[0], "0 of 9 windows", List.of("row 3 <b>"));
        String html = new Report("t", "l", CardSections.of(Cards.card(0.7, 0.1).with(new Audit(List.of(new Part("train", 9, "rows", "a … b")),
                List.of(found))))).html();
        String main = html.substring(html.indexOf("<main"));
        assertTrue(main.indexOf("Not to be believed") < main.indexOf("WaveRoRA beats the best naive forecast"), main.substring(0, 800));
        assertTrue(main.contains("row 3 &lt;b&gt;") && main.contains("0 of 9 windows") && main.contains("VIOLATED"));
        String allowed = new Report("t", "l", CardSections.of(Cards.card(0.7, 0.1).with(new Audit(List.of(), List.of(found))
                .allowing(Set.of(found.name()))))).html();
        assertTrue(allowed.contains("Allowed by name") && !allowed.contains("Not to be believed"));
    }

    @Test
    void hostileTextsBecomeTextEverywhere() {
        String html = Reports.hostile().html();
        Matcher tags = TAG.matcher(html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?s)<script>\\(function.*?</script>", ""));
        int seen = 0;
        while (tags.find()) {
            String tag = tags.group(1);
            String name = tag.replaceFirst("^/", "").split("[\\s]")[0].toLowerCase(java.util.Locale.ROOT);
            assertTrue(TAGS.contains(name), () -> "an element that no block writes: " + tag);
            assertFalse(Pattern.compile("\\son\\w+=", Pattern.CASE_INSENSITIVE).matcher(tag.replaceAll("\"[^\"]*\"", "\"\"")).find(), tag);
            assertFalse(name.equals("script") || name.equals("iframe"), tag);
            seen++;
        }
        assertTrue(seen > 1000, "elements: " + seen);
        assertEquals(1, html.split("<script", -1).length - 1);
        assertEquals(1, html.split("</script", -1).length - 1);
        assertEquals(1, html.split("</style", -1).length - 1);
        assertFalse(html.chars().anyMatch(c -> c == 0 || c == 0x1b || c == 0x202e), "control characters");
        for (String text : Reports.HOSTILE) {
            assertTrue(html.contains(Html.escaped(text)), text);
        }
    }

    @Test
    void thePolicyAllowsNothingButItsOwnStyleAndScript() throws Exception {
        String html = Reports.full().html();
        String policy = find(html, "Content-Security-Policy\" content=\"([^\"]*)\"").replace("&#39;", "'");
        String style = find(html, "(?s)<style>(.*?)</style>");
        String script = find(html, "(?s)<script>(.*?)</script>");
        assertEquals("default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'", policy);
        assertTrue(html.indexOf("Content-Security-Policy") < html.indexOf("<style>"), "the policy must come before what it rules");
        assertFalse(Pattern.compile("\\sstyle=\"").matcher(html).find(), "a style attribute");
        assertFalse(Pattern.compile("(?:src|href)=\"(?!#|data:image/svg)").matcher(html).find(), "something to load");
        assertFalse(style.contains("url(") || style.contains("@import") || script.contains("innerHTML") || script.contains("eval("));
    }

    @Test
    void headingsAreInOrderAndIdsAreUnique() {
        String html = Reports.full().html();
        int before = 0;
        Matcher headings = Pattern.compile("<h([1-6])").matcher(html);
        while (headings.find()) {
            int level = Integer.parseInt(headings.group(1));
            assertTrue(level <= before + 1, "h" + level + " after h" + before);
            before = level;
        }
        Set<String> ids = new HashSet<>();
        Matcher found = Pattern.compile("\\sid=\"([^\"]+)\"").matcher(html);
        while (found.find()) {
            assertTrue(ids.add(found.group(1)), found.group(1));
        }
        Matcher named = Pattern.compile("(?:aria-labelledby|data-table|href)=\"#?([sn h][0-9]+)\"").matcher(html);
        int count = 0;
        while (named.find()) {
            assertTrue(ids.contains(named.group(1)), named.group());
            count++;
        }
        assertTrue(count > 20);
    }

    @Test
    void everyChartHasATableWithAsManyRowsAsItHasPlaces() {
        String html = Reports.full().html();
        Matcher plots = Pattern.compile("data-table=\"(n\\d+)\" data-along=\"[xy]\" data-at=\"([^\"]*)\"").matcher(html);
        int count = 0;
        while (plots.find()) {
            String table = find(html, "(?s)<table id=\"" + plots.group(1) + "\">(.*?)</table>");
            assertEquals(plots.group(2).split(",").length, table.split("<th scope=\"row\">|scope=\"row\"", -1).length - 1, plots.group(1));
            count++;
        }
        assertTrue(count >= 15, "charts: " + count);
    }

    @Test
    void aLongCurveIsThinnedToItsExtremesAndKeepsItsGaps() {
        double[] values = IntStream.range(0, 20_000).mapToDouble(i -> i >= 9_000 && i < 11_000 ? Double.NaN : Math.sin(i)).toArray();
        values[5_003] = 77;
        LinePanel thinned = LinePanel.of("", Axis.upTo(values.length), List.of(LineSeries.of("a", Look.MODEL, values))).thinned();
        double[] kept = thinned.series().get(0).values();
        assertTrue(kept.length <= 2 * LinePanel.MOST, "kept: " + kept.length);
        assertEquals(77, IntStream.range(0, kept.length).mapToDouble(i -> kept[i]).filter(v -> !Double.isNaN(v)).max().orElseThrow());
        assertTrue(IntStream.range(0, kept.length).anyMatch(i -> Double.isNaN(kept[i])), "the gap");
    }

    @Test
    void aReportThatIsTooLargeIsRefusedAndNoFileIsLeft(@TempDir Path folder) throws IOException {
        Report large = new Report("t", "", List.of(Section.of("s", new Prose("x".repeat(Report.MAX_BYTES)))));
        var e = assertThrows(IllegalArgumentException.class, () -> large.write(folder.resolve("r.html")));
        assertTrue(e.getMessage().startsWith("report must have at most 5000000 bytes, got "), e.getMessage());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        Reports.full().write(folder.resolve("r.html"));
        Reports.full().write(folder.resolve("r.html")); // replaces
        assertEquals(Reports.full().html(), Files.readString(folder.resolve("r.html")));
    }

    @Test
    void wrongShapesAreRefusedByName() {
        assertMessage("cells must number 2 in the table \"c\", got 1", () -> Table.of("c", List.of("", "b")).row(List.of("a")));
        assertMessage("series must have one value for every place of the axis (3), got 2 for a",
                () -> LinePanel.of("", Axis.upTo(3), List.of(LineSeries.of("a", Look.MODEL, 1, 2))));
        assertMessage("low and high must be empty or number 1 in the curve a, got 2 and 2",
                () -> LineSeries.of("a", Look.MODEL, 1).withBand("b", new double[2], new double[2]));
        assertMessage("numbers must not decrease, got 1.0 after 2.0", () -> Axis.of(2, 1));
        assertMessage("values must number 3 in the series a, got 2", () -> GapStrip.of("t", "", Axis.upTo(3)).series("a", new double[2]));
        assertMessage("title must not be blank, got \" \"", () -> Section.of(" "));
        assertTrue(RangeFigure.of("t", "", "x").add("a", "s", Look.MODEL, Double.NaN, Interval.UNKNOWN, "").isEmpty());
    }

    private static void assertMessage(String message, Runnable code) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, code::run).getMessage());
    }

    private static String find(String html, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    private static String hash(String text) throws Exception {
        return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
