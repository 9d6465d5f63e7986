package dev.trivium.imputation.graph;

import java.util.BitSet;

/**
 * The nodes of which a window shows nothing. Their interpolated values are made up, and so is their similarity to others: what the training data
 * say of them is all that is known.
 */
final class Unseen {

    private static final float LAST = 1e-3f;

    private final BitSet nodes;

    private Unseen(BitSet nodes) {
        this.nodes = nodes;
    }

    /** @param visible (time, nodes, channels), 1 where a value is visible */
    static Unseen of(byte[] visible, int nodes, int channels) {
        BitSet unseen = new BitSet(nodes);
        unseen.set(0, nodes);
        for (int at = 0; at < visible.length && !unseen.isEmpty(); at++) {
            if (visible[at] != 0) {
                unseen.clear(at / channels % nodes);
            }
        }
        return new Unseen(unseen);
    }

    /**
     * Joins similarity and history by the product t-norm. For a node that is not seen the history stands alone; as a neighbour, which has nothing
     * to tell, it comes after all that are seen.
     *
     * @param score (nodes, nodes), similarity; becomes the membership
     * @param history (nodes, nodes)
     */
    void join(float[] score, float[] history) {
        int count = (int) Math.round(Math.sqrt(score.length));
        for (int i = 0; i < count; i++) {
            boolean alone = nodes.get(i);
            for (int j = 0; j < count; j++) {
                int at = i * count + j;
                boolean silent = nodes.get(j);
                float similarity = alone || silent ? 1 : score[at];
                score[at] = similarity * history[at] * (silent && i != j ? LAST : 1);
            }
        }
    }
}
