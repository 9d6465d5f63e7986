package dev.trivium.data.sample;

import dev.trivium.data.csv.CsvOptions;
import dev.trivium.data.csv.CsvSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A series that ships inside the jar: a CSV file, UTF-8, comma-separated, one header row, the first column the time.
 *
 * @param name        short name, as on the command line
 * @param title       name for people, a few words
 * @param description what was measured, where and when
 * @param licence     licence of the data, with its holder
 * @param citation    work to cite
 * @param content     size, step, unit and checksum of the CSV file
 */
public record Sample(String name, String title, String description, String licence, String citation, Content content) {

    /**
     * What the CSV file holds.
     *
     * @param length time steps, T
     * @param width  series, S
     * @param step   time between two rows, in words
     * @param unit   unit of all series whose header has none
     * @param sha256 SHA-256 of the CSV file, in lower-case hexadecimal
     * @param time   name and form of the time column
     */
    public record Content(int length, int width, String step, String unit, String sha256, CsvOptions time) {}

    /**
     * Opens the CSV file. The whole file is in memory and its checksum has been compared.
     *
     * @throws IOException if the file inside the jar is missing or damaged
     */
    public InputStream open() throws IOException {
        return file().open();
    }

    /**
     * Writes the CSV file into a folder, which is made if need be, and returns its path. A file that is already there with the
     * right content is left as it is.
     *
     * @param folder folder to write to
     * @throws IOException if a different file of that name is there, or writing fails
     */
    public Path extract(Path folder) throws IOException {
        return file().extract(folder);
    }

    /**
     * Reads the series, with its time stamps and units.
     *
     * @throws IOException if the file inside the jar is missing or damaged, or cannot be unpacked to a temporary folder
     */
    public SeriesSet series() throws IOException {
        Path folder = Files.createTempDirectory("trivium-sample");
        try {
            Path csv = extract(folder);
            SeriesSet read = CsvSeries.read(csv, content.time()).series();
            List<Variable> variables = read.variables().stream()
                    .map(series -> new Variable(series.name(), series.unit().or(() -> Optional.of(content.unit())))).toList();
            return SeriesSet.of(read.time(), variables, read.toArray());
        } finally {
            Files.deleteIfExists(folder.resolve(fileName()));
            Files.delete(folder);
        }
    }

    /** {@return the name of the CSV file, such as {@code chicago-l.csv}} */
    public String fileName() {
        return name + ".csv";
    }

    /**
     * Reads the text of the licence.
     *
     * @throws IOException if it is missing from the jar
     */
    public String licenceText() throws IOException {
        return file().text(name + "-LICENSE.txt");
    }

    /**
     * Reads where the file comes from and what was changed, in Markdown.
     *
     * @throws IOException if it is missing from the jar
     */
    public String source() throws IOException {
        return file().text(name + "-SOURCE.md");
    }

    private ShippedFile file() {
        return new ShippedFile(Sample.class, fileName(), content.sha256());
    }
}
