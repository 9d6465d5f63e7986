package dev.trivium.molecular.interval;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Scaffold;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.nn.artifact.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The scaffolds of the training molecules, kept as the first 64 bits of their SHA-256: a new one is taken for known with a probability of 3e-15
 * at 50,000 scaffolds. Having no ring counts as one scaffold.
 */
public final class KnownScaffolds {

    /** The groups of molecules, by number. */
    public static final List<String> GROUPS = List.of("known scaffold", "new scaffold");

    private static final int DIGITS = 16;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    private final Set<String> hashes;

    private KnownScaffolds(Set<String> hashes) {
        this.hashes = hashes;
    }

    /** {@return the scaffolds of training molecules; rows that are no molecules are left out} */
    public static KnownScaffolds of(TrainingMolecules train, ParseSettings parsing) {
        List<String> hashes = train.set().smiles().parallelStream()
                .map(smiles -> Molecule.parse(smiles, parsing) instanceof Parsed.Ok ok ? Optional.of(hash(ok.molecule())) : Optional.<String>empty())
                .flatMap(Optional::stream).toList();
        return new KnownScaffolds(new HashSet<>(hashes));
    }

    private static String hash(Molecule molecule) {
        return Sha256.of(Scaffold.of(molecule).smiles().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** {@return the number of a molecule's group in {@link #GROUPS}} */
    public int group(Molecule molecule) {
        return hashes.contains(hash(molecule)) ? 0 : 1;
    }

    List<String> describe() {
        return List.copyOf(new TreeSet<>(hashes));
    }

    static KnownScaffolds parse(List<?> described) {
        Set<String> hashes = new HashSet<>();
        for (Object hash : described) {
            if (!(hash instanceof String text) || !HEX.matcher(text).matches() || !hashes.add(text)) {
                throw new IllegalArgumentException("scaffolds must be different texts of " + DIGITS + " hexadecimal digits, got "
                        + TextStart.of(Objects.toString(hash)));
            }
        }
        return new KnownScaffolds(hashes);
    }
}
