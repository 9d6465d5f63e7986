package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * A named tensor in row-major order, on its way to a file or out of one. Elements come from an array or from a mapped file and are
 * decoded when asked for. Immutable, usable from many threads, compared by value.
 */
public final class StoredTensor {

    static final int CHUNK = 1 << 16;   // bytes decoded at a time; a multiple of every element size
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final String name;
    private final ElementType type;
    private final long[] shape;
    private final long elements;
    private final ByteSource source;

    StoredTensor(String name, ElementType type, long[] shape, ByteSource source) {
        TensorRules.name(name).ifPresent(rule -> {
            throw new IllegalArgumentException(rule);
        });
        this.name = name;
        this.type = type;
        this.shape = shape.clone();
        elements = TensorRules.elements(shape);
        this.source = source;
        if (elements < 0 || elements * type.size() != source.length()) {
            throw new IllegalArgumentException("values of tensor " + TextQuote.of(name) + " must fill shape "
                    + Arrays.toString(shape) + " of type " + type + ", got " + source.length() / type.size() + " values");
        }
    }

    /**
     * An F32 tensor over the caller's array, which is not copied and must not change until the tensor has been written.
     *
     * @param name   non-empty, without control characters
     * @param shape  sizes, none negative; empty for a scalar
     * @param values row-major, as many as the shape has elements
     * @return the tensor
     */
    public static StoredTensor floats(String name, long[] shape, float[] values) {
        return new StoredTensor(name, ElementType.F32, shape, new ByteSource.OfFloats(values));
    }

    /**
     * An F64 tensor over the caller's array, which is not copied and must not change until the tensor has been written.
     *
     * @param name   non-empty, without control characters
     * @param shape  sizes, none negative; empty for a scalar
     * @param values row-major, as many as the shape has elements
     * @return the tensor
     */
    public static StoredTensor doubles(String name, long[] shape, double[] values) {
        return new StoredTensor(name, ElementType.F64, shape, new ByteSource.OfDoubles(values));
    }

    /**
     * An I64 tensor over the caller's array, which is not copied and must not change until the tensor has been written.
     *
     * @param name   non-empty, without control characters
     * @param shape  sizes, none negative; empty for a scalar
     * @param values row-major, as many as the shape has elements
     * @return the tensor
     */
    public static StoredTensor longs(String name, long[] shape, long[] values) {
        return new StoredTensor(name, ElementType.I64, shape, new ByteSource.OfLongs(values));
    }

    /**
     * An I32 tensor over the caller's array, which is not copied and must not change until the tensor has been written.
     *
     * @param name   non-empty, without control characters
     * @param shape  sizes, none negative; empty for a scalar
     * @param values row-major, as many as the shape has elements
     * @return the tensor
     */
    public static StoredTensor ints(String name, long[] shape, int[] values) {
        return new StoredTensor(name, ElementType.I32, shape, new ByteSource.OfInts(values));
    }

    /**
     * A U8 tensor over the caller's array, which is not copied and must not change until the tensor has been written.
     *
     * @param name   non-empty, without control characters
     * @param shape  sizes, none negative; empty for a scalar
     * @param values row-major, as many as the shape has elements
     * @return the tensor
     */
    public static StoredTensor bytes(String name, long[] shape, byte[] values) {
        return new StoredTensor(name, ElementType.U8, shape, new ByteSource.OfBytes(values));
    }

    /** {@return the name, such as {@code encoder.0.weight}} */
    public String name() {
        return name;
    }

    /** {@return the type of the elements} */
    public ElementType type() {
        return type;
    }

    /** {@return a copy of the shape; empty for a scalar} */
    public long[] shape() {
        return shape.clone();
    }

    /** {@return the number of elements: the product of the shape, 1 for a scalar} */
    public long elements() {
        return elements;
    }

    /** {@return the number of bytes of all elements} */
    public long byteLength() {
        return source.length();
    }

    /**
     * All elements as floats, each one exact.
     *
     * @return a new row-major array
     * @throws IllegalStateException if the type is F64, I64 or I32, which a float cannot hold, or there are more than 2^31 - 9 elements
     */
    public float[] toFloats() {
        float[] target = new float[arrayLength()];
        copyFloats(0, target, 0, target.length);
        return target;
    }

    /**
     * All elements as doubles, each one exact.
     *
     * @return a new row-major array
     * @throws IllegalStateException if the type is I64, which a double cannot hold, or there are more than 2^31 - 9 elements
     */
    public double[] toDoubles() {
        requireType(type.fitsDouble(), "other than I64", "doubles");
        double[] target = new double[arrayLength()];
        forEachChunk(0, target.length, (chunk, first, n) -> {
            for (int i = 0; i < n; i++) {
                target[(int) first + i] = type.real(chunk, i * type.size());
            }
        });
        return target;
    }

