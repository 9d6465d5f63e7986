package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("a.safetensors");
        Safetensors contents = new Safetensors(Forge.smallModel().tensors(), Map.of("k", "v ü \"\n"));
        SafetensorsWriter.write(file, contents);
        assertEquals(contents, SafetensorsReader.open(file));
        SafetensorsWriter.write(file, SafetensorsReader.open(file));
        assertEquals(contents, SafetensorsReader.open(file));
    }

    @Test
    void bytesAreFixedByTheFormat() throws IOException {
        byte[] file = bytes(List.of(StoredTensor.bytes("b", new long[] {2}, new byte[] {7, 8}),
                StoredTensor.floats("a", new long[] {1}, new float[] {1})));
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[4,6]}}";
        String padded = header + " ".repeat((8 - header.length() % 8) % 8);
        byte[] expected = Forge.safetensors(padded, 6);
        System.arraycopy(new byte[] {0, 0, (byte) 0x80, 0x3f, 7, 8}, 0, expected, expected.length - 6, 6);
        assertArrayEquals(expected, file);
    }

    @Test
    void orderOfTheTensorsDoesNotMatter() throws IOException {
        List<StoredTensor> tensors = new ArrayList<>(Forge.smallModel().tensors().values());
        byte[] first = bytes(tensors);
        Collections.reverse(tensors);
        assertArrayEquals(first, bytes(tensors));
    }

    @Test
    void anEmptyFileHasAnEmptyHeader() throws IOException {
        byte[] file = bytes(List.of());
        assertEquals("{}      ", new String(file, 8, 8, StandardCharsets.US_ASCII));
        assertTrue(SafetensorsReader.read("buffer", file).tensors().isEmpty());
    }

    @Test
    void largeTensorsGoThroughASmallBuffer() throws IOException {
        float[] values = new float[1_000_003];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f;
        }
        Path file = folder.resolve("b.safetensors");
        SafetensorsWriter.write(file, Safetensors.of(List.of(StoredTensor.floats("v", new long[] {values.length}, values))));
        assertEquals(0, (Files.size(file) - 4L * values.length) % 8);
        assertArrayEquals(values, SafetensorsReader.open(file).tensors().get("v").toFloats());
    }

    @Test
    void refusesOneNameTwice() {
        StoredTensor a = StoredTensor.floats("a", new long[0], new float[1]);
        var e = assertThrows(IllegalArgumentException.class, () -> Safetensors.of(List.of(a, a)));
        assertEquals("tensor names must be distinct, got a twice", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Safetensors(Map.of("b", a), Map.of()));
        assertEquals("tensor must be under its own name a, got b", e.getMessage());
    }

    private static byte[] bytes(List<StoredTensor> tensors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SafetensorsWriter.write(out, Safetensors.of(tensors));
        return out.toByteArray();
    }
}
