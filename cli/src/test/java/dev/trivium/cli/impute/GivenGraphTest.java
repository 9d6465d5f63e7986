package dev.trivium.cli.impute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenGraphTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("graph.csv"), text, StandardCharsets.UTF_8);
    }

    private String refused(String option, Path file) {
        return assertThrows(IOException.class, () -> EdgeFile.read(option, file, List.of("a", "b"))).getMessage();
    }

    @Test
    void readsEdgesAndPlaces() throws IOException {
        assertEquals(0.5f, EdgeFile.read("--adjacency", file("source,target,weight\na,b,0.5\n"), List.of("a", "b")).at(1, 0));
        assertEquals(2, EdgeFile.read("--places", file("name,x,y\na,0,0\nb,1,1\n"), List.of("a", "b")).nodes());
    }

    @Test
    void aRowOfAnotherWidthIsRefusedWithTheFile() throws IOException {
        Path edges = file("source,target,weight\na,b\n");
        String message = refused("--adjacency", edges);
        assertTrue(message.startsWith(edges + ": must be CSV of three columns: "), message);
    }

    @Test
    void aNodeWithoutAPlaceIsRefusedWithTheFile() throws IOException {
        Path places = file("name,x,y\na,0,0\nc,1,1\n");
        assertEquals(places + ": must name the nodes [a, b], got [a, c]", refused("--places", places));
    }
}
