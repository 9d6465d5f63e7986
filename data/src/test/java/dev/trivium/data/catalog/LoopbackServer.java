package dev.trivium.data.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that answers each request as told: the scripted answers first, then the last one for ever. */
final class LoopbackServer implements AutoCloseable {

    /** One way to answer; {@code from} is the first byte asked for. */
    interface Answer {
        void to(HttpExchange exchange, int from) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());

    LoopbackServer(Answer... script) throws IOException {
        answers.addAll(List.of(script));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url(String path) {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + path);
    }

    /** The Range header of every request so far; empty where there was none. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        try (exchange) {
            next().to(exchange, from);
        }
    }

    private synchronized Answer next() {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    /** The file, from the byte asked for. */
    static Answer file(byte[] content) {
        return (exchange, from) -> part(exchange, content, from, content.length);
    }

    /** The file, but the connection ends before byte {@code end}. */
    static Answer cutAt(byte[] content, int end) {
        return (exchange, from) -> part(exchange, content, from, end);
    }

    /** The whole file, whatever was asked for. */
    static Answer ignoringRange(byte[] content) {
        return (exchange, from) -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        };
    }

    /** The file, but nothing comes after byte {@code end} for the given time. */
    static Answer stallingAt(byte[] content, int end, long millis) {
        return (exchange, from) -> {
            part(exchange, content, from, end);
            exchange.getResponseBody().flush();
            sleep(millis);
        };
    }

    /** An error or a redirect without a body. */
    static Answer status(int status, String... header) {
        return (exchange, from) -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().set(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** A page for people. */
    static Answer page(String html) {
        return (exchange, from) -> {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    /** The file in chunks, without its length. */
    static Answer chunked(byte[] content) {
        return (exchange, from) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().close();
        };
    }

    private static void part(HttpExchange exchange, byte[] content, int from, int end) throws IOException {
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, Math.max(0, end - from));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
