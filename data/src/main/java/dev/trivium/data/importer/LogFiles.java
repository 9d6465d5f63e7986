package dev.trivium.data.importer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The files of a log: a folder, one file, or what a .zip, .tar, .tgz or .gz holds. What it is, its first bytes say. */
final class LogFiles {

    private LogFiles() {}

    /** Takes one line. */
    @FunctionalInterface
    interface LineReader {
        void line(Line line) throws IOException;
    }

    /** Takes one file, whose stream it need not close. */
    @FunctionalInterface
    private interface FileReader {
        void file(String name, InputStream content) throws IOException;
    }

    /** Chooses files by their path inside the log, with {@code /} between folders. */
    @FunctionalInterface
    interface Choice {
        boolean takes(String name);
    }

    /**
     * Reads all lines of the chosen files, in the order of the log; a folder in the order of names. One file that is no archive is always
     * taken. Bytes are read as ISO-8859-1: no byte is refused.
     */
    static void lines(Path path, Choice choice, LineReader reader) throws IOException {
        int[] taken = {0};
        each(path, (name, content) -> {
            if (!name.isEmpty() && (hidden(name) || !choice.takes(name))) {
                return;
            }
            taken[0]++;
            BufferedReader text = new BufferedReader(new InputStreamReader(content, StandardCharsets.ISO_8859_1));
            String place = name.isEmpty() ? path.toString() : path + "!" + name;
            long number = 1;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                reader.line(new Line(place, name, number++, line));
            }
        });
        if (taken[0] == 0) {
            throw new ImportException(path.toString(), "must hold a file of this format, got none");
        }
    }

    /** The chosen files, sorted; a file that is no archive has the empty name. */
    static List<String> names(Path path, Choice choice) throws IOException {
        List<String> names = new ArrayList<>();
        each(path, (name, content) -> {
            if (name.isEmpty() || !hidden(name) && choice.takes(name)) {
                names.add(name);
            }
        });
        return names.stream().sorted().toList();
    }

    private static boolean hidden(String name) {
        return name.startsWith("__MACOSX/") || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    private static void each(Path path, FileReader reader) throws IOException {
        try {
            if (Files.isDirectory(path)) {
                folder(path, reader);
                return;
            }
            try (InputStream in = Files.newInputStream(path); InputStream plain = unpacked(in)) {
                inside(plain, reader);
            }
        } catch (NoSuchFileException e) {
            throw new ImportException(path.toString(), "no such file or folder");
        } catch (EOFException | ZipException e) {
            throw new ImportException(path.toString(), "is a damaged archive: " + e.getMessage());
        }
    }

    private static void folder(Path path, FileReader reader) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(path)) {
            files = tree.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file); InputStream plain = unpacked(in)) {
                reader.file(path.relativize(file).toString().replace('\\', '/').replaceFirst("\\.gz$", ""), plain);
            }
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
    }

    private static void inside(InputStream in, FileReader reader) throws IOException {
        in.mark(TarFiles.BLOCK);
        byte[] head = in.readNBytes(TarFiles.BLOCK);
        in.reset();
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    reader.file(entry.getName(), kept(zip));
                }
            }
        } else if (TarFiles.isTar(head)) {
            TarFiles.each(in, (name, content) -> reader.file(name, content));
        } else {
            reader.file("", in);
        }
    }

    private static InputStream kept(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {
                // the next member of the archive follows
            }
        };
    }

    /**
     * A line and where it stands.
     *
     * @param place  path of the file, for messages
     * @param file   path inside the log; empty if the log is one file
     * @param number counted from 1
     */
    record Line(String place, String file, long number, String text) {

        ImportException error(String message) {
            return new ImportException(place + ":" + number, message);
        }

        /** The name of the file without folders. */
        String fileName() {
            return file.substring(file.lastIndexOf('/') + 1);
        }

        /** A whole number in these bounds. */
        long whole(String what, String digits, long least, long most) throws ImportException {
            try {
                long value = Long.parseLong(digits);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw error(what + " must be a whole number from " + least + " to " + most + ", got " + digits);
        }

        /** A decimal number; the mark is a point. */
        double number(String what, String digits) throws ImportException {
            try {
                double value = digits.chars().allMatch(c -> "0123456789.+-eE".indexOf(c) >= 0) ? Double.parseDouble(digits) : Double.NaN;
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // refused below
            }
            throw error(what + " must be a number, got " + digits);
        }
    }
}
