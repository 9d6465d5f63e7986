package dev.trivium.evaluation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser without a window, found by {@code TRIVIUM_CHROMIUM} or on the path. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell");
    private static final Pattern PORT = Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)/");

    private final Process process;
    private final int port;

    private Chromium(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** {@return where it is, if there is one} */
    static Optional<Path> find() {
        String told = System.getenv("TRIVIUM_CHROMIUM");
        if (told != null && !told.isBlank()) {
            return Optional.of(Path.of(told));
        }
        String path = System.getenv("PATH");
        return path == null ? Optional.empty() : NAMES.stream()
                .flatMap(name -> Stream.of(path.split(Pattern.quote(File.pathSeparator))).filter(folder -> !folder.isBlank())
                        .map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** Starts it with a profile of its own in a folder, and waits until it listens. */
    static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("browser.log");
        Process process = new ProcessBuilder(program.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--no-first-run", "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + folder.resolve("profile"), "about:blank")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        for (int i = 0; i < 300 && process.isAlive(); i++) {
            var matcher = PORT.matcher(Files.readString(log));
            if (matcher.find()) {
                return new Chromium(process, Integer.parseInt(matcher.group(1)));
            }
            Thread.sleep(100);
        }
        stop(process);
        throw new IOException(program + " did not start: " + Files.readString(log));
    }

    /** {@return the tools of its tab} */
    DevTools tab() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < 100; i++) {
            String list = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
            for (JsonNode tab : new ObjectMapper().readTree(list)) {
                if (tab.path("type").asText().equals("page")) {
                    return new DevTools(tab.path("webSocketDebuggerUrl").asText());
                }
            }
            Thread.sleep(100);
        }
        throw new IOException("the browser has no tab");
    }

    @Override
    public void close() throws InterruptedException {
        stop(process);
    }

    /** Some installations start the browser by a script, which would leave it behind. */
    private static void stop(Process process) throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
