package fr.hubee.portal.desk.caselist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.caselist.CaseLine;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChosenCasesTest {
    static CaseLine line(String number, CaseStatus status, boolean anyFile) {
        var at = Instant.parse("2026-07-01T10:00:00Z");
        return new CaseLine(
                new UUID(0, number.hashCode()),
                number,
                "EtatCivil",
                "Acte",
                CasePerson.APPLICANT,
                "Pontcarré",
                "Lovelace",
                "Ada",
                status,
                AccessMode.PORTAIL,
                at,
                null,
                null,
                at,
                null,
                anyFile);
    }

    static ChosenCases chosen(CaseStatus... statuses) {
        return new ChosenCases(Stream.of(statuses)
                .map(status -> line(status.name(), status, true))
                .toList());
    }

    @Test
    void theirNumberIsSaid() {
        assertEquals("1 télédossier choisi", chosen(CaseStatus.SENT).getCount());
        assertEquals(
                "2 télédossiers choisis",
                chosen(CaseStatus.SENT, CaseStatus.DONE).getCount());
        assertFalse(chosen().isAny());
    }

    @Test
    void whatTheyAreMayBeDoneTogetherOnlyWithOneStatus() {
        assertTrue(chosen(CaseStatus.SENT, CaseStatus.SENT).isOfOneStatus());
        assertFalse(chosen(CaseStatus.SENT, CaseStatus.DONE).isOfOneStatus());
        assertFalse(chosen().isOfOneStatus());
    }

    @Test
    void aDownloadThatBeginsTheirWorkSaysOfWhich() {
        var several = chosen(CaseStatus.SI_RECEIVED, CaseStatus.SENT, CaseStatus.DONE);
        assertTrue(several.isBegunByDownload());
        assertEquals("Le statut passera de Nouveau ou Reçu à En cours.", several.getBeginning());
        assertEquals("3 télédossiers, dont 2 pas encore en cours", several.getTaken());
        assertEquals("Télédossier SENT", chosen(CaseStatus.SENT).getTaken());
        assertFalse(chosen(CaseStatus.DONE).isBegunByDownload());
    }

    @Test
    void whatHasNoFileIsNotTaken() {
        var chosen = new ChosenCases(
                List.of(line("N-1", CaseStatus.SI_RECEIVED, false), line("N-2", CaseStatus.IN_PROGRESS, true)));
        assertEquals(
                List.of("N-2"),
                chosen.getWithFiles().stream().map(CaseLine::externalId).toList());
        assertFalse(chosen.isBegunByDownload());
    }
}
