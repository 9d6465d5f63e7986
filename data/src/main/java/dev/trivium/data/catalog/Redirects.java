package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Asks for a file and follows a few redirects, never in a circle and never from https to http. */
final class Redirects {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Duration timeout;

    Redirects(HttpClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** Asks for the bytes of a file from {@code from} on. The caller closes the body. */
    HttpAnswer ask(URI url, long from) throws IOException {
        Set<URI> seen = new LinkedHashSet<>();
        URI next = url;
        while (seen.add(next)) {
            HttpResponse<InputStream> response = send(next, from);
            if (!REDIRECTS.contains(response.statusCode())) {
                return new HttpAnswer(response, from);
            }
            response.body().close();
            if (seen.size() > MOST) {
                throw new RefusedException(url + " must need at most " + MOST + " redirects, got " + seen);
            }
            next = target(response);
        }
        throw new RefusedException(url + " must lead to a file, got redirects in a circle: " + seen);
    }

    private static URI target(HttpResponse<InputStream> response) throws IOException {
        URI from = response.uri();
        String location = response.headers().firstValue("Location").orElse("");
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(from + " must redirect to an address, got Location \"" + location + "\"", e);
        }
        boolean downgraded = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
        if (location.isEmpty() || downgraded || !("http".equals(to.getScheme()) || "https".equals(to.getScheme()))) {
            throw new RefusedException(from + " must redirect to an address at least as safe, got Location \"" + location + "\"");
        }
        return to;
    }

    private HttpResponse<InputStream> send(URI url, long from) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(timeout).header("User-Agent", "trivium");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new IOException(url + " did not answer within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while asking for " + url);
        }
    }
}
