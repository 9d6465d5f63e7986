package dev.trivium.data.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A named data set of the catalogue.
 *
 * @param name      short name, unique without regard to case
 * @param title     what it holds, a few words
 * @param domain    what it is mainly used for
 * @param layout    size and time step
 * @param terms     licence and citation
 * @param reading   how to read it as one series, for those that are one
 * @param molecules how to read it as molecules with labels, for those that are
 * @param files     its files; at least one
 */
public record DataSet(String name, String title, Domain domain, Layout layout, Terms terms, Optional<Reading> reading,
        Optional<MoleculeTable> molecules, List<DataFile> files) {

    /**
     * Size of a data set, in words.
     *
     * @param shape rows × columns of values, without the time column
     * @param step  time between two rows, or what a row is
     * @param note  what a reader must know, if anything
     */
    public record Layout(String shape, String step, Optional<String> note) {}

    /**
     * Conditions of use.
     *
     * @param licence  licence as found at the source; says so where none is stated
     * @param citation work to cite
     */
    public record Terms(String licence, String citation) {}

    /** Copies the list of files and checks it. */
    public DataSet {
        files = List.copyOf(files);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("name must be letters, digits, - and _, got " + name);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must hold at least one file, got none for " + name);
        }
        if (files.stream().map(file -> file.name().toLowerCase(Locale.ROOT)).distinct().count() < files.size()) {
            throw new IllegalArgumentException("files must have different names, got " + files.stream().map(DataFile::name).toList());
        }
        if (reading.isPresent()) {
            file(files, reading.get().file());
        }
        for (MoleculeTable table : molecules.stream().toList()) {
            for (String wanted : Stream.concat(table.file().stream(), table.splits().stream().flatMap(p -> p.files().stream())).toList()) {
                file(files, wanted);
            }
        }
    }

    /** {@return the file that holds the series or all molecules, or the first one} */
    public DataFile main() {
        return reading.map(Reading::file).or(() -> molecules.flatMap(MoleculeTable::file)).map(this::file).orElse(files.get(0));
    }

    /**
     * Finds a file by its name.
     *
     * @param wanted name of a file
     * @throws IllegalArgumentException if there is none of that name
     */
    public DataFile file(String wanted) {
        return file(files, wanted);
    }

    /** {@return the size of all files in bytes, or {@link DataFile#UNKNOWN_SIZE} if that of one is not on record} */
    public long bytes() {
        boolean unknown = files.stream().anyMatch(file -> file.bytes() == DataFile.UNKNOWN_SIZE);
        return unknown ? DataFile.UNKNOWN_SIZE : files.stream().mapToLong(DataFile::bytes).sum();
    }

    private static DataFile file(List<DataFile> files, String wanted) {
        return files.stream().filter(file -> file.name().equals(wanted)).findFirst().orElseThrow(() -> new IllegalArgumentException(
                "file must be one of " + files.stream().map(DataFile::name).toList() + ", got " + wanted));
    }
}
