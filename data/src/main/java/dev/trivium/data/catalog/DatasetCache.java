package dev.trivium.data.catalog;

import dev.trivium.data.csv.CsvReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Data sets on disk, fetched when first asked for. The folder {@code data/NAME} of the cache holds the files of one data set.
 *
 * <p>Every call compares the checksum of what it hands out; a cached file that no longer has it is fetched anew. Immutable, and safe for
 * several threads and processes at once.
 */
public final class DatasetCache {

    private final Path folder;
    private final Optional<Path> mirror;
    private final boolean offline;
    private final Downloader downloader;

    private DatasetCache(Path folder, Optional<Path> mirror, boolean offline, Downloader downloader) {
        this.folder = folder;
        this.mirror = mirror;
        this.offline = offline;
        this.downloader = downloader;
    }

    /** {@return the cache of this user: see {@link #standardFolder()}} */
    public static DatasetCache standard() {
        return at(standardFolder());
    }

    /**
     * A cache in a folder of one's own choice. It is made when something is fetched.
     *
     * @param folder folder of the cache
     */
    public static DatasetCache at(Path folder) {
        return new DatasetCache(folder.toAbsolutePath().normalize(), Optional.empty(), false, new Downloader(DownloadPolicy.standard()));
    }

    /**
     * {@return the folder named by the system property {@code trivium.cache}, else by the environment variable {@code TRIVIUM_CACHE},
     * else the platform's: {@code ~/.cache/trivium} (or {@code $XDG_CACHE_HOME/trivium}) on Linux, {@code ~/Library/Caches/trivium} on
     * macOS, {@code %LOCALAPPDATA%\trivium\cache} on Windows}
     */
    public static Path standardFolder() {
        return CacheFolder.of(name -> Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank()),
                name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()));
    }

    /**
     * The same cache, but files are looked for in a mirror before the network is asked.
     *
     * @param directory folder laid out by {@link DataFile#mirror()}
     * @throws IllegalArgumentException if there is no such folder
     */
    public DatasetCache withMirror(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("mirror must be a folder, got " + directory);
        }
        return new DatasetCache(folder, Optional.of(directory.toAbsolutePath().normalize()), offline, downloader);
    }

    /** {@return the same cache, but the network is never asked} */
    public DatasetCache offline() {
        return new DatasetCache(folder, mirror, true, downloader);
    }

    /**
     * The same cache with another patience.
     *
     * @param policy patience of its downloads
     */
    public DatasetCache withPolicy(DownloadPolicy policy) {
        return new DatasetCache(folder, mirror, offline, new Downloader(policy));
    }

    /** {@return the folder of the cache} */
    public Path folder() {
        return folder;
    }

    /**
     * Names the place of a file in the cache, whether it is there or not.
     *
     * @param set  data set
     * @param file one of its files
     */
    public Path path(DataSet set, DataFile file) {
        return folder(set).resolve(file.name());
    }

    /**
     * Tells whether all files of a data set are in the cache with the right checksums.
     *
     * @param set data set
     * @throws IOException if a file cannot be read
     */
    public boolean holds(DataSet set) throws IOException {
        for (DataFile file : set.files()) {
            if (!file.matches(path(set, file))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Fetches what is missing of a data set and returns the paths of its files, in the order of the catalogue.
     *
     * @param set      data set
     * @param progress told how it comes along
     * @throws IOException if a file cannot be had or is not the right one
     */
    public List<Path> all(DataSet set, Progress progress) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (DataFile file : set.files()) {
            paths.add(get(set, file, progress));
        }
        return paths;
    }

    /**
     * Fetches the main file of a data set, if it is missing, and returns its path.
     *
     * @param set      data set
     * @param progress told how it comes along
     * @throws IOException if the file cannot be had or is not the right one
     */
    public Path main(DataSet set, Progress progress) throws IOException {
        return get(set, set.main(), progress);
    }

    /**
     * Fetches the main file of a data set, if it is missing, and reads it as one series.
     *
     * @param set      data set that can be read so; see {@link DataSet#reading()}
     * @param progress told how it comes along
     * @throws IOException              if the file cannot be had, is not the right one, or cannot be read
     * @throws IllegalArgumentException if the data set is not one series
     */
    public CsvReading read(DataSet set, Progress progress) throws IOException {
        Reading reading = set.reading().orElseThrow(
                () -> new IllegalArgumentException("set must be one that is read as a series, got " + set.name()));
        return reading.read(main(set, progress));
    }

    /**
     * Fetches one file of a data set, if it is missing, and returns its path.
     *
     * @param set      data set
     * @param file     one of its files
     * @param progress told how it comes along
     * @throws IOException if the file cannot be had or is not the right one
     */
    public Path get(DataSet set, DataFile file, Progress progress) throws IOException {
        Path target = path(set, file);
        if (file.matches(target)) {
            return target;
        }
        try (FolderLock lock = FolderLock.on(folder(set), progress)) {
            if (!file.matches(target)) { // else another process was faster
                fetch(set, file, target, progress);
            }
        }
        return target;
    }

    private void fetch(DataSet set, DataFile file, Path target, Progress progress) throws IOException {
        if (file.source() instanceof Source.Shipped) {
            LocalCopy.fromJar(set, file, target);
            return;
        }
        Optional<Path> copy = mirror.map(directory -> directory.resolve(file.mirror())).filter(Files::isRegularFile);
        if (copy.isPresent()) {
            LocalCopy.fromMirror(file, copy.get(), target);
            return;
        }
        if (file.source() instanceof Source.Member member) {
            Path archive = path(set, member.archive());
            if (!member.archive().matches(archive)) {
                fetch(set, member.archive(), archive, progress);
            }
            LocalCopy.fromArchive(file, archive, member.path(), target);
            Files.delete(archive);
        } else if (file.source() instanceof Source.Download download && !offline) {
            downloader.fetch(file, download.url(), target, progress);
        } else {
            throw new IOException(missing(file, target));
        }
    }

    private static String missing(DataFile file, Path target) {
        String why = file.source() instanceof Source.ByHand ? " because no address gives this very file" : " to work offline";
        return file.name() + " must be in the cache or in a mirror" + why + ", got none; put it (" + file.identity() + ") at " + target
                + ", its source is " + file.source().where();
    }

    private Path folder(DataSet set) {
        return folder.resolve("data").resolve(set.name().toLowerCase(Locale.ROOT));
    }
}
