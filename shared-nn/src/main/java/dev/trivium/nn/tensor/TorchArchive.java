package dev.trivium.nn.tensor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the zip that {@code torch::jit::load} reads, from method source text alone.
 *
 * <p>The archive holds one class without parameters: {@code data.pkl} is a pickle that instantiates it, {@code code/} its source.
 */
final class TorchArchive {

    private static final long FIXED_TIME = 315_532_800_000L; // 1980-01-01, the oldest time a zip can state: equal text gives equal bytes

    private TorchArchive() {}

    static byte[] of(String className, String methods) {
        String self = "(self: __torch__." + className;
        String code = """
                class $CLASS(Module):
                  __parameters__ = []
                  __buffers__ = []
                  training : bool
                  _is_full_backward_hook : Optional[bool]
                  def forward$SELF, x: Tensor) -> Tensor:
                    return x
                """.replace("$CLASS", className).replace("$SELF", self) + methods.replaceAll("(def \\w+)\\(self", "$1" + self).indent(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            put(zip, className + "/data.pkl", pickle(className));
            put(zip, className + "/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            put(zip, className + "/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, className + "/version", "10\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written to a disk here
        }
        return out.toByteArray();
    }

    /** An object of the class with {@code training = True} and no hook, in pickle protocol 2. */
    private static byte[] pickle(String className) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x80, 2, 'c'});
        out.write(("__torch__\n" + className + "\n").getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {'q', 0, ')', (byte) 0x81, '}', '('});
        text(out, "training");
        out.write((byte) 0x88);
        text(out, "_is_full_backward_hook");
        out.write('N');
        out.write(new byte[] {'u', 'b', '.'});
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        out.writeInt(Integer.reverseBytes(utf8.length));
        out.write(utf8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTime(FIXED_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
