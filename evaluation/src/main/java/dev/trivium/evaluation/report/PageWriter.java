package dev.trivium.evaluation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Puts a report on its page: head, contents, sections. */
final class PageWriter {

    private final Report report;

    PageWriter(Report report) {
        this.report = report;
    }

    String write() {
        String style = resource("report.css");
        String script = resource("report.js");
        HtmlPage page = new HtmlPage();
        Html html = page.html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n").open("head").raw("\n");
        html.open("meta", "charset", "utf-8").raw("\n");
        html.open("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src '" + hash(style) + "'; script-src '"
                + hash(script) + "'; img-src data:; base-uri 'none'; form-action 'none'").raw("\n");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").raw("\n");
        html.open("meta", "name", "color-scheme", "content", "light dark").raw("\n");
        html.open("meta", "name", "referrer", "content", "no-referrer").raw("\n");
        html.element("title", report.title());
        html.open("style").raw(style).close("style").close("head");
        html.open("body").raw("\n").element("a", "Skip to the content", "class", "skip", "href", "#content");
        head(html);
        html.open("main", "id", "content");
        for (int s = 0; s < report.sections().size(); s++) {
            section(page, s, report.sections().get(s));
        }
        html.close("main");
        html.open("footer").element("p", "Written by Trivium. This page holds all it shows and loads nothing.").close("footer");
        html.open("script").raw(script).close("script").close("body").close("html");
        return html.toString();
    }

    private void head(Html html) {
        html.open("header").element("h1", report.title());
        html.element("p", report.lead(), "class", "lead");
        html.open("nav", "aria-label", "Contents").open("ul");
        for (int s = 0; s < report.sections().size(); s++) {
            html.open("li").element("a", report.sections().get(s).title(), "href", "#s" + (s + 1)).close("li");
        }
        html.close("ul").close("nav").close("header");
    }

    private static void section(HtmlPage page, int s, Section section) {
        page.html().open("section", "id", "s" + (s + 1), "aria-labelledby", "h" + (s + 1));
        page.html().element("h2", section.title(), "id", "h" + (s + 1));
        section.blocks().forEach(block -> block.write(page));
        page.html().close("section");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " must ship with the classes");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
