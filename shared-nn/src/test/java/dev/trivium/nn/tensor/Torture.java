package dev.trivium.nn.tensor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes use of freed Java memory visible: collects it and writes junk over what was freed. */
public final class Torture {

    private static final int[] SIZES = {4, 8, 12, 16, 24, 48, 96, 192};
    /** Held until the next call, so that the junk is still in place when the backward pass reads. */
    private static List<ByteBuffer> junk = new ArrayList<>();

    private Torture() {}

    /** Collects, and fills the freed memory with junk. */
    public static synchronized void collectAndOverwrite() {
        junk = new ArrayList<>();
        System.gc();
        try {
            Thread.sleep(3); // the buffers' memory is freed by another thread
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (int i = 0; i < 1000; i++) {
            for (int size : SIZES) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(size);
                while (buffer.hasRemaining()) {
                    buffer.put((byte) 0x44);
                }
                junk.add(buffer);
            }
        }
    }
}
