package dev.trivium.cli.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A model file taken apart and put together again, after {@code docs/model-file.md} and with nothing of the product. */
final class ModelBox {

    static final String MANIFEST = "manifest.json";
    static final String WEIGHTS = "weights.safetensors";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DATE_1980_01_01 = 0x21;

    private ModelBox() {}

    static Map<String, byte[]> entries(byte[] file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** Makes sizes and checksums of the JSON entries in the manifest right. */
    static void repair(Map<String, byte[]> entries) throws IOException {
        JsonNode manifest = JSON.readTree(entries.get(MANIFEST));
        ObjectNode sums = (ObjectNode) manifest.get("entries");
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".json") && !entry.getKey().equals(MANIFEST)) {
                sums.putObject(entry.getKey()).put("bytes", entry.getValue().length).put("sha256", sha256(entry.getValue()));
            }
        }
        entries.put(MANIFEST, JSON.writeValueAsBytes(manifest));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            byte[] shared = shared(name.length, entry.getValue());
            directory.write(little(4 + 2).putInt(0x02014b50).putShort((short) 10).array());
            directory.write(shared);
            directory.write(little(6 + 4 + 4).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt(out.size()).array());
            directory.write(name);
            out.write(little(4).putInt(0x04034b50).array());
            out.write(shared);
            out.write(name);
            out.write(entry.getValue());
        }
        int start = out.size();
        directory.writeTo(out);
        short count = (short) entries.size();
        out.write(little(22).putInt(0x06054b50).putInt(0).putShort(count).putShort(count).putInt(directory.size()).putInt(start).putShort((short) 0).array());
        return out.toByteArray();
    }

    /** What both headers of an entry say. */
    private static byte[] shared(int nameLength, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return little(26).putShort((short) 10).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) DATE_1980_01_01)
                .putInt((int) crc.getValue()).putInt(content.length).putInt(content.length).putShort((short) nameLength).putShort((short) 0).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
