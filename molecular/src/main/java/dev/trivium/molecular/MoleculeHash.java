package dev.trivium.molecular;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over tasks, strings and labels. */
final class MoleculeHash {

    private MoleculeHash() {}

    static String of(MoleculeSet set) {
        MessageDigest digest = sha256();
        text(digest, "trivium molecules 1");
        digest.update(ByteBuffer.allocate(8).putInt(set.tasks().size()).putInt(set.size()).array());
        set.tasks().forEach(task -> text(digest, task));
        set.smiles().forEach(smiles -> text(digest, smiles));
        for (double label : set.labels()) {
            digest.update(ByteBuffer.allocate(8).putDouble(Double.isNaN(label) ? Double.NaN : label).array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array()); // a length first: "ab","c" is not "a","bc"
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
