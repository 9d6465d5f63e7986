package dev.trivium.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** Reports in a browser, as a reader has them. */
class ChromiumTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path folder = Path.of("");

    private static @Nullable Chromium browser;
    private static @Nullable DevTools open;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> program = Chromium.find();
        Assumptions.assumeTrue(program.isPresent(), "no Chromium: neither TRIVIUM_CHROMIUM nor one on the path");
        browser = Chromium.start(program.orElseThrow(), folder);
        open = browser.tab();
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            open.send(domain + ".enable");
        }
        Reports.full().write(folder.resolve("full.html"));
        Reports.hostile().write(folder.resolve("hostile.html"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (open != null) {
            open.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static DevTools tab() {
        if (open == null) {
            throw new IllegalStateException("no tab");
        }
        return open;
    }

    private static void show(String file, int width, int height, String scheme) throws IOException, InterruptedException {
        tab().send("Emulation.setDeviceMetricsOverride", "width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600);
        tab().send("Emulation.setEmulatedMedia", "media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)));
        tab().evaluate("window.old = true");
        tab().send("Page.navigate", "url", folder.resolve(file).toUri().toString());
        for (int i = 0; i < 200 && !tab().evaluate("!window.old && document.readyState === 'complete'").asBoolean(); i++) {
            Thread.sleep(50);
        }
        assertFalse(tab().evaluate("window.old === true").asBoolean(), "the page did not load");
    }

    /** Nothing was logged, nothing failed, and nothing but the page itself was asked for. */
    private static void assertQuiet() {
        assertEquals(List.of(), tab().events("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded", "Network.loadingFailed"));
        for (JsonNode event : tab().events("Network.requestWillBeSent")) {
            String url = event.path("params").path("request").path("url").asText();
            assertTrue(url.startsWith("file:") && url.endsWith(".html") || url.startsWith("data:image/svg"), url);
        }
    }

    @Test
    void nothingOverflowsOnAPhoneOrOnADesk() throws Exception {
        for (String file : List.of("full.html", "hostile.html")) {
            for (int width : new int[] {320, 390, 1280}) {
                show(file, width, 844, "light");
                assertEquals(width, tab().evaluate("document.documentElement.scrollWidth").asInt(), file + " at " + width);
                assertEquals("", tab().evaluate("[...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll,.command,.unseen,.skip,svg')"
                        + " && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).join('; ')").asText());
                assertTrue(tab().evaluate("[...document.querySelectorAll('.plot svg')].filter(s => s.clientWidth > 0).length").asInt() >= 10);
            }
        }
        assertQuiet();
    }

    @Test
    void whatIsHostileStaysText() throws Exception {
        show("hostile.html", 1280, 900, "dark");
        assertEquals("undefined", tab().evaluate("typeof window.hacked").asText());
        assertTrue(tab().evaluate("document.body.textContent.includes('</script><script>window.hacked=1</script>')").asBoolean());
        assertEquals(1, tab().evaluate("document.scripts.length").asInt());
        tab().evaluate("document.querySelectorAll('.plot').forEach(p => { p.focus(); p.dispatchEvent(new KeyboardEvent('keydown', {key: 'End'})); })");
        tab().evaluate("document.querySelectorAll('.legend button').forEach(b => b.click())");
        assertEquals("undefined", tab().evaluate("typeof window.hacked").asText());
        assertQuiet();
    }

    @Test
    void thePolicyStopsAScriptThatGotIn() throws Exception {
        show("full.html", 1280, 900, "light");
        tab().evaluate("(() => { const s = document.createElement('div'); s.innerHTML = '<img src=x onerror=\"window.hacked=7\">';"
                + " document.body.append(s); const t = document.createElement('script'); t.textContent = 'window.hacked=8'; document.body.append(t); })()");
        Thread.sleep(200);
        assertEquals("undefined", tab().evaluate("typeof window.hacked").asText());
        assertFalse(tab().events("Log.entryAdded").isEmpty(), "the policy says what it stopped");
        tab().send("Log.clear");
        restart();
    }

    /** A new tab without the events of the old one. */
    private static void restart() throws IOException, InterruptedException {
        tab().close();
        if (browser == null) {
            throw new IllegalStateException("no browser");
        }
        open = browser.tab();
        tab().send("Page.navigate", "url", "about:blank");
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            tab().send(domain + ".enable");
        }
    }

    @Test
    void thePointerReadsValuesOffACurve() throws Exception {
        show("full.html", 1280, 900, "light");
        JsonNode at = tab().evaluate("(() => { const s = [...document.querySelectorAll('.chart')].find(c => c.textContent.includes('Training loss'))"
                + ".querySelector('.plot.wide svg'); s.scrollIntoView({block: 'center', behavior: 'instant'}); const r = s.getBoundingClientRect();"
                + " return {x: r.left + r.width / 2, y: r.top + r.height / 2}; })()");
        tab().send("Input.dispatchMouseEvent", "type", "mouseMoved", "x", at.get("x").asDouble(), "y", at.get("y").asDouble());
        String tip = waitFor("(document.querySelector('.plot.on .tip:not([hidden])') || {}).textContent || ''");
        assertTrue(tip.matches("1[01]hourly load2\\.\\d+temperature2\\.\\d+wind2\\.\\d+"), tip);
        assertTrue(tab().evaluate("(() => { const t = document.querySelector('.plot.on .tip').getBoundingClientRect();"
                + " return t.left >= 0 && t.right <= innerWidth; })()").asBoolean());
        assertQuiet();
    }

    private static String waitFor(String expression) throws IOException, InterruptedException {
        String text = "";
        for (int i = 0; i < 100 && text.isEmpty(); i++) {
            text = tab().evaluate(expression).asText();
            Thread.sleep(20);
        }
        return text;
    }

    @Test
    void theLegendHidesACurveAndItsValues() throws Exception {
        show("full.html", 390, 844, "light");
        String chart = "[...document.querySelectorAll('.chart')].find(c => c.textContent.includes('Training loss'))";
        assertEquals("true", tab().evaluate(chart + ".querySelectorAll('.legend button')[1].getAttribute('aria-pressed')").asText());
        tab().evaluate(chart + ".querySelectorAll('.legend button')[1].click()");
        assertEquals("false", tab().evaluate(chart + ".querySelectorAll('.legend button')[1].getAttribute('aria-pressed')").asText());
        assertEquals("none", tab().evaluate("getComputedStyle(" + chart + ".querySelector('.narrow .series[data-s=\"1\"]')).display").asText());
        assertEquals("inline", tab().evaluate("getComputedStyle(" + chart + ".querySelector('.narrow .series[data-s=\"0\"]')).display").asText());
        tab().evaluate(chart + ".querySelector('.plot.narrow').focus()");
        key("End");
        String tip = tab().evaluate(chart + ".querySelector('.plot.narrow .tip').textContent").asText();
        assertTrue(tip.startsWith("20hourly load2.15") && !tip.contains("temperature") && tip.contains("wind"), tip);
        assertQuiet();
    }

    @Test
    void allCanBeDoneByKeyboardAndTheFocusIsSeen() throws Exception {
        show("full.html", 1280, 900, "light");
        key("Tab");
        assertEquals("Skip to the content", tab().evaluate("document.activeElement.textContent").asText());
        int plots = 0;
        int buttons = 0;
        for (int i = 0; i < 60; i++) {
            key("Tab");
            JsonNode seen = tab().evaluate("(() => { const e = document.activeElement; return {plot: e.classList.contains('plot'),"
                    + " button: e.tagName === 'BUTTON', width: parseFloat(getComputedStyle(e).outlineWidth), name: e.outerHTML.slice(0, 80),"
                    + " style: getComputedStyle(e).outlineStyle}; })()");
            plots += seen.get("plot").asBoolean() ? 1 : 0;
            buttons += seen.get("button").asBoolean() ? 1 : 0;
            assertTrue(seen.get("width").asDouble() >= 2 && !seen.get("style").asText().equals("none"), seen.toString());
        }
        assertTrue(plots >= 2 && buttons >= 10, plots + " charts and " + buttons + " buttons");
        tab().evaluate("document.querySelector('.plot.wide').focus()");
        key("ArrowRight");
        key("ArrowRight");
        String second = tab().evaluate("document.querySelector('.plot.wide .tip').textContent").asText();
        key("Home");
        assertFalse(second.equals(tab().evaluate("document.querySelector('.plot.wide .tip').textContent").asText()));
        key("Escape");
        assertTrue(tab().evaluate("document.querySelector('.plot.wide .tip').hidden").asBoolean());
        assertQuiet();
    }

    private static void key(String name) throws IOException {
        int code = Map.of("Tab", 9, "Escape", 27, "End", 35, "Home", 36, "ArrowRight", 39).get(name);
        tab().send("Input.dispatchKeyEvent", "type", "rawKeyDown", "key", name, "code", name, "windowsVirtualKeyCode", code);
        tab().send("Input.dispatchKeyEvent", "type", "keyUp", "key", name, "code", name, "windowsVirtualKeyCode", code);
    }

    @Test
    void textStandsOutFromItsPaperInLightAndDark() throws Exception {
        String worst = "(() => { const n = c => { const m = c.match(/[\\d.]+/g).map(Number); return {rgb: m.slice(0, 3), a: m.length > 3 ? m[3] : 1}; };"
                + " const l = r => { const f = r.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4); });"
                + " return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; }; let least = {ratio: 99};"
                + " document.querySelectorAll('p,th,td,li,a,h1,h2,h3,dt,dd,button,span,code,caption,summary,strong,svg text').forEach(e => {"
                + " if (!e.textContent.trim() || !e.getClientRects().length) return; const s = getComputedStyle(e);"
                + " const ink = n(e.closest('svg') ? s.fill : s.color).rgb; let p = e, back = null; while (p && !back) {"
                + " const b = n(getComputedStyle(p).backgroundColor); if (b.a === 1) back = b.rgb; p = p.parentElement; }"
                + " const a = l(ink), b = l(back || [255, 255, 255]); const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);"
                + " if (ratio < least.ratio) least = {ratio, text: e.outerHTML.slice(0, 120)}; }); return least; })()";
        for (String scheme : List.of("light", "dark")) {
            show("full.html", 1280, 900, scheme);
            JsonNode least = tab().evaluate(worst);
            assertTrue(least.get("ratio").asDouble() >= 4.5 && least.get("ratio").asDouble() < 99, scheme + ": " + least);
            tab().evaluate("document.querySelector('.theme').click()");
            JsonNode other = tab().evaluate(worst);
            assertTrue(other.get("ratio").asDouble() >= 4.5, "the other of " + scheme + ": " + other);
        }
        assertQuiet();
    }

    @Test
    void columnsSortWithinTheirGroupsAndTheThemeTurns() throws Exception {
        show("full.html", 1280, 900, "light");
        String head = "document.querySelector('table.figures thead').rows[0].cells[1]";
        tab().evaluate(head + ".querySelector('button').click()");
        assertEquals("ascending", tab().evaluate(head + ".getAttribute('aria-sort')").asText());
        assertTrue(tab().evaluate("[...document.querySelector('table.figures').tBodies].every(b => { const v = [...b.rows].slice(1)"
                + ".map(r => parseFloat(r.cells[1].textContent)); return v.every((x, i) => !i || v[i - 1] <= x); })").asBoolean());
        String before = tab().evaluate("getComputedStyle(document.body).backgroundColor").asText();
        tab().evaluate("document.querySelector('.theme').click()");
        assertFalse(before.equals(tab().evaluate("getComputedStyle(document.body).backgroundColor").asText()));
        assertQuiet();
    }
}
