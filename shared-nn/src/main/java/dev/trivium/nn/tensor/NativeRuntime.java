package dev.trivium.nn.tensor;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;

/**
 * The one place that starts the native engine and prepares threads for it.
 *
 * <p>Starts on first use, offline: DJL's telemetry is switched off before any of its classes run. The number of threads that one
 * operation may use is 1 unless set otherwise: for models of our size that is the fastest, and it is what makes runs repeatable.
 */
public final class NativeRuntime {

    /** The engine that this build is made for and tested with. */
    public static final String ENGINE = "DJL 0.35.1, PyTorch 2.7.1";

    private static final class Started {
        static final PtNDManager ROOT = start();

        private static PtNDManager start() {
            property("ai.djl.offline", "true");
            property("ai.djl.pytorch.graph_optimizer", "false");
            property("ai.djl.pytorch.num_threads", "1");
            property("ai.djl.pytorch.num_interop_threads", "1");
            Engine.getEngine("PyTorch");
            return (PtNDManager) NDManager.newBaseManager("PyTorch");
        }

        private static void property(String name, String value) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        }
    }

    private static final ThreadLocal<Boolean> PREPARED = ThreadLocal.withInitial(() -> {
        JniUtils.setGradMode(false); // libtorch starts every thread with it on
        JniUtils.setGraphExecutorOptimize(false); // the profiling executor costs hundreds of ms on the first calls
        return true;
    });

    private NativeRuntime() {}

    static PtNDManager root() {
        return Started.ROOT;
    }

    static void prepareThread() {
        root();
        PREPARED.get();
    }

    /**
     * Sets how many threads one operation may use, for the whole process.
     *
     * @param threads at least 1; results are repeatable for equal counts only
     */
    public static void useThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        root();
        JniUtils.setNumThreads(threads);
    }

    /** {@return how many threads one operation may use} */
    public static int threads() {
        root();
        return JniUtils.getNumThreads();
    }

    /** {@return the number of usable CUDA devices; 0 on a build or machine without} */
    public static int gpus() {
        root();
        try {
            return Engine.getEngine("PyTorch").getGpuCount();
        } catch (EngineException e) {
            return 0;
        }
    }

    /** {@return whether the loaded native library was built with CUDA} */
    public static boolean builtWithCuda() {
        root();
        return JniUtils.getFeatures().contains("CUDA");
    }

    /** {@return the engine's name and version as the loaded library reports it} */
    public static String engineVersion() {
        root();
        return "PyTorch " + Engine.getEngine("PyTorch").getVersion();
    }

    /** {@return the folder into which the native libraries were unpacked} */
    public static Path nativeCache() {
        root();
        return ai.djl.util.Utils.getEngineCacheDir("pytorch");
    }
}
