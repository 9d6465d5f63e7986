package dev.trivium.data.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How to read a data set as molecules with labels.
 *
 * @param labels what the labels are
 * @param smiles the column of SMILES strings
 * @param tasks  the columns of labels; none: all columns but that of the SMILES strings
 * @param units  unit by task, where the labels have one
 * @param file   the file that holds all molecules; empty if the set comes in parts only
 * @param splits the published splits, each in three files; none if there is none
 */
public record MoleculeTable(
        Labels labels, String smiles, List<String> tasks, Map<String, String> units, Optional<String> file, List<Parts> splits) {

    /** What labels are. */
    public enum Labels {
        /** Quantities. */
        REGRESSION,
        /** 1 for yes, 0 for no. */
        CLASSIFICATION;

        /** {@return the name in lower case} */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A split as three files.
     *
     * @param train      name of the file with the training molecules
     * @param validation name of the file with the validation molecules
     * @param test       name of the file with the test molecules
     */
    public record Parts(String train, String validation, String test) {

        /** {@return the three names} */
        public List<String> files() {
            return List.of(train, validation, test);
        }
    }

    /** Copies what it is given, and checks that there is a file or a split. */
    public MoleculeTable {
        tasks = List.copyOf(tasks);
        units = Map.copyOf(units);
        splits = List.copyOf(splits);
        if (file.isEmpty() && splits.isEmpty()) {
            throw new IllegalArgumentException("file must be given where there are no splits, got neither");
        }
        if (!tasks.isEmpty() && !tasks.containsAll(units.keySet())) {
            throw new IllegalArgumentException("units must be those of tasks " + tasks + ", got " + units);
        }
    }
}
