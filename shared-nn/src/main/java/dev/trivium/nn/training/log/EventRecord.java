package dev.trivium.nn.training.log;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The bytes of TensorBoard event files: a sequence of TFRecords, each an {@code Event} message of protocol buffers.
 *
 * <p>A TFRecord is the length of its data (8 bytes, little-endian), a masked CRC-32C of these 8 bytes, the data, and a masked CRC-32C of the data.
 * An event holds, of the fields that are written here, {@code double wall_time = 1}, {@code int64 step = 2}, and either {@code string
 * file_version = 3} or {@code Summary summary = 5}, whose {@code Value value = 1} have {@code string tag = 1} and {@code float simple_value = 2}.
 */
final class EventRecord {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int MASK = 0xa282ead8;
    private static final String VERSION = "brain.Event:2";

    private EventRecord() {
    }

    /** {@return the record that every file begins with} */
    static byte[] version(double wallTime) {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        fixed64(event, 1, wallTime);
        bytes(event, 3, VERSION.getBytes(StandardCharsets.UTF_8));
        return framed(event.toByteArray());
    }

    /** {@return the record of some numbers at a step} */
    static byte[] scalars(double wallTime, long step, Map<String, Double> numbers) {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        numbers.forEach((tag, number) -> {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            bytes(value, 1, tag.getBytes(StandardCharsets.UTF_8));
            tag(value, 2, FIXED_32);
            value.writeBytes(little(Float.BYTES).putFloat(number.floatValue()).array());
            bytes(summary, 1, value.toByteArray());
        });
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        fixed64(event, 1, wallTime);
        tag(event, 2, VARINT);
        varint(event, step);
        bytes(event, 5, summary.toByteArray());
        return framed(event.toByteArray());
    }

    private static byte[] framed(byte[] data) {
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        return little(data.length + 16).put(length).putInt(masked(length)).put(data).putInt(masked(data)).array();
    }

    /** Rotated right by 15 bits and shifted, as a CRC of bytes that hold CRCs would be weak. */
    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static void fixed64(ByteArrayOutputStream out, int field, double value) {
        tag(out, field, FIXED_64);
        out.writeBytes(little(Double.BYTES).putDouble(value).array());
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] bytes) {
        tag(out, field, BYTES);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void tag(ByteArrayOutputStream out, int field, int type) {
        varint(out, (long) field << 3 | type);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
