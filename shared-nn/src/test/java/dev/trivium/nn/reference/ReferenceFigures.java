package dev.trivium.nn.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Figures of {@code molgraph_xlstm.json}: results of a reference implementation in float64. */
public final class ReferenceFigures {

    private static final JsonNode ALL = read();

    private ReferenceFigures() {}

    private static JsonNode read() {
        try (InputStream in = ReferenceFigures.class.getResourceAsStream("molgraph_xlstm.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a node, by the names of the fields that lead to it} */
    public static JsonNode at(String... path) {
        JsonNode node = ALL;
        for (String name : path) {
            node = Objects.requireNonNull(node.get(name), () -> "no " + String.join(".", path));
        }
        return node;
    }

    /** {@return the numbers of an array, by the names of the fields that lead to it} */
    public static double[] numbers(String... path) {
        return StreamSupport.stream(at(path).spliterator(), false).mapToDouble(JsonNode::doubleValue).toArray();
    }

    /** Fails unless numbers agree with an array in the ten significant digits in which it is written. */
    public static void assertAgrees(double[] actual, String... path) {
        double[] expected = numbers(path);
        assertEquals(expected.length, actual.length, "how many");
        for (int i = 0; i < actual.length; i++) {
            double digit = Math.pow(10, Math.floor(Math.log10(Math.abs(expected[i]))) - 9);
            assertEquals(expected[i], actual[i], 0.51 * digit + 1e-15, "element " + i);
        }
    }

    /**
     * Values of inputs and parameters, in the order in which the reference took them: element k (from 1) of the c-th array (from 1) is
     * offset + scale · sin(0.37 k + 1.7 c).
     */
    public static final class Values {

        private static final double SCALE = 0.3;
        private int call;

        /** {@return the next array, with scale 0.3} */
        public double[] next(long... shape) {
            return next(SCALE, 0, shape);
        }

        /** {@return the next array, with scale 0.3 around 1} */
        public double[] nextAroundOne(long... shape) {
            return next(SCALE, 1, shape);
        }

        /** {@return the next array} */
        public double[] next(double scale, double offset, long... shape) {
            call++;
            double[] values = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
            Arrays.setAll(values, k -> offset + scale * Math.sin(0.37 * (k + 1) + 1.7 * call));
            return values;
        }

        /** Goes past arrays that are of no concern. */
        public void skip(int arrays) {
            call += arrays;
        }
    }
}
