package dev.trivium.molecular.applicability;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Fingerprint;
import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import dev.trivium.molecular.featurize.Profile;
import dev.trivium.molecular.split.TrainingMolecules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The molecules a model was fitted on, kept with their labels so that a prediction can be set beside them. Whoever has a model file with
 * one can read the training data. Holds 50,000 molecules at most, evenly spaced among more, at about 260 bytes each beside SMILES and
 * labels. Immutable, for many threads.
 */
public final class TrainingSpace {

    /** The most molecules that are kept. */
    public static final int MOST = 50_000;

    private static final int MOST_NEIGHBOURS = 1000;

    private final int[] rows;
    private final List<String> smiles;
    private final int tasks;
    private final double[] labels;
    private final Fingerprint[] fingerprints;
    private final NearestSearch search;
    private final TrainingRange range;

    TrainingSpace(int[] rows, List<String> smiles, int tasks, double[] labels, Fingerprint[] fingerprints, NearestSearch search,
            TrainingRange range) {
        this.rows = rows;
        this.smiles = smiles;
        this.tasks = tasks;
        this.labels = labels;
        this.fingerprints = fingerprints;
        this.search = search;
        this.range = range;
    }

    /**
     * {@return the space of training molecules; rows that are no molecules are left out}
     *
     * @throws IllegalArgumentException if none is a molecule
     */
    public static TrainingSpace of(TrainingMolecules train, ParseSettings settings) {
        List<Profile> profiles = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < train.set().size(); i++) {
            if (Molecule.parse(train.set().smiles().get(i), settings) instanceof Parsed.Ok ok) {
                profiles.add(Profile.of(ok.molecule()));
                rows.add(i);
            }
        }
        return of(train.set(), rows.stream().mapToInt(Integer::intValue).toArray(), profiles);
    }

    /**
     * {@return the space of those training molecules whose profile is known already}
     *
     * @param rows of the set, increasing
     * @param profiles one per row
     * @throws IllegalArgumentException if there is none, or not one for each row
     */
    public static TrainingSpace of(MoleculeSet train, int[] rows, List<Profile> profiles) {
        if (rows.length == 0 || rows.length != profiles.size()) {
            throw new IllegalArgumentException("profiles must be at least one and as many as rows, got " + profiles.size() + " for "
                    + rows.length + " rows");
        }
        int[] kept = new int[Math.min(rows.length, MOST)];
        Arrays.setAll(kept, i -> (int) ((long) i * rows.length / kept.length));
        List<Profile> chosen = Arrays.stream(kept).mapToObj(profiles::get).toList();
        MoleculeSet set = train.select(Arrays.stream(kept).map(i -> rows[i]).toArray());
        Fingerprint[] fingerprints = chosen.stream().map(Profile::fingerprint).toArray(Fingerprint[]::new);
        NearestSearch search = new NearestSearch(fingerprints);
        return new TrainingSpace(Arrays.stream(kept).map(i -> rows[i]).toArray(), set.smiles(), set.tasks().size(), set.labels(), fingerprints,
                search, TrainingRange.of(chosen, search));
    }

    /** {@return the number of molecules that are kept} */
    public int size() {
        return rows.length;
    }

    /** {@return the similarity to the nearest training molecule below which a molecule lies outside} */
    public double leastSimilarity() {
        return range.similarity();
    }

    /**
     * {@return where a molecule stands}
     *
     * @param neighbours how many of the nearest training molecules to name, 1 to 1000; fewer if there are not as many
     */
    public Applicability about(Profile profile, int neighbours) {
        if (neighbours < 1 || neighbours > MOST_NEIGHBOURS) {
            throw new IllegalArgumentException("neighbours must be between 1 and " + MOST_NEIGHBOURS + ", got " + neighbours);
        }
        NearestSearch.Best best = search.nearest(profile.fingerprint(), Math.min(neighbours, size()), -1);
        List<Neighbour> nearest = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            int member = best.number(i);
            nearest.add(new Neighbour(rows[member], smiles.get(member), best.similarity(i),
                    Arrays.copyOfRange(labels, member * tasks, (member + 1) * tasks)));
        }
        return new Applicability(nearest, range.outside(profile.descriptors(), best.similarity(0)));
    }

    int[] rows() {
        return rows;
    }

    /** {@return the molecules as they were written} */
    public List<String> smiles() {
        return smiles;
    }

    int tasks() {
        return tasks;
    }

    double[] labels() {
        return labels;
    }

    Fingerprint[] fingerprints() {
        return fingerprints;
    }

    TrainingRange range() {
        return range;
    }
}
