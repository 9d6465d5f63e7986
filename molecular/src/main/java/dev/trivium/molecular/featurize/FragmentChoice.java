package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.openscience.cdk.interfaces.IAtom;

/** Drops all fragments of a molecule but the one with the most heavy atoms; of several, the first is kept. */
final class FragmentChoice {

    private FragmentChoice() {}

    static void keepLargest(Draft draft, List<String> notes) {
        List<BitSet> fragments = fragments(draft);
        if (fragments.size() < 2) {
            return;
        }
        BitSet largest = fragments.get(0);
        for (BitSet fragment : fragments) {
            if (heavy(draft, fragment) > heavy(draft, largest)) {
                largest = fragment;
            }
        }
        BitSet others = (BitSet) largest.clone();
        others.flip(0, draft.atoms().size());
        draft.remove(others);
        notes.add(fragments.size() - 1 + " smaller fragments left out");
    }

    private static long heavy(Draft draft, BitSet fragment) {
        return fragment.stream().filter(a -> draft.container().getAtom(a).getAtomicNumber() > 1).count();
    }

    private static List<BitSet> fragments(Draft draft) {
        List<BitSet> fragments = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int a = seen.nextClearBit(0); a < draft.atoms().size(); a = seen.nextClearBit(a + 1)) {
            BitSet fragment = new BitSet();
            int[] stack = new int[draft.atoms().size()];
            int depth = 0;
            stack[depth++] = a;
            fragment.set(a);
            while (depth > 0) {
                for (IAtom other : draft.container().getAtom(stack[--depth]).neighbors()) {
                    if (!fragment.get(other.getIndex())) {
                        fragment.set(other.getIndex());
                        stack[depth++] = other.getIndex();
                    }
                }
            }
            fragments.add(fragment);
            seen.or(fragment);
        }
        return fragments;
    }
}
