package dev.trivium.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.sample.MoleculeSamples;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.Shares;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.timetracker.TimeTracker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Trivium inside a plain Java service: the JDK's own HTTP server answers from eight threads, all of which ask the same two models, a
 * forecaster and a predictor of melting points. Every answer is compared with the one given before, when nobody else asked.
 *
 * <p>To run it, build with {@code mvn -q -DskipTests package}, then
 *
 * <pre>java -cp "examples/target/classes:cli/target/trivium/lib/*" dev.trivium.examples.E09_Service</pre>
 */
public final class E09_Service {

    private static final Set<Thread> SEEN = ConcurrentHashMap.newKeySet();

    private E09_Service() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     * @throws IOException if the server cannot be opened
     */
    public static void main(String[] arguments) throws IOException {
        MoleculeSplit split = MoleculeSplit.random(MoleculeSamples.meltingPoints().molecules(), new Shares(0.05, 0.05, 0.9), 1);
        SeriesSet series = Samples.chicagoL().series().rows(0, 2_000);
        List<String> lengths = IntStream.range(0, 16).mapToObj(i -> "" + (1_000 + 50 * i)).toList();
        TimeTracker tracker = TimeTracker.shipped();
        UnaryOperator<String> forecast = days -> Arrays.toString(tracker.forecast(series.rows(0, Integer.parseInt(days)), 3).mean().toArray());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        try (PropertyPredictor model = MolGraphXlstmSpec.of(TaskKind.REGRESSION).fit(split.train(), split.validation(),
                Training.seed(1).withEpochs(1))) { // or PropertyPredictor.load(file): shared by all threads, closed when none asks any more
            UnaryOperator<String> melting = smiles -> Arrays.toString(model.predict(List.of(smiles)).get(0).values());
            server.createContext("/forecast", exchange -> answer(exchange, forecast));
            server.createContext("/melting", exchange -> answer(exchange, melting));
            server.setExecutor(threads);
            server.start();
            String address = "http://localhost:" + server.getAddress().getPort();
            compare(address + "/forecast", lengths, forecast);
            compare(address + "/melting", split.test().set().smiles().subList(0, 16), melting);
        } finally {
            server.stop(1);
            threads.shutdown();
        }
        System.out.println(SEEN.size() + " threads answered");
    }

    private static void answer(HttpExchange exchange, UnaryOperator<String> model) throws IOException {
        try (exchange) {
            SEEN.add(Thread.currentThread());
            byte[] text = model.apply(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
        }
    }

    private static void compare(String address, List<String> questions, UnaryOperator<String> model) {
        List<String> alone = questions.stream().map(model).toList();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        List<CompletableFuture<HttpResponse<String>>> asked = questions.stream()
                .map(question -> client.sendAsync(request.POST(BodyPublishers.ofString(question)).build(), BodyHandlers.ofString())).toList();
        boolean equal = alone.equals(asked.stream().map(answer -> answer.join().body()).toList());
        System.out.println(address.replaceAll(".*/", "") + ": " + questions.size() + " answers " + (equal ? "equal" : "NOT equal") + " to those given one by one");
    }
}
