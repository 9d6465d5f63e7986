package dev.trivium.molecular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Small molecules, all different, with labels made to be learnt from their structure. */
public final class Structures {

    /** Names of the two tasks. */
    public static final List<String> TASKS = List.of("a", "b");

    private static final String[] LINKS = {"C", "C", "C(C)", "C(O)", "C(=O)", "C(Cl)", "C(N)", "O"};
    private static final String[] ENDS = {"", "c1ccccc1", "C1CC1", "C#N"};

    private Structures() {}

    /** {@return chains of 2 to 9 links with an end group, in random order} */
    public static List<String> chains(int count, long seed) {
        Random random = new Random(seed);
        Set<String> chains = new LinkedHashSet<>();
        while (chains.size() < count) {
            StringBuilder chain = new StringBuilder("C");
            int links = 2 + random.nextInt(8);
            for (int i = 0; i < links; i++) {
                chain.append(LINKS[random.nextInt(LINKS.length)]);
            }
            chains.add(chain.append("C").append(ENDS[random.nextInt(ENDS.length)]).toString());
        }
        return new ArrayList<>(chains);
    }

    /**
     * Labels. Regression: task a grows with chlorine and an aromatic ring and falls with oxygen, plus noise; task b is its negative times
     * ten plus 100. Classification: a says whether there is chlorine, b whether there is an aromatic ring. Every third label of b is missing.
     */
    public static MoleculeSet labelled(TaskKind kind, int count, long seed) {
        List<String> chains = chains(count, seed);
        Random noise = new Random(seed + 1);
        double[] labels = new double[2 * count];
        for (int i = 0; i < count; i++) {
            String s = chains.get(i);
            boolean aromatic = s.contains("c");
            if (kind == TaskKind.CLASSIFICATION) {
                labels[2 * i] = s.contains("Cl") ? 1 : 0;
                labels[2 * i + 1] = aromatic ? 1 : 0;
            } else {
                labels[2 * i] = count(s, 'l') - count(s, 'O') + (aromatic ? 2 : 0) + 0.1 * noise.nextGaussian();
                labels[2 * i + 1] = 100 - 10 * labels[2 * i];
            }
            if (i % 3 == 2) {
                labels[2 * i + 1] = Double.NaN;
            }
        }
        return MoleculeSet.of(chains, TASKS, labels);
    }

    private static long count(String s, char letter) {
        return s.chars().filter(c -> c == letter).count();
    }

    /** {@return the set with one more row} */
    public static MoleculeSet with(MoleculeSet set, String smiles, double... labels) {
        List<String> more = new ArrayList<>(set.smiles());
        more.add(smiles);
        double[] all = Arrays.copyOf(set.labels(), set.labels().length + labels.length);
        System.arraycopy(labels, 0, all, set.labels().length, labels.length);
        return MoleculeSet.of(more, set.tasks(), all);
    }

    /** {@return the set with each label changed} */
    public static MoleculeSet relabelled(MoleculeSet set, Relabel relabel) {
        double[] labels = set.labels();
        int tasks = set.tasks().size();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = relabel.of(i / tasks, i % tasks, labels[i]);
        }
        return MoleculeSet.of(set.smiles(), set.tasks(), labels);
    }

    /** A new label for a molecule and a task. */
    public interface Relabel {

        /** {@return what to write instead of {@code label}} */
        double of(int molecule, int task, double label);
    }
}
