package dev.trivium.molecular.featurize;

import java.util.Arrays;
import org.openscience.cdk.config.Elements;

/** Elements by their index in {@link AtomFeatures#ELEMENTS}. */
final class Vocabulary {

    static final int UNKNOWN = AtomFeatures.ELEMENTS.size() - 1;
    private static final int[] INDEX = new int[Elements.values().length];

    static {
        Arrays.fill(INDEX, UNKNOWN);
        for (int i = 0; i < UNKNOWN; i++) {
            INDEX[Elements.ofString(AtomFeatures.ELEMENTS.get(i)).number()] = i;
        }
    }

    private Vocabulary() {}

    static int index(int atomicNumber) {
        return INDEX[atomicNumber];
    }

    static String symbol(int atomicNumber) {
        return atomicNumber == 0 ? "*" : Elements.ofNumber(atomicNumber).symbol();
    }
}
