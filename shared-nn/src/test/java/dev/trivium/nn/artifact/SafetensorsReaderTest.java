package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {

    @TempDir
    Path folder;

    @Test // written by the reference implementation: src/test/resources/artifact/reference.py
    void readsAFileOfTheReferenceImplementation() throws IOException, URISyntaxException {
        Path file = Path.of(Objects.requireNonNull(getClass().getResource("/artifact/reference.safetensors")).toURI());
        Safetensors read = SafetensorsReader.open(file);
        assertEquals(Map.of("format", "pt", "note", "é\n\"quoted\""), read.metadata());
        assertEquals(11, read.tensors().size());
        assertArrayEquals(new double[] {0.1, -1e300, 5e-324}, tensor(read, "f64").toDoubles());
        assertArrayEquals(new float[] {0.1f, -1e38f, 1e-45f, 3f, 4f, 5f}, tensor(read, "f32").toFloats());
        assertArrayEquals(new long[] {2, 3}, tensor(read, "f32").shape());
        assertArrayEquals(new float[] {0.0999755859375f, -65504f, 5.9604644775390625e-8f}, tensor(read, "f16").toFloats());
        assertArrayEquals(new float[] {0.10009765625f, -3.140625f, 9999220736f}, tensor(read, "bf16").toFloats());
        assertArrayEquals(new long[] {Long.MIN_VALUE, 9007199254740993L}, tensor(read, "i64").toLongs());
        assertArrayEquals(new long[] {Integer.MIN_VALUE, 7}, tensor(read, "i32").toLongs());
        assertArrayEquals(new long[] {-300, 300}, tensor(read, "i16").toLongs());
        assertArrayEquals(new long[] {-128, 127}, tensor(read, "i8").toLongs());
        assertArrayEquals(new long[] {0, 255}, tensor(read, "u8").toLongs());
        assertArrayEquals(new long[] {1, 0, 1}, tensor(read, "bool").toLongs());
        assertArrayEquals(new long[] {0, 4}, tensor(read, "empty").shape());
        assertArrayEquals(new float[0], tensor(read, "empty").toFloats());
    }

    @Test
    void aScalarHasOneElementAndNoSizes() throws IOException {
        Safetensors read = read("{'x':{'dtype':'F32','shape':[],'data_offsets':[0,4]}}", 4);
        assertEquals(1, tensor(read, "x").elements());
        assertEquals(0, tensor(read, "x").shape().length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | 1 | tensors must cover the 1 bytes after the header, got 0",
        "[] | 0 | header must start with '{', got byte 91",
        "{}{} | 0 | header must end after its JSON object, got {",
        "{'x':1} | 0 | tensor x must be an object, got 1",
        "{'x':{'dtype':'F8_E4M3','shape':[1],'data_offsets':[0,1]}} | 1 | tensor x dtype must be one of F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL, got F8_E4M3",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,8]}} | 8 | tensor x data_offsets must span 4 bytes for shape [1] of F32, got [0, 8]",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} | 4 | tensor x data_offsets must span 4 bytes for shape [1] of F32, got [4, 0]",
        "{'x':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | 4 | tensor x shape must not be negative, got -1",
        "{'x':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}} | 4 | tensor x shape must hold at most 64 whole numbers, got 1.5",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4,4]}} | 4 | tensor x data_offsets must hold at most 2 whole numbers, got 4",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4]}} | 4 | tensor x must have a dtype, a shape and two data_offsets",
        "{'x':{'dtype':'F32','shape':[1]}} | 4 | tensor x must have a dtype, a shape and two data_offsets",
        "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'extra':1}} | 4 | tensor x must have only dtype, shape and data_offsets, got extra",
        "{'x':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,0]}} | 0 | tensor x shape must have a product below 2^60, got [4294967296, 4294967296]",
        "{'x':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'y':{'dtype':'U8','shape':[2],'data_offsets':[1,3]}} | 3 | tensor y must start where the one before it ends, at byte 2, got 1",
        "{'x':{'dtype':'U8','shape':[2],'data_offsets':[0,2]},'y':{'dtype':'U8','shape':[2],'data_offsets':[3,5]}} | 5 | tensor y must start where the one before it ends, at byte 2, got 3",
        "{'x':{'dtype':'U8','shape':[2],'data_offsets':[1,3]}} | 3 | tensor x must start where the one before it ends, at byte 0, got 1",
        "{'x':{'dtype':'U8','shape':[4],'data_offsets':[0,4]}} | 3 | tensors must cover the 3 bytes after the header, got 4",
        "{'':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}} | 1 | tensor name must have 1 to 1024 characters, got 0",
        "{'a\\u0000':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}} | 1 | tensor name must not hold control characters or half surrogates, got a\\u0000",
        "{'__metadata__':{'a':1}} | 0 | __metadata__ must be an object of strings, got 1",
        "{'__metadata__':{'a':'\\ud800'}} | 0 | __metadata__ must be text without half surrogates, got a",
    })
    void refusesAHeaderThatBreaksARule(String header, int data, String rule) {
        var e = assertThrows(ModelFileException.class, () -> read(header, data));
        assertEquals("buffer: header: " + rule, e.getMessage());
    }

    @Test
    void refusesDuplicateNames() {
        String twice = "{'x':{'dtype':'U8','shape':[1],'data_offsets':[0,1]},'x':{'dtype':'U8','shape':[1],'data_offsets':[1,2]}}";
        String message = assertThrows(ModelFileException.class, () -> read(twice, 2)).getMessage();
        assertTrue(message.startsWith("buffer: header: header must be valid JSON without duplicate names, got Duplicate"), message);
        assertThrows(ModelFileException.class, () -> read("{'__metadata__':{},'__metadata__':{}}", 0));
        assertThrows(ModelFileException.class, () -> read("{'x':{'dtype':'U8','dtype':'U8','shape':[1],'data_offsets':[0,1]}}", 1));
    }

    @Test
    void refusesAHeaderLengthOutsideTheFile() {
        assertRule("file must have at least 8 bytes, got 7", new byte[7]);
        assertRule("header length must be in [2, 8] for a file of 16 bytes, got 9", withLength(9, 16));
        assertRule("header length must be in [2, 8] for a file of 16 bytes, got 18446744073709551615", withLength(-1, 16));
        assertRule("header length must be in [2, 8] for a file of 16 bytes, got 0", withLength(0, 16));
    }

    @Test
    void refusesAHeaderThatIsNotUtf8() {
        byte[] file = Forge.safetensors("{'x'}  ", 0);
        file[10] = (byte) 0xff;
        assertRule("header must be UTF-8", file);
    }

    @Test
    void refusesDeepNestingAndHugeNumbers() {
        assertThrows(ModelFileException.class, () -> read("{'x':" + "[".repeat(100_000), 0));
        assertThrows(ModelFileException.class, () -> read("{'x':{'shape':[" + "9".repeat(100_000) + "]}}", 0));
        assertThrows(ModelFileException.class, () -> read("{'x':{'shape':[9223372036854775808]}}", 0));
    }

    @Test
    void namesTheFileThatIsAbsent() {
        Path file = folder.resolve("none.safetensors");
        var e = assertThrows(ModelFileException.class, () -> SafetensorsReader.open(file));
        assertEquals(file + ": file: file must exist and be a regular file", e.getMessage());
    }

    @Test
    void readsATensorBeyondTwoGigabytes() throws IOException {
        long count = (3L << 30) / 4;   // 3 GiB of floats, nearly all of them a hole in the file
        Path file = folder.resolve("large.safetensors");
        String header = "{\"last\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[%1$d,%2$d]},\"x\":{\"dtype\":\"F32\",\"shape\":[3,%3$d],\"data_offsets\":[0,%1$d]}}";
        byte[] start = Forge.safetensors(String.format(Locale.ROOT, header, 4 * count, 4 * count + 8, count / 3), 0);
        Assumptions.assumeTrue(Files.getFileStore(folder).getUsableSpace() > 4L << 30, "skipped: less than 4 GiB of disk is free");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(start), 0);
            putFloat(out, start.length + 4 * (count - 1), 7.5f);
            putFloat(out, start.length + 4 * (count / 3 * 2), -2.25f);
            putFloat(out, start.length + 4 * count + 4, 1.125f);
        }
        Safetensors read = SafetensorsReader.open(file);
        float[] some = new float[3];
        tensor(read, "x").copyFloats(count - 3, some, 0, 3);
        assertArrayEquals(new float[] {0, 0, 7.5f}, some);
        tensor(read, "x").copyFloats(count / 3 * 2 - 1, some, 0, 3);
        assertArrayEquals(new float[] {0, -2.25f, 0}, some);
        assertArrayEquals(new float[] {0, 1.125f}, tensor(read, "last").toFloats());
        assertThrows(IllegalStateException.class, () -> tensor(read, "x").bytes());
    }

    @Test
    void aMappedFileReadsAcrossItsSegments() throws IOException {
        Path file = folder.resolve("segments");
        byte[] expected = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        long border = 1L << 30;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(expected), 5 + border - 7);
            byte[] got = new byte[16];
            FileBytes.map(out, 5, border + 9).copy(border - 7, got, 0, 16);
            assertArrayEquals(expected, got);
        }
    }

    private static void putFloat(FileChannel out, long position, float value) throws IOException {
        out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).flip(), position);
    }

    private static StoredTensor tensor(Safetensors read, String name) {
        return Objects.requireNonNull(read.tensors().get(name), name);
    }

    private static Safetensors read(String header, int data) throws IOException {
        return SafetensorsReader.read("buffer", Forge.safetensors(header.replace('\'', '"'), data));
    }

    private static byte[] withLength(long length, int size) {
        byte[] file = new byte[size];
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(length).put("{}      ".getBytes(StandardCharsets.US_ASCII));
        return file;
    }

    private static void assertRule(String rule, byte[] file) {
        assertEquals("buffer: header: " + rule, assertThrows(ModelFileException.class, () -> SafetensorsReader.read("buffer", file)).getMessage());
    }
}
