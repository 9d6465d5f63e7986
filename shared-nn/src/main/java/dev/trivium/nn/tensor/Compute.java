package dev.trivium.nn.tensor;

import ai.djl.Device;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and in which precision a model computes.
 *
 * @param device {@code cpu} or {@code gpu:N}
 * @param precision the floating-point type of parameters and activations
 */
public record Compute(String device, Precision precision) {

    private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,4}))?");

    /** Checks the device's spelling; whether it can be used is checked by {@link #choose}. */
    public Compute {
        if (!device.equals("cpu") && !device.matches("gpu:\\d{1,4}")) {
            throw new IllegalArgumentException("device must be cpu or gpu:N, got " + device);
        }
    }

    /** {@return the processor, in 32-bit floats} */
    public static Compute cpu() {
        return new Compute("cpu", Precision.FLOAT32);
    }

    /** {@return the processor, in 64-bit floats} */
    public static Compute cpu64() {
        return new Compute("cpu", Precision.FLOAT64);
    }

    /**
     * Resolves what a user asked for.
     *
     * @param wish {@code auto}, {@code cpu}, {@code gpu} (the first one) or {@code gpu:N}
     * @throws IllegalArgumentException if a GPU is asked for by name and cannot be used; the message says what is missing
     */
    public static Compute choose(String wish) {
        String text = wish.toLowerCase(Locale.ROOT);
        if (text.equals("cpu")) {
            return cpu();
        }
        if (text.equals("auto")) {
            return NativeRuntime.gpus() > 0 ? new Compute("gpu:0", Precision.FLOAT32) : cpu();
        }
        Matcher gpu = GPU.matcher(text);
        if (!gpu.matches()) {
            throw new IllegalArgumentException("device must be auto, cpu, gpu or gpu:N, got " + wish);
        }
        int index = gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1));
        if (index >= NativeRuntime.gpus()) {
            throw new IllegalArgumentException("device must be usable, got " + wish + ": " + whyNoGpu());
        }
        return new Compute("gpu:" + index, Precision.FLOAT32);
    }

    /** {@return one sentence on what the machine offers and why there is no (further) GPU} */
    public static String whyNoGpu() {
        int found = NativeRuntime.gpus();
        if (found > 0) {
            return "this machine has " + found + " usable GPU(s), numbered from 0";
        }
        return NativeRuntime.builtWithCuda()
                ? "the native library has CUDA, but no usable GPU was found (driver missing, or no device visible)"
                : "no CUDA device can be used: the native library is the CPU build, or the driver is missing; docs/gpu.md says what is needed";
    }

    Device engineDevice() {
        return device.equals("cpu") ? Device.cpu() : Device.of("gpu", Integer.parseInt(device.substring(4)));
    }

    /** {@return the same device with another precision} */
    public Compute withPrecision(Precision other) {
        return new Compute(device, other);
    }
}
