package dev.trivium.nn.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Lines of JSON that are only ever added to, each with a checksum and on the disk before the next thing happens. A line that was being written
 * when the process was killed has no end; it is cut off.
 */
final class Journal implements AutoCloseable {

    private static final int LARGEST = 1 << 26;
    private static final int DEEPEST = 16;
    private static final String CHECK = ",\"crc\":\"";
    private static final int CHECK_LENGTH = CHECK.length() + 8 + 2;
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Path file;
    private final FileChannel channel;
    private final List<Map<String, @Nullable Object>> lines;
    private final int cut;

    private Journal(Path file, FileChannel channel, List<Map<String, @Nullable Object>> lines, int cut) {
        this.file = file;
        this.channel = channel;
        this.lines = lines;
        this.cut = cut;
    }

    /** Opens or begins a journal, and keeps others from writing to it. */
    static Journal open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
            byte[] bytes = read(file, channel);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            List<Map<String, @Nullable Object>> lines = parse(file, bytes, end);
            channel.truncate(end);
            channel.position(end);
            return new Journal(file, channel, lines, bytes.length - end);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException(file + " is in use by another search of this process", e);
        }
        throw new IOException(file + " is in use by another search; wait for it or use another folder");
    }

    private static byte[] read(Path file, FileChannel channel) throws IOException {
        if (channel.size() > LARGEST) {
            throw new IOException(file + " must be at most " + LARGEST + " bytes long, got " + channel.size());
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // until everything is there
        }
        return buffer.array();
    }

    private static List<Map<String, @Nullable Object>> parse(Path file, byte[] bytes, int end) throws IOException {
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (int from = 0; from < end; ) {
            int to = from;
            while (bytes[to] != '\n') {
                to++;
            }
            lines.add(line(file, lines.size() + 1, ByteBuffer.wrap(bytes, from, to - from)));
            from = to + 1;
        }
        return lines;
    }

    private static Map<String, @Nullable Object> line(Path file, int number, ByteBuffer bytes) throws IOException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            int at = text.length() - CHECK_LENGTH;
            if (at < 1 || !text.startsWith(CHECK, at) || !text.endsWith(check(text.substring(0, at)))) {
                throw refused(file, number, "must end in the checksum of what stands before it", null);
            }
            Map<String, @Nullable Object> map = MAPPER.readValue(text, OBJECT);
            if (map != null) {
                map.remove("crc");
                return map;
            }
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw refused(file, number, "must be a JSON object in UTF-8", e);
        }
        throw refused(file, number, "must be a JSON object, got null", null);
    }

    private static IOException refused(Path file, int number, String rule, @Nullable Exception cause) {
        return new IOException(file + " line " + number + ": " + rule, cause);
    }

    private static String check(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%s%08x\"}", CHECK, crc.getValue());
    }

    /** What was in the file when it was opened. */
    List<Map<String, @Nullable Object>> lines() {
        return lines;
    }

    /** Bytes of a line without an end that were cut off. */
    int cut() {
        return cut;
    }

    Path file() {
        return file;
    }

    /** {@return an object in the one form that compares equal when written and read back} */
    static String text(Object object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line and waits until it is on the disk. */
    void add(Map<String, ?> object) throws IOException {
        String json = text(object);
        String open = json.substring(0, json.length() - 1);
        ByteBuffer bytes = ByteBuffer.wrap((open + check(open) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
