package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.chaos.Found.Folder;
import fr.hubee.chaos.Found.Text;
import fr.hubee.chaos.History.Deposit;
import fr.hubee.chaos.History.Written;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules for a hub that was restored: each has a state that breaks it. */
class LastNightTest {
    private static final String NUMBER = "N1";

    private final LastNight night = new LastNight(
            List.of(new Deposit(NUMBER, "99101", Outcome.DONE, "f", "c", Map.of("a", "abc"), Outcome.DONE)),
            List.of(new Written("hello", "c", "OSL", null, Outcome.DONE)));

    private static Found found(boolean there, boolean due, String sha256, int times) {
        var folder = new Folder("f", "c", "99101", true, "SENT", due);
        return new Found(
                there ? Map.of(NUMBER, List.of(folder)) : Map.of(),
                Map.of("a", sha256),
                Map.of("c", Collections.nCopies(times, new Text("e", "hello", null, null))),
                Map.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    @Test
    void whatWasBackedUpIsThere() {
        var all = found(true, false, "abc", 1);

        assertEquals(List.of(), night.violations(all, all));
    }

    @Test
    void aFolderIsMissed() {
        assertEquals(
                List.of("N1 was in the backup, and is not there, once and complete"),
                night.violations(found(true, false, "abc", 1), found(false, false, "abc", 1)));
    }

    @Test
    void aFileIsMissed() {
        assertEquals(
                List.of("file a of N1 is not what was backed up"),
                night.violations(found(true, false, "abc", 1), found(true, false, "404", 1)));
    }

    @Test
    void aMessageIsMissed() {
        assertEquals(
                List.of("\"hello\" was in the backup, and is there 0 times"),
                night.violations(found(true, false, "abc", 1), found(true, false, "abc", 0)));
    }

    @Test
    void aFolderThatWasPurgedBeforeTheLossIsNotLookedFor() {
        assertEquals(List.of(), night.violations(found(true, true, "404", 1), found(true, true, "404", 1)));
    }
}
