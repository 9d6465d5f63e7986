package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The type of a stored tensor's elements; the constants carry the names that the safetensors format uses. Bytes are little-endian. */
public enum ElementType {
    /** 64-bit IEEE 754 float. */
    F64(8),
    /** 32-bit IEEE 754 float. */
    F32(4),
    /** 16-bit IEEE 754 float: 1 sign, 5 exponent and 10 fraction bits. */
    F16(2),
    /** bfloat16: the upper half of an {@link #F32}. */
    BF16(2),
    /** Signed 64-bit integer. */
    I64(8),
    /** Signed 32-bit integer. */
    I32(4),
    /** Signed 16-bit integer. */
    I16(2),
    /** Signed 8-bit integer. */
    I8(1),
    /** Unsigned 8-bit integer. */
    U8(1),
    /** One byte, 0 or 1. */
    BOOL(1);

    private final int size;

    ElementType(int size) {
        this.size = size;
    }

    /** {@return the bytes of one element} */
    public int size() {
        return size;
    }

    /** {@return whether elements are floating-point numbers, which may be NaN or infinite} */
    public boolean floating() {
        return this == F64 || this == F32 || this == F16 || this == BF16;
    }

    /** {@return whether every element is exactly a Java {@code float}} */
    public boolean fitsFloat() {
        return this != F64 && this != I64 && this != I32;
    }

    /** {@return whether every element is exactly a Java {@code double}} */
    public boolean fitsDouble() {
        return this != I64;
    }

    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** The element that starts at byte {@code at}; rounded only for I64. */
    double real(ByteBuffer littleEndian, int at) {
        return switch (this) {
            case F64 -> littleEndian.getDouble(at);
            case F32 -> littleEndian.getFloat(at);
            case F16 -> HalfPrecision.fromF16(littleEndian.getShort(at));
            case BF16 -> HalfPrecision.fromBf16(littleEndian.getShort(at));
            default -> integer(littleEndian, at);
        };
    }

    /** The integer element that starts at byte {@code at}. */
    long integer(ByteBuffer littleEndian, int at) {
        return switch (this) {
            case I64 -> littleEndian.getLong(at);
            case I32 -> littleEndian.getInt(at);
            case I16 -> littleEndian.getShort(at);
            case I8, BOOL -> littleEndian.get(at);
            case U8 -> littleEndian.get(at) & 0xff;
            default -> throw new IllegalStateException("type must be an integer type or BOOL, got " + this);
        };
    }
}
