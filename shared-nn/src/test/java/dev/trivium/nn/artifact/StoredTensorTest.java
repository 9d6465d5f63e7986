package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class StoredTensorTest {

    @Test
    void floatsComeBackBitForBit() {
        float[] values = {0f, -0f, Float.MIN_VALUE, 1f / 3, Float.MAX_VALUE, Float.NaN};
        StoredTensor tensor = StoredTensor.floats("a", new long[] {2, 3}, values);
        assertArrayEquals(values, tensor.toFloats());
        assertArrayEquals(new double[] {0, -0.0, Float.MIN_VALUE, 1f / 3, Float.MAX_VALUE, Double.NaN}, tensor.toDoubles());
        assertEquals(ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN).getFloat(12), 1f / 3);
    }

    @Test
    void tensorsLargerThanAChunkComeBackWhole() {
        double[] values = new double[3 * StoredTensor.CHUNK / 8 + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i);
        }
        assertArrayEquals(values, StoredTensor.doubles("a", new long[] {values.length}, values).toDoubles());
    }

    @Test
    void integersOfEveryTypeKeepTheirSign() {
        byte[] ones = {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff};
        assertArrayEquals(new long[] {-1}, raw(ElementType.I64, 1, ones).toLongs());
        assertArrayEquals(new long[] {-1, -1}, raw(ElementType.I32, 2, ones).toLongs());
        assertArrayEquals(new double[] {-1, -1, -1, -1}, raw(ElementType.I16, 4, ones).toDoubles());
        assertArrayEquals(new float[] {-1, -1, -1, -1, -1, -1, -1, -1}, raw(ElementType.I8, 8, ones).toFloats());
        assertArrayEquals(new long[] {255, 255, 255, 255, 255, 255, 255, 255}, raw(ElementType.U8, 8, ones).toLongs());
        assertArrayEquals(new long[] {1, 0}, raw(ElementType.BOOL, 2, new byte[] {1, 0}).toLongs());
    }

    @Test
    void copyFloatsTakesAPart() {
        float[] target = new float[4];
        StoredTensor.floats("a", new long[] {5}, new float[] {1, 2, 3, 4, 5}).copyFloats(2, target, 1, 3);
        assertArrayEquals(new float[] {0, 3, 4, 5}, target);
        assertThrows(IndexOutOfBoundsException.class,
                () -> StoredTensor.floats("a", new long[] {5}, new float[5]).copyFloats(3, target, 0, 3));
    }

    @Test
    void refusesAConversionThatWouldRound() {
        StoredTensor doubles = StoredTensor.doubles("a.b", new long[] {1}, new double[1]);
        assertMessage("type of tensor a.b must be F32, F16, BF16, I16, I8, U8 or BOOL for floats, got F64", doubles::toFloats);
        assertMessage("type of tensor a.b must be an integer type or BOOL for longs, got F64", doubles::toLongs);
        assertMessage("type of tensor n must be other than I64 for doubles, got I64",
                StoredTensor.longs("n", new long[] {1}, new long[1])::toDoubles);
    }

    @Test
    void refusesValuesThatDoNotFillTheShape() {
        var e = assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("a", new long[] {2, 3}, new float[5]));
        assertEquals("values of tensor a must fill shape [2, 3] of type F32, got 5 values", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("a", new long[] {1L << 62, 4}, new float[0]));
        assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("a", new long[] {-1, -1}, new float[1]));
    }

    @Test
    void refusesNamesThatCannotBePrinted() {
        var e = assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("a\nb", new long[0], new float[1]));
        assertEquals("tensor name must not hold control characters or half surrogates, got a\\u000ab", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("", new long[0], new float[1]));
        assertThrows(IllegalArgumentException.class, () -> StoredTensor.floats("__metadata__", new long[0], new float[1]));
    }

    @Test
    void equalityIsByValue() {
        StoredTensor a = StoredTensor.floats("a", new long[] {2}, new float[] {1, 2});
        assertEquals(a, StoredTensor.floats("a", new long[] {2}, new float[] {1, 2}));
        assertEquals(a.hashCode(), StoredTensor.floats("a", new long[] {2}, new float[] {1, 2}).hashCode());
        assertNotEquals(a, StoredTensor.floats("a", new long[] {2}, new float[] {1, 3}));
        assertNotEquals(a, StoredTensor.floats("a", new long[] {2, 1}, new float[] {1, 2}));
        assertNotEquals(a, StoredTensor.floats("b", new long[] {2}, new float[] {1, 2}));
    }

    private static StoredTensor raw(ElementType type, long count, byte[] bytes) {
        return new StoredTensor("raw", type, new long[] {count}, new ByteSource.OfBytes(bytes));
    }

    private static void assertMessage(String expected, org.junit.jupiter.api.function.Executable call) {
        assertEquals(expected, assertThrows(IllegalStateException.class, call).getMessage());
    }
}
