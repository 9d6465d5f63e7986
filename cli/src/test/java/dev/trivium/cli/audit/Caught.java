package dev.trivium.cli.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.Run;
import dev.trivium.cli.option.CardOptions;
import dev.trivium.cli.terminal.Session;
import dev.trivium.evaluation.scorecard.Card;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;

/** What an evaluation has to do with a leak: end with 3, name the check, and tell where. */
final class Caught {

    /** The exit code of an evaluation whose audit found a leak. */
    private static final int LEAK = 3;

    private Caught() {}

    /** What the terminal does with a card that a program has made. */
    static Run conclude(Card card) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Session session = Session.of(new PrintWriter(out), new PrintWriter(err));
        int code = new CardOptions().conclude(session, card);
        session.flush();
        return new Run(code, out.toString(), err.toString());
    }

    /**
     * Asserts that a run was stopped.
     *
     * @param check  a pattern that the name of the check and its words must hold
     * @param places what must be named: stamps, columns, molecules
     */
    static void by(String check, Run run, String... places) {
        String said = (run.out() + "\n" + run.err()).replaceAll("\\s+", " ");
        assertEquals(LEAK, run.code(), said);
        assertTrue(Pattern.compile(check).matcher(said).find(), "no check like " + check + " in " + said);
        for (String place : places) {
            assertTrue(said.contains(place), "nothing on " + place + " in " + said);
        }
    }
}
