package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DatasetCacheTest {

    private static final byte[] CONTENT = "time,a\n0,1\n1,2\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/file.csv");

    @TempDir
    private Path folder;
    private DatasetCache cache;
    private Path mirror;

    @BeforeEach
    void makeFolders() throws IOException {
        cache = DatasetCache.at(folder.resolve("cache"));
        mirror = Files.createDirectories(folder.resolve("mirror"));
    }

    @Test
    void downloadsOnceAndThenServesFromDisk() throws IOException {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
            DataSet set = set(server.url("/file.csv"));
            assertFalse(cache.holds(set));
            Path path = cache.main(set, Progress.none());
            assertEquals(folder.resolve("cache/data/numbers/file.csv"), path);
            assertEquals(List.of(path), cache.all(set, Progress.none()));
            assertTrue(cache.holds(set));
            assertEquals(1, server.ranges().size());
            assertArrayEquals(CONTENT, Files.readAllBytes(path));
        }
    }

    @Test
    void fetchesADamagedFileAnew() throws IOException {
        try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
            DataSet set = set(server.url("/file.csv"));
            Path path = cache.main(set, Progress.none());
            byte[] damaged = CONTENT.clone();
            damaged[77] ^= 4;
            Files.write(path, damaged);
            assertFalse(cache.holds(set));
            assertArrayEquals(CONTENT, Files.readAllBytes(cache.main(set, Progress.none())));
            assertEquals(2, server.ranges().size());
        }
    }

    @Test
    void takesASampleOutOfTheJarEvenOffline() throws IOException {
        Path path = cache.offline().main(Catalog.builtIn().get("chicago-l"), Progress.none());
        assertTrue(Files.readString(path, StandardCharsets.UTF_8).startsWith("date,Austin,"));
    }

    @Test
    void readsASetThatIsOneSeriesAndRefusesOthers() throws IOException {
        assertEquals(20, cache.offline().read(Catalog.builtIn().get("chicago-l"), Progress.none()).series().width());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> cache.read(Catalog.builtIn().get("Tox21"), Progress.none()));
        assertEquals("set must be one that is read as a series, got Tox21", refused.getMessage());
    }

    @Nested
    class Mirrors {

        @Test
        void areReadBeforeTheNetworkAndDecompressed() throws IOException {
            mirrored("x/file.csv.gz", gzip(CONTENT));
            Path path = cache.withMirror(mirror).offline().main(set(NOWHERE), Progress.none());
            assertArrayEquals(CONTENT, Files.readAllBytes(path));
        }

        @Test
        void withADamagedCopyAreRefused() throws IOException {
            byte[] damaged = CONTENT.clone();
            damaged[9] ^= 1;
            Path copy = mirrored("x/file.csv.gz", gzip(damaged));
            IOException refused = assertThrows(IOException.class, () -> cache.withMirror(mirror).main(set(NOWHERE), Progress.none()));
            assertEquals(copy + " must have " + CONTENT.length + " bytes, SHA-256 " + sha256(CONTENT) + ", got " + CONTENT.length
                    + " bytes, SHA-256 " + sha256(damaged), refused.getMessage());
            assertOnlyTheLockIsLeft();
        }

        @Test
        void withAFileThatIsNoGzipAreRefused() throws IOException {
            Path copy = mirrored("x/file.csv.gz", CONTENT);
            IOException refused = assertThrows(IOException.class, () -> cache.withMirror(mirror).main(set(NOWHERE), Progress.none()));
            assertEquals(copy + " must be a gzip file, got Not in GZIP format", refused.getMessage());
            assertOnlyTheLockIsLeft();
        }

        @Test
        void withALongerFileAreRefusedBeforeTheDiskIsFull() throws IOException {
            Path copy = mirrored("x/file.csv.gz", gzip(new byte[50_000_000]));
            IOException refused = assertThrows(IOException.class, () -> cache.withMirror(mirror).main(set(NOWHERE), Progress.none()));
            assertEquals(copy + " must have " + CONTENT.length + " bytes, SHA-256 " + sha256(CONTENT) + ", got more bytes", refused.getMessage());
            assertOnlyTheLockIsLeft();
        }

        @Test
        void withoutTheFileLeadToTheNetwork() throws IOException {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                Path path = cache.withMirror(mirror).main(set(server.url("/file.csv")), Progress.none());
                assertArrayEquals(CONTENT, Files.readAllBytes(path));
            }
        }

        @Test
        void thatAreNoFolderAreRefused() {
            Path nowhere = folder.resolve("nowhere");
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> cache.withMirror(nowhere));
            assertEquals("mirror must be a folder, got " + nowhere, refused.getMessage());
        }
    }

    @Nested
    class Archives {

        @Test
        void areFetchedUnpackedAndRemoved() throws IOException {
            byte[] zip = zip("folder/file.csv", CONTENT);
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.cutAt(zip, zip.length / 2), LoopbackServer.file(zip))) {
                Path path = cache.main(archived(server.url("/file.zip"), zip, "folder/file.csv"), Progress.none());
                assertArrayEquals(CONTENT, Files.readAllBytes(path));
                assertEquals(2, server.ranges().size());
                assertFalse(Files.exists(path.resolveSibling("file.zip")));
            }
        }

        @Test
        void areTakenFromAMirrorWhenItLacksTheMember() throws IOException {
            byte[] zip = zip("folder/file.csv", CONTENT);
            mirrored("x/file.zip", zip);
            Path path = cache.withMirror(mirror).offline().main(archived(NOWHERE, zip, "folder/file.csv"), Progress.none());
            assertArrayEquals(CONTENT, Files.readAllBytes(path));
        }

        @Test
        void withoutTheMemberAreRefused() throws IOException {
            byte[] zip = zip("other.csv", CONTENT);
            mirrored("x/file.zip", zip);
            IOException refused = assertThrows(IOException.class,
                    () -> cache.withMirror(mirror).main(archived(NOWHERE, zip, "folder/file.csv"), Progress.none()));
            assertEquals(folder.resolve("cache/data/numbers/file.zip") + " must hold folder/file.csv, got [other.csv]", refused.getMessage());
        }

        @Test
        void withADamagedMemberAreRefused() throws IOException {
            byte[] zip = zip("folder/file.csv", gzip(CONTENT));
            mirrored("x/file.zip", zip);
            IOException refused = assertThrows(IOException.class,
                    () -> cache.withMirror(mirror).main(archived(NOWHERE, zip, "folder/file.csv"), Progress.none()));
            assertTrue(refused.getMessage().startsWith("folder/file.csv in "), refused.getMessage());
            assertTrue(refused.getMessage().contains(" must have " + CONTENT.length + " bytes, SHA-256 "), refused.getMessage());
            assertFalse(Files.exists(folder.resolve("cache/data/numbers/file.csv")));
        }
    }

    @Nested
    class Offline {

        @Test
        void saysWhereToPutTheFile() {
            IOException refused = assertThrows(IOException.class, () -> cache.offline().main(set(NOWHERE), Progress.none()));
            assertEquals("file.csv must be in the cache or in a mirror to work offline, got none; put it (" + CONTENT.length + " bytes, SHA-256 "
                    + sha256(CONTENT) + ") at " + folder.resolve("cache/data/numbers/file.csv") + ", its source is " + NOWHERE, refused.getMessage());
        }

        @Test
        void findsAFileThatWasPutThere() throws IOException {
            Path path = cache.path(set(NOWHERE), set(NOWHERE).main());
            Files.createDirectories(path.getParent());
            Files.write(path, CONTENT);
            assertEquals(path, cache.offline().main(set(NOWHERE), Progress.none()));
        }

        @Test
        void saysTheSameOfAFileThatNoAddressGives() {
            DataSet set = Catalog.builtIn().get("rutgers_noise");
            IOException refused = assertThrows(IOException.class, () -> cache.main(set, Progress.none()));
            assertTrue(refused.getMessage().startsWith("rutgers_noise.tar.gz must be in the cache or in a mirror because no address gives this very"
                    + " file, got none; put it (1495280 bytes, SHA-256 38dd97a0"), refused.getMessage());
        }
    }

    @Nested
    class AtTheSameTime {

        @Test
        void threadsFetchAFileOnce() throws Exception {
            try (LoopbackServer server = new LoopbackServer(LoopbackServer.file(CONTENT))) {
                DataSet set = set(server.url("/file.csv"));
                ExecutorService threads = Executors.newFixedThreadPool(8);
                List<Future<Path>> paths = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    paths.add(threads.submit(() -> cache.main(set, Progress.none())));
                }
                for (Future<Path> path : paths) {
                    assertArrayEquals(CONTENT, Files.readAllBytes(path.get()));
                }
                threads.shutdown();
                assertEquals(1, server.ranges().size());
            }
        }

        @Test
        void oneWaitsForTheOtherAndSaysSo() throws Exception {
            Path data = cache.path(set(NOWHERE), set(NOWHERE).main()).getParent();
            List<Path> waited = new ArrayList<>();
            Progress progress = new Progress() {
                @Override
                public void arrived(DataFile file, long bytes) {}

                @Override
                public void waiting(Path lock) {
                    waited.add(lock);
                }
            };
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<?> second;
            try (FolderLock first = FolderLock.on(data, Progress.none())) {
                second = thread.submit(() -> FolderLock.on(data, progress));
                sleep(200);
                assertFalse(second.isDone());
            }
            second.get();
            thread.shutdown();
            assertEquals(List.of(data.resolve(".lock")), waited);
        }

        @Test
        void processesFetchAFileOnce() throws Exception {
            LoopbackServer.Answer slow = (exchange, from) -> {
                sleep(1500);
                LoopbackServer.file(CONTENT).to(exchange, from);
            };
            try (LoopbackServer server = new LoopbackServer(slow)) {
                List<Process> processes = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    processes.add(FetchingProcess.start(cache.folder(), server.url("/file.csv"), CONTENT.length, sha256(CONTENT)));
                }
                for (Process process : processes) {
                    assertEquals(0, process.waitFor(), () -> text(FetchingProcess.log(cache.folder())));
                }
                assertEquals(1, server.ranges().size());
                assertTrue(cache.holds(set(server.url("/file.csv"))));
            }
        }

        @Test
        void aKilledProcessLeavesAPartThatTheNextOneContinues() throws Exception {
            int half = CONTENT.length / 2;
            try (LoopbackServer server = new LoopbackServer(
                    LoopbackServer.stallingAt(CONTENT, half, 30_000), LoopbackServer.file(CONTENT))) {
                DataSet set = set(server.url("/file.csv"));
                Path part = Published.part(cache.path(set, set.main()));
                Process killed = FetchingProcess.start(cache.folder(), server.url("/file.csv"), CONTENT.length, sha256(CONTENT));
                while (!Files.exists(part) || Files.size(part) < half) {
                    sleep(20);
                }
                killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                assertFalse(Files.exists(cache.path(set, set.main())));
                assertArrayEquals(CONTENT, Files.readAllBytes(cache.main(set, Progress.none())));
                assertEquals(List.of("", "bytes=" + half + "-"), server.ranges());
            }
        }
    }

    private static DataSet set(URI url) {
        return FetchingProcess.set(url, CONTENT.length, sha256(CONTENT));
    }

    private static DataSet archived(URI url, byte[] zip, String member) {
        DataFile archive = new DataFile("file.zip", zip.length, new Checksum(Checksum.Kind.SHA_256, sha256(zip)), new Source.Download(url), "x/file.zip");
        DataFile file = new DataFile("file.csv", CONTENT.length, new Checksum(Checksum.Kind.SHA_256, sha256(CONTENT)),
                new Source.Member(archive, member), "x/file.csv.gz");
        DataSet plain = set(url);
        return new DataSet(plain.name(), plain.title(), plain.domain(), plain.layout(), plain.terms(), Optional.empty(), Optional.empty(), List.of(file));
    }

    private Path mirrored(String path, byte[] content) throws IOException {
        Path file = mirror.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private void assertOnlyTheLockIsLeft() throws IOException {
        try (var files = Files.list(folder.resolve("cache/data/numbers"))) {
            assertEquals(List.of(".lock"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String member, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(member));
            out.write(content);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
