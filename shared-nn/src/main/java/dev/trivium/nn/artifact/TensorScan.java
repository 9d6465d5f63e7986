package dev.trivium.nn.artifact;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** One pass over a tensor's bytes: its SHA-256, its part of a running CRC-32, and the first element that no weight may be. */
final class TensorScan {

    private final ElementType type;
    private final MessageDigest sha = Sha256.start();
    private long firstBad = -1;
    private double bad;

    private TensorScan(ElementType type) {
        this.type = type;
    }

    /**
     * Scans a tensor.
     *
     * @return the SHA-256 of its bytes
     * @throws ModelFileException if a float is NaN or infinite, or a BOOL is neither 0 nor 1
     */
    static String sha256(StoredTensor tensor, CRC32 crc, Refusal where) throws ModelFileException {
        TensorScan scan = new TensorScan(tensor.type());
        tensor.forEachChunk(0, tensor.elements(), (chunk, first, count) -> {
            int bytes = count * tensor.type().size();
            crc.update(chunk.array(), 0, bytes);
            scan.sha.update(chunk.array(), 0, bytes);
            scan.inspect(chunk, first, count);
        });
        if (scan.firstBad >= 0) {
            throw where.because("tensor " + TextQuote.of(tensor.name()) + " must hold " + (tensor.type().floating() ? "finite numbers" : "0 or 1")
                    + ", got " + scan.bad + " at element " + scan.firstBad);
        }
        return Sha256.hex(scan.sha);
    }

    private void inspect(ByteBuffer chunk, long first, int count) {
        int size = type.size();
        for (int i = 0; i < count && firstBad < 0; i++) {
            if (isBad(chunk, i * size)) {
                firstBad = first + i;
                bad = type.real(chunk, i * size);
            }
        }
    }

    /** A float is NaN or infinite when all bits of its exponent are set. */
    private boolean isBad(ByteBuffer chunk, int at) {
        return switch (type) {
            case F64 -> (~chunk.getLong(at) & 0x7ff0_0000_0000_0000L) == 0;
            case F32 -> (~chunk.getInt(at) & 0x7f80_0000) == 0;
            case F16 -> (~chunk.getShort(at) & 0x7c00) == 0;
            case BF16 -> (~chunk.getShort(at) & 0x7f80) == 0;
            case BOOL -> (chunk.get(at) & ~1) != 0;
            default -> false;
        };
    }
}
