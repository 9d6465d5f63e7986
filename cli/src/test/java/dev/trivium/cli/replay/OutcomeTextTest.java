package dev.trivium.cli.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.cli.record.RunRecord;
import dev.trivium.cli.record.Typed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTextTest {

    @Test
    void theCommandCanBeTypedThoughAnOptionHasSeveralValues() {
        RunRecord run = new RunRecord("forecast evaluate", List.of(new Typed("--models", List.of("linear", "boosted-trees")),
                new Typed("--data", List.of("my plant.csv")), new Typed("--quiet", List.of())), Map.of(), List.of(), Map.of(), Map.of(), Map.of(), "");
        assertEquals("trivium forecast evaluate --models linear --models boosted-trees --data 'my plant.csv' --quiet", OutcomeText.command(run));
    }
}
