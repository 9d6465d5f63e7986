package dev.trivium.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to a request for a file from some byte on.
 *
 * @param response the answer
 * @param asked    first byte that was asked for
 */
record HttpAnswer(HttpResponse<InputStream> response, long asked) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+|\\*)");
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;

    /** {@return whether the server says that it has nothing from the byte that was asked for on} */
    boolean beyondTheEnd() {
        return response.statusCode() == RANGE_REFUSED;
    }

    /**
     * {@return the position in the file of the first byte of the body: 0, or the byte that was asked for}
     *
     * @throws RefusedException if this is not the file
     * @throws BusyException    if it may be later
     */
    long begin(DataFile file) throws IOException {
        int status = response.statusCode();
        URI url = response.uri();
        if (status == 408 || status == 429 || status >= 500) {
            throw new BusyException(url + " answered HTTP " + status, retryAfter());
        }
        if (status != OK && status != PARTIAL) {
            throw new RefusedException(url + " must answer with the file, got HTTP " + status + meaning(status));
        }
        String type = header("Content-Type").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html")) {
            throw new RefusedException(url + " must answer with the file, got an HTML page (a login or error page?)");
        }
        if (!header("Content-Encoding").isEmpty() && !header("Content-Encoding").equalsIgnoreCase("identity")) {
            throw new RefusedException(
                    url + " must answer with the file as it is, got Content-Encoding " + header("Content-Encoding"));
        }
        long total = total();
        if (total >= 0 && file.bytes() != DataFile.UNKNOWN_SIZE && total != file.bytes()) {
            throw new RefusedException(
                    url + " must hold " + file.bytes() + " bytes, got " + total + " announced: the file there has changed");
        }
        return status == PARTIAL ? range() : 0;
    }

    /** {@return the size of the whole file as the server announces it, or -1} */
    long total() {
        if (response.statusCode() != PARTIAL) {
            return response.headers().firstValueAsLong("Content-Length").orElse(-1);
        }
        Matcher range = CONTENT_RANGE.matcher(header("Content-Range"));
        return range.matches() && !range.group(3).equals("*") ? Long.parseLong(range.group(3)) : -1;
    }

    private long range() throws IOException {
        Matcher range = CONTENT_RANGE.matcher(header("Content-Range"));
        if (!range.matches() || Long.parseLong(range.group(1)) != asked) {
            throw new RefusedException(response.uri() + " must send the bytes from " + asked + " on, got Content-Range \""
                    + header("Content-Range") + "\"");
        }
        return asked;
    }

    private Duration retryAfter() {
        String seconds = header("Retry-After");
        return seconds.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    private String header(String name) {
        return response.headers().firstValue(name).orElse("").strip();
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401, 403 -> " (access denied)";
            case 404, 410 -> " (not there)";
            default -> "";
        };
    }
}
