package dev.trivium.data.catalog;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Downloads files over HTTP and checks them.
 *
 * <p>Bytes go to {@code TARGET.part}. A cut or stalled connection, or a server that answers 408, 429 or 5xx, is tried again after a
 * pause, from the byte that was reached (HTTP {@code Range}; a server that ignores it sends the whole file again). A later call, or a
 * later process, continues an old {@code .part} file. When all bytes are there their checksum is compared and the file gets its name
 * by an atomic rename; if the checksum differs, the bytes are thrown away and fetched once more before giving up.
 *
 * <p>Refused at once: other HTTP errors, redirects in a circle or from https to http, an HTML page in place of the file, and a size
 * that is not the one on record. May be used by several threads, for different targets.
 */
public final class Downloader {

    private final DownloadPolicy policy;
    private final Redirects redirects;

    /**
     * Makes a downloader.
     *
     * @param policy how long to wait and how often to try
     */
    public Downloader(DownloadPolicy policy) {
        this.policy = policy;
        this.redirects = new Redirects(HttpClient.newBuilder()
                .connectTimeout(policy.connect()).followRedirects(HttpClient.Redirect.NEVER).build(), policy.stall());
    }

    /**
     * Downloads one file. A file that is already there is replaced when the new one is complete and checked, not before.
     *
     * @param file     its size and checksum
     * @param url      http or https address
     * @param target   where it goes; its folder is made if need be
     * @param progress told of every piece that arrives
     * @throws IOException if the file cannot be had or is not the right one; the message names the address
     */
    public void fetch(DataFile file, URI url, Path target, Progress progress) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = Published.part(target);
        Transfer transfer = new Transfer(file, url, part, progress, policy, redirects);
        transfer.run();
        if (!file.matches(part)) {
            progress.retrying(file, file.mismatch("the content", part), Duration.ZERO);
            Files.delete(part); // what an old part file held, or what the network did to it, is gone in a second round
            transfer.run();
        }
        if (!file.matches(part)) {
            String message = file.mismatch(url.toString(), part);
            Files.delete(part);
            throw new IOException(message);
        }
        Published.as(part, target);
    }
}
