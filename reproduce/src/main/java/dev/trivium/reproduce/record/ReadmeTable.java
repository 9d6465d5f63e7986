package dev.trivium.reproduce.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a README that is made from runs: what stands between two comments. */
public final class ReadmeTable {

    private static final String BEGIN = "<!-- made from expected.csv by run.sh -->\n";
    private static final String END = "<!-- end of what is made -->";

    private ReadmeTable() {}

    /** {@return the text with the part between the comments replaced} */
    public static String replaced(Path readme, String tables) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(readme + ": must hold the lines \"" + BEGIN.strip() + "\" and \"" + END + "\", in this order");
        }
        return text.substring(0, begin + BEGIN.length()) + tables + text.substring(end);
    }
}
