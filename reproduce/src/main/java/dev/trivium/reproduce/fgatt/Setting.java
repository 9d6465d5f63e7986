package dev.trivium.reproduce.fgatt;

import java.util.Arrays;
import java.util.Locale;

/** What is hidden, and what training may see of it. */
enum Setting {
    BLOCK(Study.WIRELESS, "block", "Blocks: faults of 12 to 47 rows that start with probability 0.0015, and 5 % of single cells (the generator of GRIN)"),
    OUTAGE(Study.WIRELESS, "outage", "Node outage: in every window of 24 rows, a tenth of the cells is silent"),
    GRIN(Study.AQI36, "grin", "GRIN's protocol: masked values of training months return to training, test months stay hidden"),
    STRICT(Study.AQI36, "strict", "Strict: masked values stay hidden everywhere");

    private final Study study;
    private final String title;
    private final String words;

    Setting(Study study, String title, String words) {
        this.study = study;
        this.title = title;
        this.words = words;
    }

    static Setting parse(String text) {
        return Arrays.stream(values()).filter(s -> s.title.equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("settings must be among " + Arrays.stream(values()).map(Setting::title).toList()
                        + ", got " + text));
    }

    Study study() {
        return study;
    }

    /** {@return the name in files and options} */
    String title() {
        return title;
    }

    /** {@return the setting in a sentence, without a full stop} */
    String words() {
        return words;
    }
}
