package dev.trivium.nn.artifact;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A region of a file mapped into memory, in segments because one {@link MappedByteBuffer} holds less than 2 GiB. The mapping outlives
 * the channel and ends when the object is collected.
 */
record FileBytes(MappedByteBuffer[] segments, long length) implements ByteSource {

    /** Regions up to this size are copied to the heap: then the bytes that were checked are the bytes that are used, and no file stays open. */
    static final long HEAP_LIMIT = 64L << 20;

    private static final int SEGMENT_BITS = 30;
    private static final long SEGMENT = 1L << SEGMENT_BITS;

    static ByteSource map(FileChannel channel, long from, long length) throws IOException {
        var segments = new MappedByteBuffer[Math.toIntExact((length + SEGMENT - 1) / SEGMENT)];
        for (int i = 0; i < segments.length; i++) {
            long start = i * SEGMENT;
            segments[i] = channel.map(FileChannel.MapMode.READ_ONLY, from + start, Math.min(SEGMENT, length - start));
        }
        return new FileBytes(segments, length);
    }

    /** The region on the heap when it is small, else mapped. */
    static ByteSource load(FileChannel channel, long from, long length) throws IOException {
        return length <= HEAP_LIMIT ? new OfBytes(read(channel, from, (int) length)) : map(channel, from, length);
    }

    static byte[] read(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(count);
        while (target.hasRemaining()) {
            if (channel.read(target, from + target.position()) < 0) {
                throw new EOFException("file ended at byte " + (from + target.position()) + " while it was read");
            }
        }
        return target.array();
    }

    @Override
    public void copy(long position, byte[] target, int offset, int count) {
        int done = 0;
        while (done < count) {
            long at = position + done;
            MappedByteBuffer segment = segments[(int) (at >> SEGMENT_BITS)];
            int start = (int) (at & (SEGMENT - 1));
            int n = Math.min(count - done, segment.capacity() - start);
            segment.get(start, target, offset + done, n);
            done += n;
        }
    }
}
