package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeTest {

    @Test
    void takesTheProcessorWhenAsked() {
        assertEquals(new Compute("cpu", Precision.FLOAT32), Compute.choose("cpu"));
        assertEquals(Compute.cpu(), Compute.choose("CPU"));
    }

    @Test
    void autoTakesAGpuOnlyIfThereIsOne() {
        assertEquals(NativeRuntime.gpus() > 0 ? "gpu:0" : "cpu", Compute.choose("auto").device());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu", "gpu:0", "gpu:3"})
    void refusesAGpuThatIsNotThereAndSaysWhy(String wish) {
        assumeTrue(NativeRuntime.gpus() == 0, "this machine has a GPU");
        var error = assertThrows(IllegalArgumentException.class, () -> Compute.choose(wish));
        assertEquals("device must be usable, got " + wish + ": " + Compute.whyNoGpu(), error.getMessage());
    }

    @Test
    void refusesAGpuBeyondTheLastOne() {
        var error = assertThrows(IllegalArgumentException.class, () -> Compute.choose("gpu:" + NativeRuntime.gpus()));
        assertEquals("device must be usable, got gpu:" + NativeRuntime.gpus() + ": " + Compute.whyNoGpu(), error.getMessage());
    }

    @Test
    void saysThatTheProcessorBuildHasNoCuda() {
        assumeTrue(!NativeRuntime.builtWithCuda(), "this build has CUDA");
        assertEquals("no CUDA device can be used: the native library is the CPU build, or the driver is missing; docs/gpu.md says what is needed", Compute.whyNoGpu());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cuda", "gpu:", "gpu:-1", "gpu 0", "gpu:x", "gpu:99999999999"})
    void refusesAWordItDoesNotKnow(String wish) {
        var error = assertThrows(IllegalArgumentException.class, () -> Compute.choose(wish));
        assertEquals("device must be auto, cpu, gpu or gpu:N, got " + wish, error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "gpu", "GPU:0", "gpu:x"})
    void aDeviceIsSpelledOneWay(String device) {
        var error = assertThrows(IllegalArgumentException.class, () -> new Compute(device, Precision.FLOAT32));
        assertEquals("device must be cpu or gpu:N, got " + device, error.getMessage());
    }

    @Test
    void keepsTheDeviceUnderAnotherPrecision() {
        assertEquals(Compute.cpu64(), Compute.cpu().withPrecision(Precision.FLOAT64));
    }
}
