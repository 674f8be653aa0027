package fr.hubee.portal.desk.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks events without content, which are accepted (ADR 01): their kind is described all the same. */
class CaseTextTest {

    static HistoryEntry entry(ActionType action, CaseStatus after, String message) {
        return new HistoryEntry(
                new UUID(0, 1), Instant.EPOCH, action, "Odile", true, null, after, message, null, List.of(), false);
    }

    @Test
    void aMessageWithoutTextIsReportedAsSuch() {
        assertEquals("Odile a envoyé un message", CaseText.event(entry(ActionType.SENDING_MESSAGE, null, "Bonjour")));
        for (var nothing : new String[] {null, "", " "}) {
            assertEquals(
                    "Odile a envoyé un message sans texte",
                    CaseText.event(entry(ActionType.SENDING_MESSAGE, null, nothing)));
        }
    }

    @Test
    void anUpdateWithoutStatusIsNoChangeOfStatus() {
        var update = entry(ActionType.STATUS_UPDATE, null, null);

        assertEquals("Odile a mis à jour le télédossier", CaseText.event(update));
        assertEquals("", CaseText.statuses(update));
    }

    @Test
    void whoLooksAtItTooIsNamed() {
        assertEquals("", CaseText.others(List.of()));
        assertEquals("Ada regarde aussi ce télédossier.", CaseText.others(List.of("Ada")));
        assertEquals("Ada, Béa et Zoé regardent aussi ce télédossier.", CaseText.others(List.of("Ada", "Béa", "Zoé")));
    }
}
