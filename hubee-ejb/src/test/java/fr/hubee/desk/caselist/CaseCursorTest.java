package fr.hubee.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.kernel.shared.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseCursorTest {

    @Test
    void itComesBackFromTheAddressToTheMicrosecond() {
        var cursor = new CaseCursor(true, false, Instant.parse("2026-11-25T09:10:11.123456Z"), UuidV7.next());

        assertEquals(Optional.of(cursor), CaseCursor.parse(true, cursor.text()));
        var completed = new CaseCursor(true, true, cursor.at(), cursor.id());
        assertEquals(Optional.of(completed), CaseCursor.parse(true, completed.text()));
        var answered = new CaseCursor(true, false, true, cursor.at(), cursor.id());
        assertEquals(Optional.of(answered), CaseCursor.parse(true, answered.text()));
    }

    @Test
    void whatWasForgedIsNone() {
        var good = new CaseCursor(false, false, Instant.EPOCH, UuidV7.next()).text();

        for (var forged :
                List.of("", "x", "-" + good, good + "0", good.toUpperCase(java.util.Locale.ROOT), "0-0", "';--")) {
            assertEquals(Optional.empty(), CaseCursor.parse(false, forged), forged);
        }
    }

    @Test
    void aDateBeyondAllCalendarsIsNone() {
        assertEquals(Optional.empty(), CaseCursor.parse(false, "zzzzzzzzzzzz-" + new java.util.UUID(1, 2)));
    }
}
