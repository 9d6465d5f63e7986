package dev.trivium.nn.artifact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes safetensors files of any size. Equal contents give equal bytes: metadata is sorted by key, tensors go larger elements first
 * (so that all are aligned), then by name, and the header is padded with spaces to a multiple of 8 bytes.
 */
public final class SafetensorsWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private SafetensorsWriter() {}

    /**
     * Writes a file atomically: under another name in the same folder first, then renamed over the target.
     *
     * @param file     the file to make or replace
     * @param contents tensors and metadata
     * @throws IOException if writing fails; an earlier file is then untouched
     */
    public static void write(Path file, Safetensors contents) throws IOException {
        AtomicFile.write(file, WriteObserver.NONE, out -> write(out, contents));
    }

    /**
     * Writes to a stream, which is left open.
     *
     * @param out      where the bytes go; memory use does not depend on their number
     * @param contents tensors and metadata
     * @throws IOException if writing fails
     */
    public static void write(OutputStream out, Safetensors contents) throws IOException {
        out.write(header(contents));
        for (StoredTensor tensor : contents.inFileOrder()) {
            writeElements(out, tensor);
        }
    }

    /** The length field and the padded JSON. */
    static byte[] header(Safetensors contents) {
        byte[] json = json(contents).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        if (padded.length > SafetensorsReader.LONGEST_HEADER) {
            throw new IllegalArgumentException(
                    "header must have at most " + SafetensorsReader.LONGEST_HEADER + " bytes, got " + padded.length);
        }
        return ByteBuffer.allocate(8 + padded.length).order(ByteOrder.LITTLE_ENDIAN).putLong(padded.length).put(padded).array();
    }

    static void writeElements(OutputStream out, StoredTensor tensor) throws IOException {
        byte[] chunk = new byte[(int) Math.min(StoredTensor.CHUNK, tensor.byteLength())];
        for (long at = 0; at < tensor.byteLength(); at += chunk.length) {
            int n = (int) Math.min(chunk.length, tensor.byteLength() - at);
            tensor.source().copy(at, chunk, 0, n);
            out.write(chunk, 0, n);
        }
    }

    private static String json(Safetensors contents) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (!contents.metadata().isEmpty()) {
                json.writeObjectFieldStart(TensorRules.METADATA);
                for (var entry : contents.metadata().entrySet()) {
                    json.writeStringField(entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            long at = 0;
            for (StoredTensor tensor : contents.inFileOrder()) {
                json.writeObjectFieldStart(tensor.name());
                json.writeStringField("dtype", tensor.type().name());
                json.writeFieldName("shape");
                json.writeArray(tensor.shape(), 0, tensor.shape().length);
                json.writeFieldName("data_offsets");
                json.writeArray(new long[] {at, at + tensor.byteLength()}, 0, 2);
                json.writeEndObject();
                at = Math.addExact(at, tensor.byteLength());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
