package dev.trivium.cli.option;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.CalibrationMolecules;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Molecules with labels that were read, and divided.
 *
 * @param name   of the file or the data set
 * @param split  training, validation and test molecules, and calibration molecules if these were set apart
 * @param smiles the column of SMILES strings; empty for a data set of the catalogue
 * @param stated what the labels are, as the catalogue says; empty for a file
 * @param notes  what is to know of how the files were read
 */
public record MoleculeSource(String name, MoleculeSplit split, Optional<String> smiles, Optional<TaskKind> stated, List<String> notes) {

    /** Copies the notes. */
    public MoleculeSource {
        notes = List.copyOf(notes);
    }

    /** {@return the same molecules, divided otherwise} */
    public MoleculeSource with(MoleculeSplit other) {
        return new MoleculeSource(name, other, smiles, stated, notes);
    }

    /** {@return all parts} */
    public List<MoleculeSet> parts() {
        return Stream.concat(Stream.of(split.train().set(), split.validation().set(), split.test().set()),
                split.calibration().stream().map(CalibrationMolecules::set)).toList();
    }

    /** {@return the names of the labels} */
    public List<String> tasks() {
        return split.train().set().tasks();
    }
}
