package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloaderTest {

    private static final int SIZE = 2_000_003;
    private static final byte[] CONTENT = content();

    private Downloader downloader = waiting(Duration.ofSeconds(30)); // a busy machine must not look like a stalled server
    private final List<String> reasons = new ArrayList<>();
    private final List<Long> arrived = new ArrayList<>();
    private final Progress progress = new Progress() {
        @Override
        public void arrived(DataFile file, long bytes) {
            arrived.add(bytes);
        }

        @Override
        public void retrying(DataFile file, String reason, Duration pause) {
            reasons.add(reason);
        }
    };

    @TempDir
    private Path folder;
    private Path target;
    private Path part;

    private static Downloader waiting(Duration stall) {
        return new Downloader(new DownloadPolicy(Duration.ofSeconds(30), stall, 3, Duration.ofMillis(5)));
    }

    @BeforeEach
    void nameTheTarget() {
        target = folder.resolve("data").resolve("file.csv");
        part = folder.resolve("data").resolve("file.csv.part");
    }

    @Test
    void fetchesAFileAndTellsHowItComesAlong() throws IOException {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
            fetch(server);
            assertEquals(List.of(""), server.ranges());
        }
        assertFetched();
        assertEquals(SIZE, arrived.get(arrived.size() - 1));
        assertEquals(arrived.stream().sorted().toList(), arrived);
        assertEquals(List.of(), reasons);
    }

    @Test
    void fetchesAFileThatIsKnownOnlyByItsGitBlobAndComesWithoutALength() throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(("blob " + SIZE + "\0").getBytes(StandardCharsets.US_ASCII));
        Checksum blob = new Checksum(Checksum.Kind.GIT_BLOB_SHA_1, HexFormat.of().formatHex(sha1.digest(CONTENT)));
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.chunked(CONTENT))) {
            URI url = server.url("/file.csv");
            DataFile file = new DataFile("file.csv", DataFile.UNKNOWN_SIZE, blob, new Source.Download(url), "file.csv");
            downloader.fetch(file, url, target, progress);
        }
        assertFetched();
    }

    @Nested
    class CutConnections {

        @Test
        void continueFromTheByteThatWasReached() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.cutAt(CONTENT, 700_000),
                    LoopbackServer.cutAt(CONTENT, 1_400_000), LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals("", server.ranges().get(0));
                assertReached(700_000, server.ranges().get(1));
                assertReached(1_400_000, server.ranges().get(2));
            }
            assertFetched();
            assertEquals(2, reasons.size());
        }

        @Test
        void doNotUseUpTheTriesAsLongAsTheyBringSomethingNew() throws IOException {
            LoopbackServer.Answer[] script = new LoopbackServer.Answer[10];
            for (int i = 0; i < script.length - 1; i++) {
                script[i] = LoopbackServer.cutAt(CONTENT, 200_000 * (i + 1));
            }
            script[script.length - 1] = LoopbackServer.file(CONTENT);
            try (LoopbackServer server = new LoopbackServer(script)) {
                fetch(server);
                assertEquals(10, server.ranges().size());
            }
            assertFetched();
        }

        @Test
        void leaveAPartForALaterCall() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.cutAt(CONTENT, 900_000))) {
                IOException failed = assertThrows(IOException.class, () -> fetch(server));
                assertTrue(failed.getMessage().startsWith(server.url("/file.csv") + " could not be read, last of 3 tries: "), failed.getMessage());
            }
            assertFalse(Files.exists(target));
            long reached = Files.size(part);
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of("bytes=" + reached + "-"), server.ranges());
            }
            assertFetched();
        }

        @Test
        void beginAnewWhereTheServerIgnoresRange() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.cutAt(CONTENT, 900_000), LoopbackServer.ignoringRange(CONTENT))) {
                fetch(server);
                assertReached(900_000, server.ranges().get(1));
            }
            assertFetched();
        }

        @Test
        void areRefusedWhenTheServerSendsOtherBytesThanAskedFor() throws IOException {
            LoopbackServer.Answer wrong = (exchange, from) -> {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (SIZE - 1) + "/" + SIZE);
                exchange.sendResponseHeaders(206, SIZE);
                exchange.getResponseBody().write(CONTENT);
            };
            Files.createDirectories(part.getParent());
            Files.write(part, Arrays.copyOf(CONTENT, 500));
            try (LoopbackServer server = new LoopbackServer(wrong)) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must send the bytes from 500 on, got Content-Range \"bytes 0-2000002/2000003\"",
                        refused.getMessage());
            }
            assertFalse(Files.exists(target));
        }

        @Test
        @Timeout(60)
        void areNoticedWhenNothingComes() throws IOException {
            downloader = waiting(Duration.ofSeconds(3));
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.stallingAt(CONTENT, 150_000, 20_000), LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of("", "bytes=150000-"), server.ranges());
            }
            assertFetched();
            assertEquals(List.of("no byte came for 3000 ms"), reasons);
        }

        @Test
        void areNoticedWhenNoAnswerBegins() throws IOException {
            downloader = waiting(Duration.ofMillis(400));
            LoopbackServer.Answer silent = (exchange, from) -> {
                try {
                    Thread.sleep(20_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
            try (LoopbackServer server = new LoopbackServer(silent)) {
                IOException failed = assertThrows(IOException.class, () -> fetch(server));
                URI url = server.url("/file.csv");
                assertEquals(url + " could not be read, last of 3 tries: " + url + " did not answer within 400 ms", failed.getMessage());
            }
        }
    }

    @Nested
    class Content {

        @Test
        void withACorruptByteIsFetchedOnceMore() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(corrupt()), LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of("", ""), server.ranges());
            }
            assertFetched();
        }

        @Test
        void thatStaysCorruptIsThrownAwayAndNamed() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(corrupt()))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must have " + SIZE + " bytes, SHA-256 " + sha256(CONTENT) + ", got " + SIZE
                        + " bytes, SHA-256 " + sha256(corrupt()), refused.getMessage());
            }
            assertNothingLeft();
        }

        @Test
        void ofAnOldPartThatBelongsToAnotherFileIsReplaced() throws IOException {
            Files.createDirectories(part.getParent());
            Files.write(part, new byte[50_000]);
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of("bytes=50000-", ""), server.ranges());
            }
            assertFetched();
        }

        @Test
        void ofAnOldPartThatIsTooLongIsReplaced() throws IOException {
            Files.createDirectories(part.getParent());
            Files.write(part, new byte[SIZE + 1]);
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of(""), server.ranges());
            }
            assertFetched();
        }

        @Test
        void ofAnotherSizeIsRefusedBeforeItIsRead() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(Arrays.copyOf(CONTENT, SIZE + 5)))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must hold 2000003 bytes, got 2000008 announced: the file there has changed",
                        refused.getMessage());
                assertEquals(1, server.ranges().size());
            }
            assertEquals(List.of(), arrived);
        }

        @Test
        void thatGoesOnForTooLongIsRefused() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.chunked(Arrays.copyOf(CONTENT, 3 * SIZE)))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must hold 2000003 bytes, got more", refused.getMessage());
            }
            assertFalse(Files.exists(target));
        }

        @Test
        void replacesAnOlderFileOnlyWhenItIsComplete() throws IOException {
            Files.createDirectories(target.getParent());
            Files.writeString(target, "old", StandardCharsets.UTF_8);
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.cutAt(CONTENT, 1000))) {
                assertThrows(IOException.class, () -> fetch(server));
            }
            assertEquals("old", Files.readString(target, StandardCharsets.UTF_8));
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                fetch(server);
            }
            assertFetched();
        }
    }

    @Nested
    class Errors {

        @Test
        void thatStayAreRefusedAtOnce() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(404))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must answer with the file, got HTTP 404 (not there)", refused.getMessage());
                assertEquals(1, server.ranges().size());
            }
            assertNothingLeft();
        }

        @Test
        void thatPassAreTriedAgain() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(503, "Retry-After", "0"), LoopbackServer.status(429),
                    LoopbackServer.file(CONTENT))) {
                fetch(server);
                assertEquals(List.of(server.url("/file.csv") + " answered HTTP 503", server.url("/file.csv") + " answered HTTP 429"), reasons);
            }
            assertFetched();
        }

        @Test
        void ofTheServerAreReportedWhenTheyDoNotPass() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(500))) {
                URI url = server.url("/file.csv");
                IOException failed = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(url + " could not be read, last of 3 tries: " + url + " answered HTTP 500", failed.getMessage());
            }
        }

        @Test
        void dressedAsAPageAreRefused() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.page("<html>Please log in</html>"))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must answer with the file, got an HTML page (a login or error page?)",
                        refused.getMessage());
            }
            assertNothingLeft();
        }

        @Test
        void ofAServerThatIsNotThereNameTheAddress() throws IOException {
            LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT));
            server.close();
            IOException failed = assertThrows(IOException.class, () -> fetch(server));
            assertTrue(failed.getMessage().startsWith(server.url("/file.csv") + " could not be read, last of 3 tries: "), failed.getMessage());
        }

        @Test
        void areReportedWhenTheThreadIsInterrupted() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(503, "Retry-After", "30"))) {
                Thread.currentThread().interrupt();
                assertThrows(InterruptedIOException.class, () -> fetch(server));
                assertTrue(Thread.interrupted());
            }
        }
    }

    @Nested
    class Redirected {

        @Test
        void requestsAreFollowed() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(302, "Location", "/elsewhere"), LoopbackServer.file(CONTENT))) {
                fetch(server);
            }
            assertFetched();
        }

        @Test
        void requestsThatGoInACircleAreRefused() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(301, "Location", "/b"),
                    LoopbackServer.status(301, "Location", "/file.csv"))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must lead to a file, got redirects in a circle: ["
                        + server.url("/file.csv") + ", " + server.url("/b") + "]", refused.getMessage());
            }
        }

        @Test
        void requestsThatGoOnAndOnAreRefused() throws IOException {
            LoopbackServer.Answer[] script = new LoopbackServer.Answer[9];
            for (int i = 0; i < script.length; i++) {
                script[i] = LoopbackServer.status(302, "Location", "/" + i);
            }
            try (LoopbackServer server = new LoopbackServer(script)) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertTrue(refused.getMessage().contains(" must need at most 5 redirects, got "), refused.getMessage());
            }
        }

        @Test
        void requestsToSomethingElseThanAWebAddressAreRefused() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.status(302, "Location", "file:///etc/hosts"))) {
                IOException refused = assertThrows(IOException.class, () -> fetch(server));
                assertEquals(server.url("/file.csv") + " must redirect to an address at least as safe, got Location \"file:///etc/hosts\"",
                        refused.getMessage());
            }
        }
    }

    private void fetch(LoopbackServer server) throws IOException {
        URI url = server.url("/file.csv");
        downloader.fetch(file(url), url, target, progress);
    }

    /** The HTTP client may drop the last pieces before a cut, but no more than its buffers hold. */
    private static void assertReached(int cut, String range) {
        int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        assertTrue(from <= cut && from > cut - 100_000, range);
    }

    private void assertFetched() throws IOException {
        assertArrayEquals(CONTENT, Files.readAllBytes(target));
        assertFalse(Files.exists(part), "no part is left");
    }

    private void assertNothingLeft() throws IOException {
        try (var files = Files.list(target.getParent())) {
            assertEquals(List.of(), files.toList());
        }
    }

    private static DataFile file(URI url) {
        return new DataFile("file.csv", SIZE, new Checksum(Checksum.Kind.SHA_256, sha256(CONTENT)), new Source.Download(url), "file.csv");
    }

    private static byte[] corrupt() {
        byte[] corrupt = CONTENT.clone();
        corrupt[SIZE / 2] ^= 1;
        return corrupt;
    }

    private static byte[] content() {
        byte[] content = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            content[i] = (byte) (i * 31 + i / 251);
        }
        return content;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
