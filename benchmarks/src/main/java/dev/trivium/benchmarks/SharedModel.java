package dev.trivium.benchmarks;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.Forecaster;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One fitted model that many threads use at once, each with inputs of its own, while others collect garbage and churn direct buffers. */
final class SharedModel {

    private static final int HISTORIES = 16;

    private final Forecaster model;
    private final int threads;
    private final SeriesSet[][] histories;
    private final double[][][] expected;
    private final AtomicLong different = new AtomicLong();
    private final AtomicLong compared = new AtomicLong();
    private volatile boolean over;

    /** Keeps what one thread alone forecasts. */
    SharedModel(Forecaster model, int threads) {
        this.model = model;
        this.threads = threads;
        histories = new SeriesSet[threads][HISTORIES];
        expected = new double[threads][HISTORIES][];
        for (int thread = 0; thread < threads; thread++) {
            for (int i = 0; i < HISTORIES; i++) {
                histories[thread][i] = SmallWaveRora.history(HISTORIES * thread + i);
                expected[thread][i] = model.predict(histories[thread][i]).mean().toArray();
            }
        }
    }

    /** {@return how many forecasts, of so many per thread, differ in any bit from one thread's; a thread that fails counts all its own} */
    long different(int perThread) throws InterruptedException {
        List<Thread> torture = List.of(new Thread(this::collect), new Thread(this::churn));
        torture.forEach(Thread::start);
        List<Thread> users = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int own = thread;
            users.add(new Thread(() -> compare(own, perThread)));
        }
        users.forEach(Thread::start);
        for (Thread user : users) {
            user.join();
        }
        over = true;
        for (Thread each : torture) {
            each.join();
        }
        return different.get() + (long) threads * perThread - compared.get();
    }

    private void compare(int thread, int count) {
        for (int i = 0; i < count; i++) {
            double[] forecast = model.predict(histories[thread][i % HISTORIES]).mean().toArray();
            if (!Arrays.equals(forecast, expected[thread][i % HISTORIES])) { // by bits, as Double.equals
                different.incrementAndGet();
            }
            compared.incrementAndGet();
        }
    }

    private void collect() {
        while (!over) {
            System.gc();
        }
    }

    private void churn() {
        for (int i = 0; !over; i++) {
            ByteBuffer.allocateDirect(1024 * (1 + i % 64)).putInt(0, 0x7fc00000 + i); // what is freed too early is overwritten
        }
    }
}
