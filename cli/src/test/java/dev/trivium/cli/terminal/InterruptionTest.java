package dev.trivium.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterruptionTest {

    @Test
    void theEndOfTheProcessTidiesUpThoughItDoesNotWaitForTheWork() {
        Interruption interruption = Interruption.never();
        List<String> done = new ArrayList<>();
        interruption.tidyAtTheEnd(() -> done.add("the folder of a run that is over"));
        interruption.tidyAtTheEnd(() -> done.add("folder"));
        interruption.request();
        assertEquals(List.of("folder"), done);
    }

    @Test
    void whatTheWorkSavesIsNotTidiedUpBeforeItIsDone() throws InterruptedException {
        Interruption interruption = Interruption.never();
        List<String> done = new ArrayList<>();
        interruption.tidyAtTheEnd(() -> done.add("tidied"));
        interruption.holdOn();
        Thread end = new Thread(interruption::request);
        end.start();
        while (!interruption.requested()) {
            Thread.onSpinWait();
        }
        done.add("saved");
        interruption.workIsDone();
        end.join();
        assertEquals(List.of("saved", "tidied"), done);
    }
}
