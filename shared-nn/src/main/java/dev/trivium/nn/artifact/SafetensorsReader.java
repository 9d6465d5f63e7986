package dev.trivium.nn.artifact;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads safetensors files of any size, strictly: the tensors must cover the bytes after the header without a gap or an overlap.
 *
 * <p>Format (https://github.com/huggingface/safetensors): 8 bytes little-endian header length N, N bytes of JSON, then the elements.
 * Only the header is read on opening; elements are decoded from the mapped file when a tensor is asked for them. The file must not
 * be changed in place as long as its tensors are in use; replacing it by a rename is harmless.
 */
public final class SafetensorsReader {

    static final int LONGEST_HEADER = 100_000_000;   // the format's own limit
    private static final int LENGTH_BYTES = 8;

    private SafetensorsReader() {}

    /**
     * Opens a file: large ones are mapped into memory, small ones are copied.
     *
     * @param file a safetensors file
     * @return its tensors, to be decoded on demand, and its metadata
     * @throws ModelFileException if the file is absent or breaks a rule of the format
     * @throws IOException        if reading fails
     */
    public static Safetensors open(Path file) throws IOException {
        Refusal where = new Refusal(file.toString(), "header");
        if (!Files.isRegularFile(file)) {
            throw where.at(Refusal.WHOLE_FILE).because("file must exist and be a regular file");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(FileBytes.load(channel, 0, channel.size()), where);
        }
    }

    /**
     * Reads a file that is already in memory; the array must not change as long as the tensors are in use.
     *
     * @param label what to call the file in refusals
     * @param file  all bytes of a safetensors file
     * @return its tensors, to be decoded on demand, and its metadata
     * @throws ModelFileException if the bytes break a rule of the format
     * @throws IOException        never otherwise
     */
    public static Safetensors read(String label, byte[] file) throws IOException {
        return read(new ByteSource.OfBytes(file), new Refusal(label, "header"));
    }

    static Safetensors read(ByteSource file, Refusal where) throws IOException {
        long data = dataStart(file, where);
        SafetensorsHeader header = SafetensorsHeader.parse(headerText(file, data, where), where);
        requireCoverage(header.regions(), file.length() - data, where);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Region r : header.regions()) {
            tensors.put(r.name(), new StoredTensor(r.name(), r.type(), r.shape(), file.slice(data + r.begin(), r.end() - r.begin())));
        }
        return new Safetensors(tensors, header.metadata());
    }

    /** The position of the first element: the length field and the header. */
    static long dataStart(ByteSource file, Refusal where) throws ModelFileException {
        if (file.length() < LENGTH_BYTES) {
            throw where.because("file must have at least 8 bytes, got " + file.length());
        }
        byte[] prefix = new byte[LENGTH_BYTES];
        file.copy(0, prefix, 0, LENGTH_BYTES);
        long length = ByteBuffer.wrap(prefix).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long most = Math.min(LONGEST_HEADER, file.length() - LENGTH_BYTES);
        if (length < 2 || length > most) {
            throw where.because("header length must be in [2, " + most + "] for a file of " + file.length() + " bytes, got "
                    + Long.toUnsignedString(length));
        }
        return LENGTH_BYTES + length;
    }

    private static String headerText(ByteSource file, long end, Refusal where) throws ModelFileException {
        byte[] header = new byte[(int) end - LENGTH_BYTES];
        file.copy(LENGTH_BYTES, header, 0, header.length);
        if (header[0] != '{') {
            throw where.because("header must start with '{', got byte " + (header[0] & 0xff));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header)).toString();
        } catch (CharacterCodingException e) {
            throw where.because("header must be UTF-8", e);
        }
    }

    private static void requireCoverage(List<SafetensorsHeader.Region> regions, long dataLength, Refusal where) throws ModelFileException {
        var inOrder = Comparator.comparingLong(SafetensorsHeader.Region::begin).thenComparingLong(SafetensorsHeader.Region::end);
        long covered = 0;
        for (SafetensorsHeader.Region region : regions.stream().sorted(inOrder).toList()) {
            if (region.begin() != covered) {
                throw where.because("tensor " + TextQuote.of(region.name()) + " must start where the one before it ends, at byte "
                        + covered + ", got " + region.begin());
            }
            covered = region.end();
        }
        if (covered != dataLength) {
            throw where.because("tensors must cover the " + dataLength + " bytes after the header, got " + covered);
        }
    }
}
