package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A run of little-endian bytes that many threads may read at once. Sources over typed arrays are read in whole elements:
 * {@code position} and {@code count} are multiples of the element size.
 */
interface ByteSource {

    long length();

    /** Copies bytes [position, position + count) to {@code target}; the caller has checked the range. */
    void copy(long position, byte[] target, int offset, int count);

    default ByteSource slice(long from, long length) {
        Objects.checkFromIndexSize(from, length, length());
        return new Slice(this, from, length);
    }

    private static ByteBuffer little(byte[] target, int offset, int count) {
        return ByteBuffer.wrap(target, offset, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    record Slice(ByteSource whole, long from, long length) implements ByteSource {
        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            whole.copy(from + position, target, offset, count);
        }
    }

    record OfBytes(byte[] values) implements ByteSource {
        @Override
        public long length() {
            return values.length;
        }

        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            System.arraycopy(values, (int) position, target, offset, count);
        }
    }

    record OfFloats(float[] values) implements ByteSource {
        @Override
        public long length() {
            return 4L * values.length;
        }

        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            little(target, offset, count).asFloatBuffer().put(values, (int) (position / 4), count / 4);
        }
    }

    record OfInts(int[] values) implements ByteSource {
        @Override
        public long length() {
            return 4L * values.length;
        }

        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            little(target, offset, count).asIntBuffer().put(values, (int) (position / 4), count / 4);
        }
    }

    record OfDoubles(double[] values) implements ByteSource {
        @Override
        public long length() {
            return 8L * values.length;
        }

        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            little(target, offset, count).asDoubleBuffer().put(values, (int) (position / 8), count / 8);
        }
    }

    record OfLongs(long[] values) implements ByteSource {
        @Override
        public long length() {
            return 8L * values.length;
        }

        @Override
        public void copy(long position, byte[] target, int offset, int count) {
            little(target, offset, count).asLongBuffer().put(values, (int) (position / 8), count / 8);
        }
    }
}
