package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExclusionTest {

    @Test
    void noSetOfTheCorpusIsASetOfTheStudy() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("timetracker-zeroshot", "settings.csv"), StandardCharsets.UTF_8);
        Set<String> scored = lines.stream().skip(1).map(line -> line.split(",", -1)[1]).collect(Collectors.toSet());
        Set<String> corpus = MixingWeights.standard().describe().keySet();

        assertEquals(10, scored.size());
        assertEquals(4, corpus.size());
        assertTrue(corpus.stream().noneMatch(scored::contains), () -> corpus + " and " + scored);
    }
}
