package dev.trivium.imputation.mask;

import dev.trivium.data.csv.ShownText;
import dev.trivium.nn.artifact.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The file of a {@link HiddenMask}, whose page describes it. */
final class MaskFile {

    private static final String FORMAT = "trivium mask 1";
    private static final List<String> KEYS = List.of("rows", "series", "hidden", "seed", "visible", "pattern");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGEST = 32;
    private static final long LARGEST = 1L << 29; // a bit for each of 2^31 cells takes half of it

    private MaskFile() {
    }

    static String sha256(HiddenMask mask) {
        byte[] contents = contents(mask);
        return HexFormat.of().formatHex(digest(contents, contents.length));
    }

    private static byte[] contents(HiddenMask mask) {
        String header = FORMAT + "\nrows " + mask.rows() + "\nseries " + mask.width() + "\nhidden " + mask.count() + "\nseed " + mask.seed()
                + "\nvisible " + mask.visible() + "\npattern " + mask.pattern() + "\n\n";
        byte[] start = header.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + bytes(mask.rows(), mask.width()));
        byte[] bits = mask.cells().toByteArray();
        System.arraycopy(bits, 0, all, start.length, bits.length);
        return all;
    }

    private static int bytes(int rows, int width) {
        return (int) (((long) rows * width + 7) / 8);
    }

    static void write(Path file, HiddenMask mask) throws IOException {
        byte[] contents = contents(mask);
        byte[] all = Arrays.copyOf(contents, contents.length + DIGEST);
        System.arraycopy(digest(contents, contents.length), 0, all, contents.length, DIGEST);
        AtomicFile.write(file, out -> out.write(all));
    }

    static HiddenMask read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": must be a mask file of at most " + LARGEST + " bytes, got " + Files.size(file));
        }
        byte[] all = Files.readAllBytes(file);
        byte[] format = (FORMAT + "\n").getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(all, 0, Math.min(all.length, format.length), format, 0, format.length)) {
            throw new IOException(file + ": must be a mask file, its first line \"" + FORMAT + "\"");
        }
        int end = all.length - DIGEST;
        if (end < format.length || !Arrays.equals(all, end, all.length, digest(all, end), 0, DIGEST)) {
            throw new IOException(file + ": is damaged: its SHA-256 does not match its contents");
        }
        try {
            return parse(all, end);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException(file + ": must be a mask file: " + ShownText.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static HiddenMask parse(byte[] all, int end) throws CharacterCodingException {
        int bits = afterHeader(all, end);
        List<String> values = values(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(all, 0, bits)).toString());
        int rows = Integer.parseInt(values.get(0));
        int width = Integer.parseInt(values.get(1));
        if (rows < 1 || width < 1 || (long) rows * width > Integer.MAX_VALUE || end - bits != bytes(rows, width)) {
            throw new IllegalArgumentException("rows and series must fit the " + (end - bits) + " bytes of cells, got " + rows + " and " + width);
        }
        if (!SHA256.matcher(values.get(4)).matches()) {
            throw new IllegalArgumentException("visible must be 64 hexadecimal digits, got " + values.get(4));
        }
        BitSet cells = BitSet.valueOf(Arrays.copyOfRange(all, bits, end));
        if (cells.length() > (long) rows * width || cells.cardinality() != Integer.parseInt(values.get(2))) {
            throw new IllegalArgumentException("hidden must be the number of cells, got " + values.get(2) + " for " + cells.cardinality());
        }
        return new HiddenMask(rows, width, cells, values.get(5), Long.parseLong(values.get(3)), values.get(4));
    }

    private static int afterHeader(byte[] all, int end) {
        for (int i = 1; i < end; i++) {
            if (all[i] == '\n' && all[i - 1] == '\n') {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("header must end in an empty line, got none");
    }

    private static List<String> values(String header) {
        List<String> lines = header.lines().toList();
        List<String> values = new ArrayList<>();
        for (int k = 0; k < KEYS.size(); k++) {
            String key = KEYS.get(k) + " ";
            if (lines.size() != KEYS.size() + 2 || !lines.get(k + 1).startsWith(key)) {
                throw new IllegalArgumentException("header must hold " + KEYS + " in this order, got " + lines);
            }
            values.add(lines.get(k + 1).substring(key.length()));
        }
        return values;
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
