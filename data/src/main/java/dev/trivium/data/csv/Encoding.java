package dev.trivium.data.csv;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes the text of a file strictly and finds the line of a byte that cannot be decoded. */
final class Encoding {

    private Encoding() {}

    /** The encoding that a byte order mark states, if there is one. */
    static Optional<Charset> marked(CsvFile file) throws IOException {
        try (InputStream in = file.open()) {
            byte[] head = in.readNBytes(2);
            if (head.length == 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff
                    || head.length == 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
                return Optional.of(StandardCharsets.UTF_16);
            }
            return Optional.empty();
        }
    }

    /** Opens the text; reading fails with a {@link CharacterCodingException} at a byte that is not of the encoding. */
    static Reader open(CsvFile file, Charset charset) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file.open(), 3);
        if (charset.equals(StandardCharsets.UTF_8)) {
            byte[] mark = in.readNBytes(3);
            boolean marked = mark.length == 3 && (mark[0] & 0xff) == 0xef && (mark[1] & 0xff) == 0xbb && (mark[2] & 0xff) == 0xbf;
            if (!marked) {
                in.unread(mark);
            }
        }
        return new InputStreamReader(in, charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Whether the whole file can be decoded. */
    static boolean holds(CsvFile file, Charset charset) throws IOException {
        try (Reader reader = open(file, charset)) {
            char[] buffer = new char[1 << 15];
            while (reader.read(buffer, 0, buffer.length) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Says which line is the first that the encoding cannot decode. */
    static String firstFault(CsvFile file, Charset charset) throws IOException {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return "it is not"; // lines do not end with a byte of their own
        }
        try (InputStream in = file.open()) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    if (!decodes(line.toByteArray(), charset)) {
                        break;
                    }
                    line.reset();
                    number++;
                }
            }
            return "line " + number + " is not " + charset.name();
        }
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The first characters of the text, at most {@code limit}. */
    static String head(CsvFile file, Charset charset, int limit) throws IOException {
        try (Reader reader = new BufferedReader(open(file, charset))) {
            char[] head = new char[limit];
            int length = 0;
            for (int n = reader.read(head, 0, limit); n > 0; n = reader.read(head, length, limit - length)) {
                length += n;
            }
            return new String(head, 0, length);
        }
    }
}
