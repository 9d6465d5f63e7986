package dev.trivium.cli.fuzz;

import dev.trivium.nn.artifact.ElementType;
import dev.trivium.nn.artifact.StoredTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Changes one or two tensors of a model: values, shapes, types, names, or that they are there. */
final class TensorMutator {

    private final SplittableRandom random;

    TensorMutator(SplittableRandom random) {
        this.random = random;
    }

    List<StoredTensor> mutate(Map<String, StoredTensor> tensors) {
        Map<String, StoredTensor> changed = new TreeMap<>(tensors);
        for (int i = 1 + random.nextInt(4) / 3; i > 0 && !changed.isEmpty(); i--) {
            StoredTensor tensor = changed.get(new ArrayList<>(changed.keySet()).get(random.nextInt(changed.size())));
            switch (random.nextInt(12)) {
                case 0 -> changed.remove(tensor.name());
                case 1 -> put(changed, copy(tensor.name() + "x", tensor.shape(), tensor));
                case 2 -> put(changed, reshaped(tensor));
                case 3 -> put(changed, resized(tensor));
                case 4 -> put(changed, retyped(tensor));
                default -> put(changed, revalued(tensor));
            }
        }
        return new ArrayList<>(changed.values());
    }

    private static void put(Map<String, StoredTensor> tensors, StoredTensor tensor) {
        tensors.put(tensor.name(), tensor);
    }

    private static StoredTensor copy(String name, long[] shape, StoredTensor tensor) {
        return switch (tensor.type()) {
            case F32 -> StoredTensor.floats(name, shape, tensor.toFloats());
            case F64 -> StoredTensor.doubles(name, shape, tensor.toDoubles());
            case I64 -> StoredTensor.longs(name, shape, tensor.toLongs());
            case I32 -> StoredTensor.ints(name, shape, Arrays.stream(tensor.toLongs()).mapToInt(n -> (int) n).toArray());
            default -> StoredTensor.bytes(name, shape, tensor.bytes());
        };
    }

    private StoredTensor reshaped(StoredTensor tensor) {
        long n = tensor.elements();
        long[] shape = switch (random.nextInt(4)) {
            case 0 -> new long[] {n};
            case 1 -> new long[] {1, n};
            case 2 -> n % 2 == 0 ? new long[] {2, n / 2} : new long[] {n, 1, 1};
            default -> reversed(tensor.shape());
        };
        return copy(tensor.name(), shape, tensor);
    }

    private static long[] reversed(long[] shape) {
        long[] other = shape.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = shape[shape.length - 1 - i];
        }
        return other;
    }

    /** Another number of elements: none, one more or less in the first dimension, or many. */
    private StoredTensor resized(StoredTensor tensor) {
        int old = (int) tensor.elements();
        long[] shape = tensor.shape().length == 0 ? new long[] {1} : tensor.shape();
        long rest = 1;
        for (int i = 1; i < shape.length; i++) {
            rest *= shape[i];
        }
        shape[0] = Math.max(0, switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> shape[0] + 1;
            case 2 -> shape[0] - 1;
            default -> 2 * shape[0];
        });
        int count = (int) (shape[0] * rest);
        long[] whole = tensor.type().floating() ? new long[0] : tensor.toLongs();
        double[] real = tensor.type().floating() ? tensor.toDoubles() : new double[0];
        return switch (tensor.type()) {
            case F32 -> StoredTensor.floats(tensor.name(), shape, old == 0 ? new float[count] : floats(real, count));
            case F64 -> StoredTensor.doubles(tensor.name(), shape, Arrays.copyOf(real, count));
            case I64 -> StoredTensor.longs(tensor.name(), shape, Arrays.copyOf(whole, count));
            case I32 -> StoredTensor.ints(tensor.name(), shape, Arrays.stream(Arrays.copyOf(whole, count)).mapToInt(n -> (int) n).toArray());
            default -> StoredTensor.bytes(tensor.name(), shape, Arrays.copyOf(tensor.bytes(), count));
        };
    }

    private static float[] floats(double[] values, int count) {
        float[] floats = new float[count];
        for (int i = 0; i < Math.min(count, values.length); i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private StoredTensor retyped(StoredTensor tensor) {
        int n = (int) tensor.elements();
        double[] values = tensor.type() == ElementType.I64 ? Arrays.stream(tensor.toLongs()).asDoubleStream().toArray() : tensor.toDoubles();
        return switch (random.nextInt(4)) {
            case 0 -> StoredTensor.floats(tensor.name(), tensor.shape(), floats(values, n));
            case 1 -> StoredTensor.doubles(tensor.name(), tensor.shape(), values);
            case 2 -> StoredTensor.longs(tensor.name(), tensor.shape(), Arrays.stream(values).mapToLong(x -> (long) x).toArray());
            default -> StoredTensor.bytes(tensor.name(), tensor.shape(), new byte[n]);
        };
    }

    /** Some values, or all, become others: small and huge numbers, but neither NaN nor infinity, which no file may hold. */
    private StoredTensor revalued(StoredTensor tensor) {
        int n = (int) tensor.elements();
        if (n == 0) {
            return tensor;
        }
        int from = random.nextInt(4) == 0 ? 0 : random.nextInt(n);
        int to = from == 0 ? n : Math.min(n, from + 1 + random.nextInt(3));
        if (tensor.type().floating()) {
            double[] values = tensor.toDoubles();
            double value = random.nextInt(3) == 0 ? -values[from] : Telling.real(random);
            Arrays.fill(values, from, to, tensor.type() == ElementType.F64 ? value : Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, value)));
            return tensor.type() == ElementType.F64 ? StoredTensor.doubles(tensor.name(), tensor.shape(), values)
                    : StoredTensor.floats(tensor.name(), tensor.shape(), floats(values, n));
        }
        long[] values = tensor.toLongs();
        long value = random.nextInt(3) == 0 ? values[from] + random.nextInt(5) - 2 : Telling.whole(random);
        Arrays.fill(values, from, to, value);
        return switch (tensor.type()) {
            case I64 -> StoredTensor.longs(tensor.name(), tensor.shape(), values);
            case I32 -> StoredTensor.ints(tensor.name(), tensor.shape(), Arrays.stream(values).mapToInt(x -> (int) x).toArray());
            default -> bytes(tensor, values);
        };
    }

    private static StoredTensor bytes(StoredTensor tensor, long[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return StoredTensor.bytes(tensor.name(), tensor.shape(), bytes);
    }
}
