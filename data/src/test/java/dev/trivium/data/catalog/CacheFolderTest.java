package dev.trivium.data.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static final Path HOME = Path.of("").toAbsolutePath().resolve("home");

    @Test
    void isTheOneOfThePlatform() {
        assertEquals(HOME.resolve(".cache/trivium"), of("Linux", Map.of(), Map.of()));
        assertEquals(HOME.resolve("Library/Caches/trivium"), of("Mac OS X", Map.of(), Map.of()));
        assertEquals(HOME.resolve("AppData/Local/trivium/cache"), of("Windows 11", Map.of(), Map.of()));
        assertEquals(HOME.resolve("x/trivium/cache"), of("Windows 11", Map.of(), Map.of("LOCALAPPDATA", HOME.resolve("x").toString())));
    }

    @Test
    void followsTheXdgVariableOnLinuxUnlessItIsRelative() {
        assertEquals(HOME.resolve("x/trivium"), of("Linux", Map.of(), Map.of("XDG_CACHE_HOME", HOME.resolve("x").toString())));
        assertEquals(HOME.resolve(".cache/trivium"), of("Linux", Map.of(), Map.of("XDG_CACHE_HOME", "x")));
    }

    @Test
    void isTheOneTheUserNamesAndThePropertyComesFirst() {
        Path named = HOME.resolve("named");
        Path other = HOME.resolve("other");
        assertEquals(named, of("Linux", Map.of(), Map.of("TRIVIUM_CACHE", named.toString())));
        assertEquals(other, of("Linux", Map.of("trivium.cache", other.toString()), Map.of("TRIVIUM_CACHE", named.toString())));
    }

    private static Path of(String os, Map<String, String> properties, Map<String, String> variables) {
        Map<String, String> platform = Map.of("os.name", os, "user.home", HOME.toString());
        return CacheFolder.of(name -> Optional.ofNullable(properties.getOrDefault(name, platform.get(name))),
                name -> Optional.ofNullable(variables.get(name)));
    }
}
