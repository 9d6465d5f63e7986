package dev.trivium.data.csv;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A CSV file on disk, unpacked while it is read: plain, gzip or a zip with one table. What it is, its first bytes say. */
final class CsvFile {

    private final Path path;

    CsvFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    CsvFormatException error(long line, String message) {
        return new CsvFormatException(path, line, message);
    }

    CsvFormatException error(String message) {
        return new CsvFormatException(path, message);
    }

    /** Opens the bytes of the table. */
    InputStream open() throws IOException {
        if (Files.isDirectory(path)) {
            throw error("is a folder, not a file");
        }
        byte[] head = new byte[6];
        try (InputStream peek = Files.newInputStream(path)) {
            peek.readNBytes(head, 0, head.length);
        }
        if (startsWith(head, 0x1f, 0x8b)) {
            return gzip();
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return zip();
        }
        if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z') || startsWith(head, 'B', 'Z', 'h') || startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            throw error("must be plain text, .gz or .zip, got another compression");
        }
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private InputStream gzip() throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            return new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream zip() throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw error("is a damaged zip file: " + e.getMessage());
        }
        try {
            return new FilterInputStream(zip.getInputStream(table(zip))) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private ZipEntry table(ZipFile zip) throws IOException {
        List<ZipEntry> files = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            if (!entry.isDirectory() && !name.startsWith(".") && !entry.getName().startsWith("__MACOSX/")) {
                files.add(entry);
            }
        }
        List<ZipEntry> tables = files.stream().filter(entry -> isTable(entry.getName())).toList();
        List<ZipEntry> choice = tables.isEmpty() ? files : tables;
        if (choice.size() != 1) {
            throw error("must hold one CSV file, got " + (choice.isEmpty() ? "none" : choice.stream().map(ZipEntry::getName).toList()));
        }
        return choice.get(0);
    }

    private static boolean isTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
    }
}
