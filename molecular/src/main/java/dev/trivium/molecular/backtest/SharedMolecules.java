package dev.trivium.molecular.backtest;

import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.featurize.Fragments;
import dev.trivium.molecular.featurize.Identity;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.split.Identities;
import dev.trivium.molecular.split.MoleculeSplit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Molecules that the test part shares with an earlier part, by InChIKey; and those of which another form is there: another salt, charge, isotope or
 * stereo isomer, by the first block of the key of the largest fragment.
 */
final class SharedMolecules {

    private static final int SHOWN = 5;
    private static final int SKELETON = 14;
    private static final double DEVIATIONS = 5;
    private static final ParseSettings LARGEST = ParseSettings.standard().withFragments(Fragments.LARGEST);
    private final MoleculeSplit split;
    private final MoleculeSet test;
    private final Identities tested;
    private final Map<Identity, Place> earlier = new HashMap<>();
    private final List<Identities> earlierParts = new ArrayList<>();

    private record Place(String part, MoleculeSet set, int row) {}

    SharedMolecules(MoleculeSplit split) {
        this.split = split;
        test = split.test().set();
        tested = Identities.of(test);
        enter("training", split.train().set());
        enter("validation", split.validation().set());
        split.calibration().ifPresent(part -> enter("calibration", part.set()));
    }

    private void enter(String name, MoleculeSet set) {
        Identities identities = Identities.of(set);
        earlierParts.add(identities);
        for (int i = 0; i < set.size(); i++) {
            if (identities.get(i).form() != Identity.Form.TEXT) {
                earlier.putIfAbsent(identities.get(i), new Place(name, set, i));
            }
        }
    }

    Identities tested() {
        return tested;
    }

    List<Check> checks() {
        List<String> shared = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < test.size(); i++) {
            Place place = earlier.get(tested.get(i));
            if (place != null) {
                shared.add(test.smiles().get(i) + " (test row " + i + ") is " + place.part + " row " + place.row
                        + (place.set.smiles().get(place.row).equals(test.smiles().get(i)) ? "" : ", written " + place.set.smiles().get(place.row)));
                conflict(i, place).ifPresent(conflicts::add);
            }
        }
        int before = earlierParts.stream().mapToInt(part -> part.set().size()).sum();
        String counted = String.format(Locale.ROOT, "%,d of %,d test molecules are among the %,d earlier ones, by InChIKey", shared.size(), test.size(), before);
        String labels = String.format(Locale.ROOT, "%,d of these have another label there", conflicts.size());
        return List.of(fact(CheckName.DUPLICATE_MOLECULES, counted, shared), fact(CheckName.CONFLICTING_LABELS, labels, conflicts), twins());
    }

    /** What a published split shares is part of what its published scores mean: it is shown, as allowed. */
    private Check fact(CheckName name, String looked, List<String> found) {
        return split.origin() == MoleculeSplit.Origin.PUBLISHED && !found.isEmpty()
                ? new Check(name, Outcome.ALLOWED, looked + "; the split is scored as published", shown(found)) : Check.of(name, looked, shown(found));
    }

    private static List<String> shown(List<String> found) {
        if (found.size() <= SHOWN) {
            return found;
        }
        List<String> shown = new ArrayList<>(found.subList(0, SHOWN));
        shown.add("and " + (found.size() - SHOWN) + " more");
        return shown;
    }

    private Optional<String> conflict(int row, Place place) {
        for (int task = 0; task < test.tasks().size(); task++) {
            double here = test.label(row, task);
            double there = place.set.label(place.row, task);
            if (!Double.isNaN(here) && !Double.isNaN(there) && here != there) {
                return Optional.of(test.smiles().get(row) + " (test row " + row + "): " + test.tasks().get(task) + " is " + here + ", and " + there
                        + " in " + place.part + " row " + place.row);
            }
        }
        return Optional.empty();
    }

    /**
     * Forms of test molecules in earlier parts. Where the data say which molecule is in which part, the same molecule with another salt or charge is a
     * finding. Where molecules were dealt at random, some of the forms that a set holds fall into different parts: a finding is only more of them than
     * that, by five standard deviations.
     */
    private Check twins() {
        Map<String, List<Place>> forms = new HashMap<>();
        Map<String, Set<String>> known = new HashMap<>();
        for (int part = 0; part < earlierParts.size(); part++) {
            Identities identities = earlierParts.get(part);
            String name = part == 0 ? "training" : part == 1 ? "validation" : "calibration";
            String[] keys = keys(identities);
            for (int i = 0; i < keys.length; i++) {
                if (!keys[i].isEmpty()) {
                    forms.computeIfAbsent(skeleton(keys[i]), key -> new ArrayList<>()).add(new Place(name, identities.set(), i));
                    known.computeIfAbsent(skeleton(keys[i]), key -> new HashSet<>()).add(keys[i]);
                }
            }
        }
        List<String> parents = new ArrayList<>();
        List<String> stereo = new ArrayList<>();
        String[] keys = keys(tested);
        Map<String, Integer> testForms = new HashMap<>();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].isEmpty() || earlier.containsKey(tested.get(i))) {
                continue;
            }
            testForms.merge(skeleton(keys[i]), 1, Integer::sum);
            List<Place> places = forms.get(skeleton(keys[i]));
            if (places != null) {
                Place place = places.get(0);
                boolean same = known.getOrDefault(skeleton(keys[i]), Set.of()).contains(keys[i]);
                (same ? parents : stereo).add(test.smiles().get(i) + " (test row " + i + ") is a form of " + place.set.smiles().get(place.row) + " ("
                        + place.part + " row " + place.row + ")");
            }
        }
        double chance = chance(forms, testForms);
        String looked = String.format(Locale.ROOT, "%,d test molecules are another salt or charge of an earlier one, %,d another stereo isomer or isotope; "
                + "dealing molecules at random makes about %.0f of both", parents.size(), stereo.size(), chance);
        List<String> all = new ArrayList<>(parents);
        all.addAll(stereo);
        boolean tooMany = all.size() > chance + DEVIATIONS * Math.sqrt(chance + 1);
        return fact(CheckName.TWIN_MOLECULES, looked, split.origin() == MoleculeSplit.Origin.DRAWN ? tooMany ? all : List.of() : tooMany ? all : parents);
    }

    /** How many test molecules would have another form in an earlier part if molecules fell into parts at random. */
    private double chance(Map<String, List<Place>> forms, Map<String, Integer> testForms) {
        double share = (double) test.size() / (test.size() + earlierParts.stream().mapToInt(part -> part.set().size()).sum());
        double expected = 0;
        Set<String> skeletons = new HashSet<>(forms.keySet());
        skeletons.addAll(testForms.keySet());
        for (String skeleton : skeletons) {
            int members = forms.getOrDefault(skeleton, List.of()).size() + testForms.getOrDefault(skeleton, 0);
            expected += members < 2 ? 0 : members * share * (1 - StrictMath.pow(share, members - 1.0));
        }
        return expected;
    }

    /** {@return the keys of the largest fragments without the protonation, empty for rows that have none} */
    private static String[] keys(Identities identities) {
        MoleculeSet set = identities.set();
        return IntStream.range(0, set.size()).parallel().mapToObj(i -> {
            Identity whole = identities.get(i);
            Identity own = set.smiles().get(i).indexOf('.') < 0 ? whole : Identity.of(set.smiles().get(i), LARGEST);
            return own.form() == Identity.Form.INCHI_KEY ? own.text().substring(0, own.text().length() - 2) : "";
        }).toArray(String[]::new);
    }

    private static String skeleton(String key) {
        return key.substring(0, SKELETON);
    }
}