    /**
     * All elements as longs; BOOL gives its byte, which is 0 or 1 in any model file.
     *
     * @return a new row-major array
     * @throws IllegalStateException if the type is a floating one, or there are more than 2^31 - 9 elements
     */
    public long[] toLongs() {
        requireType(!type.floating(), "an integer type or BOOL", "longs");
        long[] target = new long[arrayLength()];
        forEachChunk(0, target.length, (chunk, first, n) -> {
            for (int i = 0; i < n; i++) {
                target[(int) first + i] = type.integer(chunk, i * type.size());
            }
        });
        return target;
    }

    /**
     * The elements as they lie in the file: row-major, little-endian.
     *
     * @return a new array
     * @throws IllegalStateException if there are more than 2^31 - 9 bytes
     */
    public byte[] bytes() {
        if (byteLength() > LONGEST_ARRAY) {
            throw tooLong(byteLength(), "bytes");
        }
        byte[] target = new byte[(int) byteLength()];
        source.copy(0, target, 0, target.length);
        return target;
    }

    /**
     * Some elements as floats, each one exact; for tensors that no array can hold.
     *
     * @param from   row-major index of the first element
     * @param target array to fill
     * @param offset first index of the target
     * @param count  number of elements
     * @throws IllegalStateException     if the type is F64, I64 or I32, which a float cannot hold
     * @throws IndexOutOfBoundsException if the elements are not all inside both the tensor and the target
     */
    public void copyFloats(long from, float[] target, int offset, int count) {
        requireType(type.fitsFloat(), "F32, F16, BF16, I16, I8, U8 or BOOL", "floats");
        Objects.checkFromIndexSize(from, (long) count, elements);
        Objects.checkFromIndexSize(offset, count, target.length);
        forEachChunk(from, count, (chunk, first, n) -> {
            int at = offset + (int) (first - from);
            if (type == ElementType.F32) {
                chunk.asFloatBuffer().get(target, at, n);
                return;
            }
            for (int i = 0; i < n; i++) {
                target[at + i] = (float) type.real(chunk, i * type.size());
            }
        });
    }

    /** Receives consecutive elements: {@code chunk} holds {@code count} of them from its start, the first has index {@code first}. */
    @FunctionalInterface
    interface ChunkVisitor {
        void visit(ByteBuffer chunk, long first, int count);
    }

    void forEachChunk(long from, long count, ChunkVisitor visitor) {
        int size = type.size();
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK, count * size)).order(ByteOrder.LITTLE_ENDIAN);
        for (long done = 0; done < count; ) {
            int n = (int) Math.min(CHUNK / size, count - done);
            source.copy((from + done) * size, chunk.array(), 0, n * size);
            visitor.visit(chunk, from + done, n);
            done += n;
        }
    }

    ByteSource source() {
        return source;
    }

    private int arrayLength() {
        if (elements > LONGEST_ARRAY) {
            throw tooLong(elements, "elements");
        }
        return (int) elements;
    }

    private IllegalStateException tooLong(long got, String what) {
        return new IllegalStateException("tensor " + TextQuote.of(name) + " must have at most " + LONGEST_ARRAY + " " + what
                + " to fit one array, got " + got + "; read it in parts with copyFloats");
    }

    private void requireType(boolean holds, String rule, String method) {
        if (!holds) {
            throw new IllegalStateException("type of tensor " + TextQuote.of(name) + " must be " + rule + " for " + method + ", got " + type);
        }
    }

    /** Equal name, type, shape and bytes; reads all elements of both. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredTensor that && name.equals(that.name) && type == that.type && Arrays.equals(shape, that.shape)
                && sameBytes(that);
    }

    private boolean sameBytes(StoredTensor that) {
        byte[] ours = new byte[(int) Math.min(CHUNK, byteLength())];
        byte[] theirs = new byte[ours.length];
        for (long at = 0; at < byteLength(); at += CHUNK) {
            int n = (int) Math.min(CHUNK, byteLength() - at);
            source.copy(at, ours, 0, n);
            that.source.copy(at, theirs, 0, n);
            if (!Arrays.equals(ours, 0, n, theirs, 0, n)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, Arrays.hashCode(shape));
    }

    @Override
    public String toString() {
        return TextQuote.of(name) + " " + type + " " + Arrays.toString(shape);
    }
}
