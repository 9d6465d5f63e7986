package dev.trivium.cli;

import dev.trivium.cli.terminal.Session;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One call of the command line inside this process: exit code and what it wrote. */
public record Run(int code, String out, String err) {

    /** Runs {@code trivium} with the words of a line; a word in single quotes may hold blanks. */
    public static Run of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = Session.of(new PrintWriter(out), new PrintWriter(err));
        int code = Trivium.forSession(session).execute(words);
        session.flush();
        return new Run(code, out.toString(), err.toString());
    }

    /** The last line on stderr: the error, if there was one. */
    public String error() {
        return err.lines().reduce("", (before, line) -> line);
    }
}
