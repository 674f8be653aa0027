package fr.hubee.portal.desk.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReceptionTextTest {
    static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    static CaseView view(CaseStatus now, HistoryEntry... newestFirst) {
        return new CaseView(
                new UUID(0, 1),
                "AEC-1",
                now,
                "EtatCivil",
                "Acte",
                CasePerson.APPLICANT,
                "Pontcarré",
                null,
                NOON,
                NOON,
                null,
                null,
                false,
                true,
                List.of(),
                List.of(newestFirst),
                newestFirst.length,
                Answers.NONE,
                null,
                null);
    }

    static HistoryEntry received(String author) {
        return new HistoryEntry(
                new UUID(0, 2),
                NOON,
                ActionType.STATUS_UPDATE,
                author,
                true,
                CaseStatus.SENT,
                CaseStatus.SI_RECEIVED,
                null,
                null,
                List.of(),
                false);
    }

    @Test
    void whoHasJustReceivedItIsInformedForAMoment() {
        var view = view(CaseStatus.SI_RECEIVED, received("Ada Lovelace"));

        assertEquals("Reçu à l’instant par vous.", CaseText.reception(view, true, NOON.plusSeconds(3)));
        assertEquals(
                "Reçu le 02/03/2026 à 12 h 00 par Ada Lovelace.".replace(" h ", "\u00a0h\u00a0"),
                CaseText.reception(view, true, NOON.plusSeconds(600)));
    }

    @Test
    void othersAreInformedWhoDid() {
        var told = CaseText.reception(view(CaseStatus.SI_RECEIVED, received("Ada Lovelace")), false, NOON);

        assertEquals("Reçu le 02/03/2026 à 12\u00a0h\u00a000 par Ada Lovelace.", told);
        assertEquals(
                "Reçu le 02/03/2026 à 12\u00a0h\u00a000.",
                CaseText.reception(view(CaseStatus.SI_RECEIVED, received(null)), false, NOON));
    }

    @Test
    void nothingIsSaidBeforeItAndOnceTheWorkHasBegun() {
        assertEquals("", CaseText.reception(view(CaseStatus.SENT), false, NOON));
        assertEquals("", CaseText.reception(view(CaseStatus.IN_PROGRESS, received("Ada")), true, NOON));
    }
}
