package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal names the file, the entry and the rule. */
class ModelFileRefusalTest {

    @TempDir
    Path folder;
    private Path file;
    private Map<String, byte[]> entries;

    @BeforeEach
    void takeApart() throws IOException {
        file = folder.resolve("bad.trivium");
        entries = Forge.smallEntries(file);
    }

    @Nested
    class OfTheZip {

        @Test
        void aFileThatIsAbsentOrAFolder() {
            assertRefused("file", "file must exist and be a regular file", folder.resolve("none"));
            assertRefused("file", "file must exist and be a regular file", folder);
        }

        @Test
        void anEmptyFile() throws IOException {
            Files.write(file, new byte[0]);
            assertRefused("file", "file must be a zip, got 0 bytes");
        }

        @Test
        void everyTruncation() throws IOException {
            byte[] whole = Forge.zip(entries);
            for (int length = 0; length < whole.length; length++) {
                Files.deleteIfExists(file); // a new one is not sent to the disk at once
                Files.write(file, Arrays.copyOf(whole, length));
                assertThrows(ModelFileException.class, () -> ModelFile.read(file));
            }
        }

        @Test
        void otherBytesAfterTheEnd() throws IOException {
            byte[] whole = Forge.zip(entries);
            Files.write(file, Arrays.copyOf(whole, whole.length + 1));
            assertRefused("file", "file must end with the end record of a zip: it is cut short, followed by other bytes or no zip");
        }

        @Test
        void otherBytesBeforeTheStart() throws IOException {
            byte[] whole = Forge.zip(entries);
            byte[] shifted = new byte[whole.length + 4];
            System.arraycopy(whole, 0, shifted, 4, whole.length);
            Files.write(file, shifted);
            assertTrue(refusal().getMessage().contains("zip end record must follow its directory"));
        }

        @Test
        void aLocalHeaderThatDisagreesWithTheDirectory() throws IOException {
            byte[] whole = Forge.zip(entries);
            for (int at = 4; at < 30 + "manifest.json".length(); at++) {
                byte[] changed = whole.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertRefused("manifest.json", "local header must match the zip directory");
            }
        }

        @Test
        void anEntryThatOccursTwice() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ZipWriter zip = new ZipWriter(out);
            for (var entry : entries.entrySet()) {
                zip.entry(entry.getKey(), entry.getValue());
            }
            zip.entry("spec.json", entries.get("spec.json"));
            zip.finish();
            Files.write(file, out.toByteArray());
            assertRefused("spec.json", "entry must be in the zip once, got it twice");
        }

        @ParameterizedTest
        @ValueSource(strings = {"../spec.json", "/etc/passwd", "a\\b", "C:spec.json", "folder/", "", "sp\u0001ec", "..", ".hidden"})
        void aNameThatIsAPath(String name) throws IOException {
            entries.put(name, new byte[1]);
            Files.write(file, Forge.zip(entries));
            assertRefused(name.replace("\u0001", "\\u0001"),
                    "entry name must be a plain ASCII file name without a path, got " + name.replace("\u0001", "\\u0001"));
        }

        @Test
        void aSymbolicLink() throws IOException {
            byte[] whole = Forge.zip(entries);
            int central = lastIndexOf(whole, "weights.safetensors") - 46;
            whole[central + 41] = (byte) 0xa1;   // unix mode 0120777 in the upper half of the external attributes
            Files.write(file, whole);
            assertRefused("weights.safetensors", "entry must be a plain file, got a symbolic link");
        }

