package dev.trivium.imputation.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLayoutTest {

    @Test
    void everyColumnIsANodeUnlessTold() {
        NodeLayout layout = NodeLayout.columns(List.of("a.x", "b"));
        assertEquals(List.of("a.x", "b"), layout.nodes());
        assertEquals(List.of("value"), layout.channels());
        assertArrayEquals(new int[] {0, 1}, layout.columns());
    }

    @Test
    void theLastSeparatorPartsNodeFromChannel() {
        NodeLayout layout = NodeLayout.split(List.of("n1.temp", "n.2.temp", "n1.hum"), ".");
        assertEquals(List.of("n1", "n.2"), layout.nodes());
        assertEquals(List.of("temp", "hum"), layout.channels());
        assertArrayEquals(new int[] {0, 2, 1, -1}, layout.columns());
        assertEquals(layout, NodeLayout.split(List.of("n1.temp", "n.2.temp", "n1.hum"), "."));
    }

    @Test
    void namesThatDoNotFitAreRefused() {
        refused("got n1", () -> NodeLayout.split(List.of("n1"), "."));
        refused("got .x", () -> NodeLayout.split(List.of(".x"), "."));
        refused("got x.", () -> NodeLayout.split(List.of("x."), "."));
        refused("got a twice", () -> NodeLayout.columns(List.of("a", "a")));
        refused("got none", () -> NodeLayout.columns(List.of()));
        refused("separator must not be empty", () -> NodeLayout.split(List.of("a"), ""));
    }

    private static void refused(String words, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(words), message);
    }
}
