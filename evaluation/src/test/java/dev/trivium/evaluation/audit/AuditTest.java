package dev.trivium.evaluation.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditTest {

    private final Audit dirty = new Audit(List.of(new Part("train", 8640, "rows", "2016 … 2017")), List.of(
            Check.of(CheckName.PARTS, "10 rows", List.of()),
            Check.of(CheckName.REPEATED_ROWS, "3 of 9 blocks", List.of("rows 5 … 7 are rows 1 … 3")),
            Check.notMade(CheckName.CHOSEN_ELSEWHERE, "it does not say")));

    @Test
    void aViolationMakesAnAuditDirtyAndAnAllowedOneStaysVisible() {
        assertFalse(dirty.isClean());
        Audit allowed = dirty.allowing(Set.of(CheckName.REPEATED_ROWS, CheckName.PARTS));
        assertTrue(allowed.isClean());
        assertSame(allowed, allowed.requireClean());
        assertEquals(1, allowed.with(Outcome.ALLOWED).size());
        assertTrue(allowed.text().contains("ALLOWED       repeated-rows: 3 of 9 blocks\n"), allowed.text());
        assertEquals(List.of("fine", "Allowed by name, although the audit found it: repeated-rows."), allowed.around(List.of("fine")));
        assertFalse(dirty.allowing(Set.of(CheckName.PARTS)).isClean());
    }

    @Test
    void whatIsFoundIsThrownByNameAndSaidFirst() {
        LeakageException e = assertThrows(LeakageException.class, dirty::requireClean);
        assertEquals("audit must find no leak, got repeated-rows (rows 5 … 7 are rows 1 … 3)", e.getMessage());
        assertEquals(List.of("NOT TO BE BELIEVED: the audit at the end of this card found repeated-rows.", "fine"), dirty.around(List.of("fine")));
    }

    @Test
    void textHasALineForEveryPartAndCheck() {
        assertEquals("""
                Audit: 1 passed, 1 VIOLATED, 1 not checked
                  train         2016 … 2017, 8,640 rows
                  passed        parts: 10 rows
                  VIOLATED      repeated-rows: 3 of 9 blocks
                                ! rows 5 … 7 are rows 1 … 3
                  not checked   chosen-elsewhere: it does not say
                """, dirty.text());
    }

    @Test
    void namesAreReadBackAndUnknownOnesAreRefusedWithTheList() {
        for (CheckName name : CheckName.values()) {
            assertEquals(name, CheckName.of(name.text()));
            assertTrue(name.text().matches("[a-z]+(-[a-z]+)*"), name.text());
        }
        String message = assertThrows(IllegalArgumentException.class, () -> CheckName.of("leaks")).getMessage();
        assertTrue(message.startsWith("check must be one of parts, borders, ") && message.endsWith(", got leaks"), message);
    }

    @Test
    void aCheckWhoseOutcomeAndFindingsDisagreeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Check(CheckName.PARTS, Outcome.PASSED, "x", List.of("found")));
        assertThrows(IllegalArgumentException.class, () -> new Check(CheckName.PARTS, Outcome.VIOLATED, "x", List.of()));
        assertThrows(IllegalArgumentException.class, () -> Check.of(CheckName.PARTS, " ", List.of()));
        assertThrows(IllegalArgumentException.class, () -> dirty.with(dirty.checks()));
    }

    @Test
    void methodsAreGatheredIntoOneCheck() {
        MethodChecks methods = new MethodChecks();
        methods.add(CheckName.HELD_DATA, "numbers", "a", List.of());
        methods.add(CheckName.HELD_DATA, "numbers", "b", List.of("holds 3"));
        methods.add(CheckName.FITTED_ELSEWHERE, "hashes", "a", List.of());
        methods.notMade(CheckName.FITTED_ELSEWHERE, "b", "it does not say");
        assertEquals(List.of(Outcome.VIOLATED, Outcome.NOT_CHECKED), methods.checks().stream().map(Check::outcome).toList());
        assertEquals(List.of("b holds 3"), methods.checks().get(0).found());
        assertEquals("hashes; not checked for b: it does not say (a)", methods.checks().get(1).lookedAt());
    }
}
