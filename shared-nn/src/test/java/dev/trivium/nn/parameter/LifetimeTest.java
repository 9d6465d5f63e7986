package dev.trivium.nn.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    @Test
    void nothingIsFreedBeforeTheLastUseIsOver() throws Exception {
        Lifetime lifetime = new Lifetime("imputer");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger freed = new AtomicInteger();
        CompletableFuture<Integer> use = CompletableFuture.supplyAsync(() -> lifetime.during(() -> {
            begun.countDown();
            awaited(go);
            return lifetime.during(freed::get); // a use within a use, while another thread waits to close
        }));
        assertTrue(begun.await(1, TimeUnit.MINUTES));
        Thread closer = new Thread(() -> lifetime.end(freed::incrementAndGet));
        closer.start();
        while (closer.getState() != Thread.State.WAITING && closer.isAlive()) {
            Thread.onSpinWait();
        }
        assertTrue(closer.isAlive());
        go.countDown();
        assertEquals(0, use.get(1, TimeUnit.MINUTES));
        closer.join();
        lifetime.end(freed::incrementAndGet);
        assertEquals(1, freed.get());
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
