package dev.trivium.data.catalog;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Where downloaded files are kept unless the user says otherwise. */
final class CacheFolder {

    private CacheFolder() {}

    /**
     * {@return the system property {@code trivium.cache}, else the environment variable {@code TRIVIUM_CACHE}, else {@code trivium} in
     * the platform's folder for caches}
     *
     * @param property system properties by name
     * @param variable environment variables by name
     */
    static Path of(Function<String, Optional<String>> property, Function<String, Optional<String>> variable) {
        return property.apply("trivium.cache").or(() -> variable.apply("TRIVIUM_CACHE")).map(Path::of)
                .orElseGet(() -> platform(property, variable)).toAbsolutePath().normalize();
    }

    private static Path platform(Function<String, Optional<String>> property, Function<String, Optional<String>> variable) {
        Path home = Path.of(property.apply("user.home").orElse("."));
        String os = property.apply("os.name").orElse("").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return variable.apply("LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("trivium").resolve("cache");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches").resolve("trivium");
        }
        return variable.apply("XDG_CACHE_HOME").map(Path::of).filter(Path::isAbsolute).orElse(home.resolve(".cache")).resolve("trivium");
    }
}
