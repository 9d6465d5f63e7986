package dev.trivium.data.catalog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A process of its own that fetches one file into a cache: {@code FOLDER URL BYTES SHA256}. */
final class FetchingProcess {

    private FetchingProcess() {}

    public static void main(String[] arguments) throws IOException {
        DataSet set = set(URI.create(arguments[1]), Long.parseLong(arguments[2]), arguments[3]);
        DatasetCache.at(Path.of(arguments[0])).main(set, Progress.none());
    }

    static DataSet set(URI url, long bytes, String sha256) {
        DataFile file = new DataFile("file.csv", bytes, new Checksum(Checksum.Kind.SHA_256, sha256), new Source.Download(url), "x/file.csv.gz");
        return new DataSet("Numbers", "Numbers", Domain.FORECASTING, new DataSet.Layout("1×1", "1 h", Optional.empty()),
                new DataSet.Terms("none", "none"), Optional.empty(), Optional.empty(), List.of(file));
    }

    /** {@return the file that holds what the processes of a cache print} */
    static Path log(Path folder) {
        return folder.resolveSibling("processes.log");
    }

    static Process start(Path folder, URI url, long bytes, String sha256) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Xmx64m", "-cp", System.getProperty("java.class.path"), FetchingProcess.class.getName(),
                folder.toString(), url.toString(), Long.toString(bytes), sha256)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile())).start();
    }
}
