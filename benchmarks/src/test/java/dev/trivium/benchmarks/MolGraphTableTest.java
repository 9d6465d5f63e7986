package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MolGraphTableTest {

    private static Rounds rounds(int width, String mode, double memory, int molecules, double... times) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (double time : times) {
            lines.add(new ObjectMapper().readTree("{\"width\":" + width + ",\"mode\":\"" + mode + "\",\"median_ms\":" + time
                    + ",\"molecules_per_second\":" + 1000 * molecules / time + ",\"peak_rss_mb\":" + memory + "}"));
        }
        return new Rounds(lines, List.of("width", "mode"));
    }

    private static String row(Rounds peer, Rounds ours) {
        return MolGraphTable.table(peer, ours).split("\n")[1].replaceAll(" +", " ");
    }

    @Test
    void thePeerCountsWhereItIsFastest() throws JsonProcessingException {
        assertEquals("128 train 3 100.0 125.0 532 419 peer 0.800 130 900 600 yes",
                row(rounds(128, "train", 600, 128, 120, 125, 130), rounds(128, "train", 900, 128, 100, 90, 110)));
    }

    @Test
    void theAuthorsFigureReplacesASlowerPeer() throws JsonProcessingException {
        assertEquals("512 train 1 1400.0 4000.0 11200 3500 authors 0.400 1200 1500 2000 NO",
                row(rounds(512, "train", 2000, 128, 4000), rounds(512, "train", 1500, 128, 1400)));
    }

    @Test
    void tooMuchMemoryDoesNotMeetTheAim() throws JsonProcessingException {
        assertEquals("128 train 1 100.0 125.0 532 419 peer 0.800 130 1001 600 NO",
                row(rounds(128, "train", 600, 128, 125), rounds(128, "train", 1001, 128, 100)));
    }

    @Test
    void predictionsAreTimedByTheThousand() throws JsonProcessingException {
        assertEquals("128 predict 1 200.0 250.0 1178 879 peer 0.800 250 700 800 yes",
                row(rounds(128, "predict", 800, 900, 225), rounds(128, "predict", 700, 900, 180)));
    }

    @Test
    void withoutAnAimThePeerCounts() throws JsonProcessingException {
        assertEquals("512 predict 1 1000.0 2000.0 - - peer 0.500 - 700 800 -",
                row(rounds(512, "predict", 800, 900, 1800), rounds(512, "predict", 700, 900, 900)));
    }
}
