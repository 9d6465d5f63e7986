package dev.trivium.cli.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Values that readers stumble over. */
final class Telling {

    static final long[] WHOLE = {0, 1, -1, 2, 3, 7, 8, 63, 64, 255, 256, 1000, 4096, 32_767, 65_536, 100_000, 1_000_000, Integer.MAX_VALUE - 8,
        Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, 1L << 32, 1L << 53, Long.MAX_VALUE, Long.MIN_VALUE};
    static final double[] REAL = {0, -0.0, 0.5, 1, 1 + 1e-15, -1, 1e-300, Double.MIN_VALUE, 1e-30, 1e10, 1e30, -1e30, 3.5e38, 1e300, -1e300,
        Double.MAX_VALUE};
    static final List<String> TEXT = List.of("", " ", "a", "A", "null", "NaN", "-", "0", "1e999", "../../etc/passwd", "/", "\\", "C:\\x", "a\u0000b",
        "\ud83d\ude00", "\u202e", "\ufeff", "\u001b[2J", "x".repeat(300), "y".repeat(20_000), "0x1p3", "1,5", "\"", "'", "<b>", "${a}", "2024-02-30", "24:00", "PT0S",
        "P1000000D", "Europe/Nowhere", "UTC", "true", "-1", "9223372036854775808", "cpu", "[", "{", "%s%n", "waverora", "ALONE", "LINEAR");

    private Telling() {}

    static long whole(SplittableRandom random) {
        return WHOLE[random.nextInt(WHOLE.length)];
    }

    static double real(SplittableRandom random) {
        return REAL[random.nextInt(REAL.length)];
    }

    static String text(SplittableRandom random) {
        return TEXT.get(random.nextInt(TEXT.size()));
    }
}
