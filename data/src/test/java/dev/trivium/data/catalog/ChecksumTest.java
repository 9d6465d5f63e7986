package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {

    @TempDir
    private Path folder;

    @Test
    void isTheSha256OfTheBytes() throws IOException {
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", of(Checksum.Kind.SHA_256, "abc")); // FIPS 180-2
    }

    @Test
    void isTheNameThatGitGivesToABlob() throws IOException {
        assertEquals("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", of(Checksum.Kind.GIT_BLOB_SHA_1, "")); // git hash-object /dev/null
        assertEquals("ce013625030ba8dba906f756967f9e9ca394464a", of(Checksum.Kind.GIT_BLOB_SHA_1, "hello\n")); // git hash-object
    }

    @Test
    void refusesAValueOfTheWrongForm() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new Checksum(Checksum.Kind.SHA_256, "abc"));
        assertEquals("hex must be 64 lower-case hexadecimal digits for a SHA-256, got abc", refused.getMessage());
    }

    private String of(Checksum.Kind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8);
        return new Checksum(kind, "0".repeat(kind == Checksum.Kind.SHA_256 ? 64 : 40)).of(file).hex();
    }
}
