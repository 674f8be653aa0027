package fr.hubee.kernel.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request identifier of a proxy is written into the log and into SQL: it may end neither a line nor a comment. */
class WorkIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "5b9a1c02-6f0e-4d55-9f6d-0c3f0f1f7a11", "Root_1.67891233-abcdef012345678912345678"})
    void whatProxiesMakeIsTaken(String id) {
        assertTrue(WorkId.isHarmless(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                ".",
                "1 */ delete from mail; /*",
                "1*/",
                "/*",
                "a'b",
                "a\"b",
                "a;b",
                "a b",
                "a\nb",
                "a\r\nb",
                "a\tb",
                "a\u0000b",
                "a\u001b[31m",
                "${env.HUBEE_KEY}",
                "%n",
                "café",
                "a?b"
            })
    void whatCouldEndALineOrACommentIsNot(String id) {
        assertFalse(WorkId.isHarmless(id));
    }

    @Test
    void itIsNoLongerThanSixtyFourCharacters() {
        assertTrue(WorkId.isHarmless("a".repeat(64)));
        assertFalse(WorkId.isHarmless("a".repeat(65)));
    }

    @Test
    void whatTheHubMakesIsHarmlessAndNeverTheSame() {
        assertTrue(WorkId.isHarmless(WorkId.fresh()));
        assertFalse(WorkId.fresh().equals(WorkId.fresh()));
    }

    @Test
    void aThreadGoesBackToWhatItDidBefore() {
        var outer = WorkId.bind("outer");
        var inner = WorkId.bind("inner");
        assertEquals(Optional.of("inner"), WorkId.current());

        inner.close();
        assertEquals(Optional.of("outer"), WorkId.current());
        outer.close();
        assertEquals(Optional.empty(), WorkId.current());
    }
}
