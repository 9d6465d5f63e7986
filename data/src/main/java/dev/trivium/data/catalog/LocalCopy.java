package dev.trivium.data.catalog;

import dev.trivium.data.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Files that come from this machine: out of a mirror, a zip archive or the jar. Checked like downloads. */
final class LocalCopy {

    private static final int BUFFER = 1 << 16;

    private LocalCopy() {}

    /** Copies a file out of a mirror, decompressing it if the mirror has it compressed. */
    static void fromMirror(DataFile file, Path inMirror, Path target) throws IOException {
        try (InputStream raw = Files.newInputStream(inMirror);
                InputStream in = file.compressedInMirror() ? new GZIPInputStream(raw, BUFFER) : raw) {
            write(file, in, inMirror.toString(), target);
        } catch (ZipException e) {
            throw new IOException(inMirror + " must be a gzip file, got " + e.getMessage(), e);
        }
    }

    /** Unpacks one member of a zip archive. */
    static void fromArchive(DataFile file, Path archive, String member, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry(member);
            if (entry == null) {
                throw new IOException(archive + " must hold " + member + ", got " + zip.stream().map(ZipEntry::getName).toList());
            }
            try (InputStream in = zip.getInputStream(entry)) {
                write(file, in, member + " in " + archive, target);
            }
        }
    }

    /** Copies a sample out of the jar. */
    static void fromJar(DataSet set, DataFile file, Path target) throws IOException {
        try (InputStream in = Samples.get(set.name()).open()) {
            write(file, in, "the sample " + set.name(), target);
        }
    }

    private static void write(DataFile file, InputStream in, String from, Path target) throws IOException {
        Path part = Published.part(target);
        try {
            long written = 0;
            try (OutputStream out = Files.newOutputStream(part)) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    written += n;
                    if (file.bytes() != DataFile.UNKNOWN_SIZE && written > file.bytes()) {
                        throw new IOException(from + " must have " + file.identity() + ", got more bytes");
                    }
                    out.write(buffer, 0, n);
                }
            }
            if (!file.matches(part)) {
                throw new IOException(file.mismatch(from, part));
            }
            Published.as(part, target);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
