package dev.trivium.molecular.sample;

import dev.trivium.data.sample.ShippedFile;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.table.MoleculeFile;
import dev.trivium.molecular.table.TableOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Molecules with a measured property that ship inside the jar: a CSV file, UTF-8, comma-separated, one header row.
 *
 * @param name        short name, as on the command line
 * @param title       name for people, a few words
 * @param description what was measured
 * @param licence     licence of the data
 * @param citation    work to cite
 * @param content     size, columns, unit and checksum of the CSV file
 */
public record MoleculeSample(String name, String title, String description, String licence, String citation, Content content) {

    /**
     * What the CSV file holds.
     *
     * @param molecules rows
     * @param smiles    column of the SMILES strings
     * @param target    column of the measured property
     * @param kind      what the property is
     * @param unit      its unit
     * @param sha256    SHA-256 of the CSV file, in lower-case hexadecimal
     */
    public record Content(int molecules, String smiles, String target, TaskKind kind, String unit, String sha256) {}

    /**
     * Opens the CSV file. The whole file is in memory and its checksum has been compared.
     *
     * @throws IOException if the file inside the jar is missing or damaged
     */
    public InputStream open() throws IOException {
        return file().open();
    }

    /**
     * Writes the CSV file into a folder, which is made if need be, and returns its path. A file that is already there with the right
     * content is left as it is.
     *
     * @param folder folder to write to
     * @throws IOException if a different file of that name is there, or writing fails
     */
    public Path extract(Path folder) throws IOException {
        return file().extract(folder);
    }

    /**
     * {@return the molecules with their one label, in the order of the file}
     *
     * @throws IOException if the file inside the jar is missing or damaged, or cannot be unpacked to a temporary folder
     */
    public MoleculeSet molecules() throws IOException {
        Path folder = Files.createTempDirectory("trivium-sample");
        try {
            TableOptions options = TableOptions.defaults().withSmiles(content.smiles()).withTargets(content.target());
            return MoleculeFile.read(extract(folder), options).set();
        } finally {
            Files.deleteIfExists(folder.resolve(fileName()));
            Files.delete(folder);
        }
    }

    /** {@return the name of the CSV file, such as {@code melting-points.csv}} */
    public String fileName() {
        return name + ".csv";
    }

    /**
     * {@return the text of the licence}
     *
     * @throws IOException if it is missing from the jar
     */
    public String licenceText() throws IOException {
        return file().text("LICENSE.txt");
    }

    /**
     * {@return where the file comes from and what was chosen, in Markdown}
     *
     * @throws IOException if it is missing from the jar
     */
    public String source() throws IOException {
        return file().text("SOURCE.md");
    }

    private ShippedFile file() {
        return new ShippedFile(MoleculeSample.class, fileName(), content.sha256());
    }
}