        @Test
        void compressedEntriesHoweverMuchTheyWouldInflateTo() throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("manifest.json"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 64; i++) {
                    zip.write(zeros);
                }
            }
            assertRefused("manifest.json",
                    "entry must be stored, neither compressed nor encrypted nor streamed, got method 8 and flags 2056");
        }

        @Test
        void moreEntriesThanAnyModelHas() throws IOException {
            for (int i = 0; i < 12; i++) {
                entries.put("x" + i, new byte[0]);
            }
            Files.write(file, Forge.zip(entries));
            assertTrue(refusal().getMessage().contains("zip directory must have at most 16 entries in 65536 bytes, got 17"));
        }

        @Test
        void aCrcThatIsWrong() throws IOException {
            byte[] whole = Forge.zip(entries);
            byte[] crc = new byte[4];
            int central = lastIndexOf(whole, "provenance.json") - 46;
            int local = new String(whole, StandardCharsets.ISO_8859_1).indexOf("provenance.json{") - 30;
            for (int i = 0; i < crc.length; i++) {
                whole[central + 16 + i] = 0;
                whole[local + 14 + i] = 0;
            }
            Files.write(file, whole);
            assertTrue(refusal().getMessage().contains("provenance.json: entry must have the CRC-32 of its zip header, 0, got "));
        }
    }

    @Nested
    class OfTheEntries {

        @ParameterizedTest
        @ValueSource(strings = {"spec.json", "preprocessing.json", "provenance.json", "weights.safetensors", "manifest.json"})
        void anEntryThatIsMissing(String name) throws IOException {
            entries.remove(name);
            Files.write(file, Forge.zip(entries));
            assertEquals(name, refusal().entry());
            assertTrue(refusal().getMessage().contains("entry must be present"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"inner.zip", "spec.json.bak", "SPEC.JSON"})
        void anEntryThatNoModelFileHas(String name) throws IOException {
            entries.put(name, entries.get("spec.json"));
            Files.write(file, Forge.zip(entries));
            assertRefused(name, "entry must be one of manifest.json, spec.json, preprocessing.json, provenance.json, training.json, "
                    + "weights.safetensors");
        }

        @Test
        void aZipInPlaceOfAnEntry() throws IOException {
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "spec.json", Forge.zip(entries)));
            assertEquals("spec.json", refusal().entry());
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "weights.safetensors", Forge.zip(entries)));
            assertEquals("weights.safetensors", refusal().entry());
        }

        @Test
        void trainingStateInAModel() throws IOException {
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "training.json", "{\"step\":1}".getBytes(StandardCharsets.UTF_8)));
            assertRefused("training.json", "entry must be in a checkpoint only, got kind toy");
        }

        @Test
        void anOversizedEntry() throws IOException {
            byte[] large = new byte[(8 << 20) + 1];
            Arrays.fill(large, (byte) ' ');
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "spec.json", large));
            assertRefused("spec.json", "entry must have at most 8388608 bytes, got 8388609");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "null", "{\"a\":1,\"a\":2}", "{} {}", "{", "{\"a\":NaN}", "{\"a\":1e999}",
            "{\"a\":99999999999999999999}", "{\"a\":\"\\ud800\"}", "", "\u00ff\u00fe"})
        void jsonThatIsNotAnObjectOfPlainValues(String json) throws IOException {
            byte[] bytes = json.getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "provenance.json", bytes));
            assertEquals("provenance.json", refusal().entry());
        }

        @Test
        void contentsThatChanged() throws IOException {
            entries.put("spec.json", new String(entries.get("spec.json"), StandardCharsets.UTF_8).replace("0.1", "0.2")
                    .getBytes(StandardCharsets.UTF_8));
            Files.write(file, Forge.zip(entries));
            assertTrue(refusal().getMessage().contains("spec.json: entry must have SHA-256 "), refusal().getMessage());
        }

        @Test
        void aWeightThatChanged() throws IOException {
            byte[] weights = entries.get("weights.safetensors");
            weights[weights.length - 1] ^= 1;
            Files.write(file, Forge.zip(entries));
            assertTrue(refusal().getMessage().contains("weights.safetensors: tensor mask must have SHA-256 "), refusal().getMessage());
        }

        @Test
        void aWeightThatIsNotFinite() throws IOException {
            byte[] weights = entries.get("weights.safetensors");
            int start = weights.length - 3 - 24;         // layer.weight, before the three bytes of the mask
            weights[start + 6] = (byte) 0x80;
            weights[start + 7] = (byte) 0x7f;
            Forge.repair(entries);
            Files.write(file, Forge.zip(entries));
            assertRefused("weights.safetensors", "tensor layer.weight must hold finite numbers, got Infinity at element 1");
        }

        @Test
        void aBooleanThatIsNeitherTrueNorFalse() throws IOException {
            byte[] two = Forge.safetensors("{\"b\":{\"dtype\":\"BOOL\",\"shape\":[1],\"data_offsets\":[0,1]}}   ", 1);
            two[two.length - 1] = 2;
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "weights.safetensors", two));
            assertTrue(refusal().getMessage().contains("weights.safetensors: "), refusal().getMessage());
        }

        @Test
        void aHeaderInAnotherOrderOrWithMetadata() throws IOException {
            byte[] other = Forge.safetensors("{\"__metadata__\":{\"a\":\"b\"}}      ", 0);
            Files.write(file, Forge.withEntry(folder.resolve("scratch"), "weights.safetensors", other));
            assertRefused("weights.safetensors",
                    "header must be as Trivium writes it: larger elements first, then by name, without metadata");
        }
    }

    @Nested
    class OfTheManifest {

        @Test
        void aNewerFormat() throws IOException {
            entries.put("future.bin", new byte[3]);
            change(manifest -> manifest.put("formatVersion", 2));
            assertRefused("manifest.json", "formatVersion must be 1, got 2: the file needs another version of Trivium");
        }

        @Test
        void anotherFormat() throws IOException {
            change(manifest -> manifest.put("format", "other"));
            assertRefused("manifest.json", "format must be trivium, got other");
        }

        @Test
        void aFieldTooManyOrTooFew() throws IOException {
            change(manifest -> manifest.put("comment", "hello"));
            assertTrue(refusal().getMessage().contains("manifest must have exactly the fields format, formatVersion, kind"));
            change(manifest -> {
                manifest.remove("comment");
                manifest.remove("kind");
            });
            assertTrue(refusal().getMessage().contains("manifest must have exactly the fields"));
        }

        @Test
        void aBadKind() throws IOException {
            change(manifest -> manifest.put("kind", "../toy"));
            assertRefused("manifest.json", "kind must be " + ModelContents.KIND_RULE + ", got ../toy");
        }

        @Test
        void anotherShape() throws IOException {
            tensor("layer.weight", tensor -> tensor.put("shape", List.of(3, 2)));
            assertRefused("weights.safetensors", "tensor layer.weight must be F32 [3, 2] as in the manifest, got F32 [2, 3]");
        }

        @Test
        void anotherType() throws IOException {
            tensor("layer.weight", tensor -> tensor.put("type", "I32"));
            assertRefused("weights.safetensors", "tensor layer.weight must be I32 [2, 3] as in the manifest, got F32 [2, 3]");
        }

        @Test
        void anotherName() throws IOException {
            tensor("mask", tensor -> tensor.put("name", "musk"));
            assertRefused("weights.safetensors", "tensors must be those of the manifest, got missing [musk] and unlisted [mask]");
        }

        @Test
        void aTensorListedTwice() throws IOException {
            tensor("mask", tensor -> tensor.put("name", "steps"));
            assertRefused("manifest.json", "tensor steps must be listed once, got it twice");
        }

        @Test
        @SuppressWarnings("unchecked")
        void anotherSize() throws IOException {
            change(manifest -> ((Map<String, Map<String, Object>>) manifest.get("entries")).get("spec.json").put("bytes", 5));
            assertRefused("spec.json", "entry must have 5 bytes as in the manifest, got " + entries.get("spec.json").length);
        }

        @Test
        @SuppressWarnings("unchecked")
        void anEntryItDoesNotList() throws IOException {
            change(manifest -> ((Map<String, Object>) manifest.get("entries")).remove("spec.json"));
            assertTrue(refusal().getMessage().contains("manifest.json: entries must be those of the zip, "));
        }

        private void change(Consumer<Map<String, Object>> edit) throws IOException {
            Map<String, Object> manifest = Forge.manifest(entries);
            edit.accept(manifest);
            Forge.putManifest(entries, manifest);
            Files.write(file, Forge.zip(entries));
        }

        @SuppressWarnings("unchecked")
        private void tensor(String name, Consumer<Map<String, Object>> edit) throws IOException {
            change(manifest -> ((List<Map<String, Object>>) manifest.get("tensors")).stream()
                    .filter(tensor -> tensor.get("name").equals(name)).forEach(edit));
        }
    }

    private ModelFileException refusal() {
        return assertThrows(ModelFileException.class, () -> ModelFile.read(file));
    }

    private void assertRefused(String entry, String rule) {
        assertRefused(entry, rule, file);
    }

    private static void assertRefused(String entry, String rule, Path path) {
        var e = assertThrows(ModelFileException.class, () -> ModelFile.read(path));
        assertEquals(path + ": " + entry + ": " + rule, e.getMessage());
        assertEquals(path.toString(), e.path());
    }

    private static int lastIndexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
