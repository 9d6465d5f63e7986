package dev.trivium.reproduce.fgatt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A folder of the repository, with its tables. */
enum Study {
    WIRELESS("fgatt-wireless"),
    AQI36("fgatt-aqi36");

    private final String folder;

    Study(String folder) {
        this.folder = folder;
    }

    static Study parse(String text) {
        return Arrays.stream(values()).filter(s -> s.folder.equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("study must be among " + Arrays.stream(values()).map(Study::folder).toList()
                        + ", got " + text));
    }

    String folder() {
        return folder;
    }

    List<Setting> settings() {
        return Arrays.stream(Setting.values()).filter(setting -> setting.study() == this).toList();
    }
}
