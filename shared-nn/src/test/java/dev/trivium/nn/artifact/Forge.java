package dev.trivium.nn.artifact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes model files apart and puts them together wrongly. */
final class Forge {

    private Forge() {}

    static ModelContents smallModel() {
        return ModelContents.model("toy", 3, Map.of("width", 2, "rate", 0.1), Map.of("mean", List.of(1.5, -2.0)),
                Map.of("seed", 7L), List.of(
                        StoredTensor.floats("layer.weight", new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}),
                        StoredTensor.doubles("layer.bias", new long[] {2}, new double[] {0.1, -0.2}),
                        StoredTensor.longs("steps", new long[] {}, new long[] {42}),
                        StoredTensor.bytes("mask", new long[] {3}, new byte[] {0, 1, (byte) 255})));
    }

    /** Writes the golden file {@code toy-v1.trivium} of this format version; run once per version. */
    public static void main(String[] arguments) throws IOException {
        ModelFile.write(Path.of(arguments[0]), smallModel());
    }

    static byte[] bytes(ModelContents contents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ModelFileWriter(contents, new Refusal("memory", Refusal.WHOLE_FILE)).writeTo(out);
        return out.toByteArray();
    }

    static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (ZipRecord entry : ZipReader.entries(channel, new Refusal(file.toString(), Refusal.WHOLE_FILE)).values()) {
                contents.put(entry.name(), FileBytes.read(channel, entry.dataOffset(), (int) entry.size()));
            }
        }
        return contents;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ZipWriter zip = new ZipWriter(out);
        for (var entry : entries.entrySet()) {
            zip.entry(entry.getKey(), entry.getValue());
        }
        zip.finish();
        return out.toByteArray();
    }

    /** The small model with one entry replaced and the manifest's sizes and checksums made right for it. */
    static byte[] withEntry(Path scratch, String name, byte[] content) throws IOException {
        Map<String, byte[]> entries = smallEntries(scratch);
        entries.put(name, content);
        repair(entries);
        return zip(entries);
    }

    static Map<String, byte[]> smallEntries(Path scratch) throws IOException {
        Files.write(scratch, bytes(smallModel()));
        return entries(scratch);
    }

    /** The manifest as a tree that may be changed, written back with {@link #putManifest}. */
    static Map<String, Object> manifest(Map<String, byte[]> entries) throws IOException {
        var object = JsonObjects.read(entries.get("manifest.json"), new Refusal("forge", "manifest.json"));
        return changeable(object);
    }

    static void putManifest(Map<String, byte[]> entries, Map<String, Object> manifest) {
        entries.put("manifest.json", JsonObjects.write(manifest));
    }

    /** Makes sizes and checksums of entries and tensors right, as an attacker would. */
    static void repair(Map<String, byte[]> entries) throws IOException {
        Map<String, Object> manifest = manifest(entries);
        Map<String, Object> sums = new HashMap<>();
        for (var entry : entries.entrySet()) {
            byte[] content = entry.getValue();
            if (entry.getKey().equals("weights.safetensors")) {
                sums.put(entry.getKey(), Map.of("bytes", content.length, "headerSha256", headerSha(content)));
            } else if (!entry.getKey().equals("manifest.json")) {
                sums.put(entry.getKey(), Map.of("bytes", content.length, "sha256", Sha256.of(content)));
            }
        }
        manifest.put("entries", sums);
        try {
            List<Map<String, Object>> tensors = new ArrayList<>();
            for (StoredTensor t : SafetensorsReader.read("forge", entries.get("weights.safetensors")).tensors().values()) {
                tensors.add(Map.of("name", t.name(), "type", t.type().name(), "shape", boxed(t.shape()), "sha256", Sha256.of(t.bytes())));
            }
            manifest.put("tensors", tensors);
        } catch (ModelFileException e) {
            // weights that cannot be read keep the checksums they had
        }
        putManifest(entries, manifest);
    }

    private static String headerSha(byte[] weights) {
        int length = Math.max(8, Math.min(weights.length, 8 + (weights.length > 4 ? weights[0] & 0xff | (weights[1] & 0xff) << 8 : 0)));
        return Sha256.of(Arrays.copyOf(weights, length));
    }

    private static List<Long> boxed(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> changeable(Map<String, ?> object) {
        Map<String, Object> copy = new HashMap<>(object);
        copy.replaceAll((key, value) -> value instanceof Map ? changeable((Map<String, ?>) value)
                : value instanceof List<?> list ? new ArrayList<>(list.stream().map(
                        element -> element instanceof Map ? changeable((Map<String, ?>) element) : element).toList()) : value);
        return copy;
    }

    /** A safetensors file with this header text and this many bytes of zeros. */
    static byte[] safetensors(String header, int data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] file = new byte[8 + json.length + data];
        for (int i = 0; i < 8; i++) {
            file[i] = (byte) ((long) json.length >> 8 * i);
        }
        System.arraycopy(json, 0, file, 8, json.length);
        return file;
    }
}
