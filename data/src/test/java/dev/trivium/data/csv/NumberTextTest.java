package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    private final SplittableRandom random = new SplittableRandom(7);

    private static double parse(String text) {
        return new NumberText('.').parse(text.toCharArray(), 0, text.length());
    }

    private static void assertSameAsJava(String text) {
        double expected = Double.parseDouble(text);
        double actual = parse(text);
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), text + " gave " + actual);
    }

    @Test
    void agreesWithJavaOnEveryKindOfDouble() {
        for (int i = 0; i < 300_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertSameAsJava(Double.toString(value));
            }
        }
    }

    @Test
    void agreesWithJavaOnNumbersAsFilesHaveThem() {
        for (int i = 0; i < 300_000; i++) {
            assertSameAsJava(Double.toString(random.nextDouble(-1_000, 1_000)));
            assertSameAsJava(Float.toString((float) random.nextDouble(0, 100)));
            assertSameAsJava(Integer.toString(random.nextInt()));
        }
    }

    @Test
    void agreesWithJavaOnLongMantissasAndLargeExponents() {
        for (int i = 0; i < 300_000; i++) {
            assertSameAsJava(Long.toUnsignedString(random.nextLong()) + "e" + random.nextInt(-345, 330));
            assertSameAsJava(random.nextLong(1, 1L << random.nextInt(2, 62)) + "." + random.nextInt(1_000) + "E" + random.nextInt(-30, 30));
        }
    }

    @Test
    void agreesWithJavaHalfwayBetweenDoubles() {
        for (int i = 0; i < 100_000; i++) {
            BigDecimal odd = new BigDecimal(BigInteger.valueOf((1L << 53) + (random.nextLong(1L << 53) | 1)));
            int power = random.nextInt(-10, 10);
            BigDecimal scale = power >= 0 ? new BigDecimal(2).pow(power) : new BigDecimal("0.5").pow(-power);
            assertSameAsJava(odd.multiply(scale).toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "-0.0", "+1", ".5", "5.", "00012", "1e5", "1E+5", "1e-400", "1e400", "1e000000000005", "4.9e-324",
        "2.2250738585072014e-308", "1.7976931348623157e308", "1.7976931348623159e308", "9007199254740993", "9223372036854775808",
        "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "0.000000000000000000000000000000000000001",
        "10000000000000000000000e-22", "8.41e21", "9007199254740992.5"})
    void agreesWithJavaOnCorners(String text) {
        assertSameAsJava(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", ".", "-.", "e5", ".e5", "1e", "1e+", "1d", "1f", "0x1p3", "1_000", "1,5", "1 2", "--1", "1.2.3",
        "NaN", "Infinity", "1e5.5", "١"})
    void whatIsNoDecimalNumberIsNaN(String text) {
        assertTrue(Double.isNaN(parse(text)), text);
    }

    @Test
    void readsADecimalCommaAndThenNoPoint() {
        NumberText comma = new NumberText(',');
        assertEquals(0.7578, comma.parse("0,7578".toCharArray(), 0, 6));
        assertEquals(1.2345678901234567890123, comma.parse("1,2345678901234567890123".toCharArray(), 0, 24));
        assertTrue(Double.isNaN(comma.parse("0.7578".toCharArray(), 0, 6)));
    }

    @Test
    void readsWithinABuffer() {
        assertEquals(2.5, new NumberText('.').parse("1,2.5,3".toCharArray(), 2, 5));
    }
}
