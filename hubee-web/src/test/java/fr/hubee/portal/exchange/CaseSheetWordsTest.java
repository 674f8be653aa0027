package fr.hubee.portal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.CaseView.HistoryEntry;
import fr.hubee.directory.process.CasePerson;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.FileTrouble;
import fr.hubee.portal.exchange.CaseSheet.Section;
import fr.hubee.portal.exchange.Paper.Fact;
import fr.hubee.portal.field.FrenchDates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks what is printed of a télédossier, and what is not. */
class CaseSheetWordsTest {
    static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    static final String DIGEST = "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=";
    static final HistoryEntry RECEIVED =
            event(1, ActionType.STATUS_UPDATE, "Ada Lovelace", CaseStatus.SENT, CaseStatus.SI_RECEIVED, null, null);
    static final HistoryEntry NOTED =
            event(2, ActionType.COM_ADD, "Ada Lovelace", null, null, null, "Dossier délicat, voir avec Odile.");
    static final HistoryEntry TOLD =
            event(3, ActionType.SENDING_MESSAGE, "Odile", null, null, "Votre acte\nest prêt.", null);

    static HistoryEntry event(
            int hour,
            ActionType action,
            String author,
            CaseStatus before,
            CaseStatus after,
            String message,
            String comment) {
        return new HistoryEntry(
                new UUID(0, hour),
                NOON.plusSeconds(hour * 3600L),
                action,
                author,
                true,
                before,
                after,
                message,
                comment,
                List.of(),
                false);
    }

    static CaseFile file(String name, FileTrouble trouble, String sha256) {
        return new CaseFile(
                new UUID(0, 1), null, name, "Acte", 1000, "application/pdf", trouble, null, false, null, sha256);
    }

    static CaseView view(boolean filesShown, List<CaseFile> files, HistoryEntry... newestFirst) {
        return view(0, filesShown, files, newestFirst);
    }

    static CaseView view(long older, boolean filesShown, List<CaseFile> files, HistoryEntry... newestFirst) {
        return new CaseView(
                new UUID(0, 1),
                "AEC-000001250-01",
                CaseStatus.IN_PROGRESS,
                "EtatCivil",
                "Demande d’acte d’état civil",
                CasePerson.APPLICANT,
                "Commune de Valbourg",
                new Applicant("Camille", "Exemple", null),
                NOON,
                NOON.plusSeconds(3600),
                null,
                null,
                false,
                filesShown,
                files,
                List.of(newestFirst),
                newestFirst.length + older,
                Answers.NONE,
                null,
                null);
    }

    static CaseSheet sheet(CaseView view) {
        return new CaseSheetWords(view, new FrenchDates()).sheet("Ada Lovelace, Commune de Valbourg", NOON);
    }

    private static Section section(CaseView view, String title) {
        return sheet(view).sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    static String text(Section section) {
        return section.intro()
                + section.items().stream()
                        .map(item -> "\n" + item.name() + ": " + String.join(" | ", item.values()))
                        .collect(Collectors.joining());
    }

    @Test
    void itSaysWhatItIsWhoPrintedItAndWhen() {
        var sheet = sheet(view(true, List.of()));

        assertEquals("Télédossier AEC-000001250-01", sheet.title());
        assertEquals(
                "Imprimé depuis HubEE le 02/03/2026 à 12\u00a0h\u00a000 (heure de Paris) par Ada Lovelace, Commune de Valbourg.",
                sheet.printed());
        assertTrue(sheet.foot().startsWith("Télédossier AEC-000001250-01, imprimé le 02/03/2026"), sheet.foot());
    }

    @Test
    void itSaysThatOlderEventsAreNotPrinted() {
        assertEquals(
                "Seuls les 2 derniers événements sont imprimés : les autres restent dans HubEE."
                        + " Un commentaire interne n’est pas imprimé : il reste dans HubEE.",
                section(view(1, true, List.of(), NOTED, RECEIVED), "Historique").intro());
        assertEquals("", section(view(true, List.of(), RECEIVED), "Historique").intro());
    }

    @Test
    void theSummaryLeavesOutWhatIsNotKnown() {
        var names = section(view(true, List.of()), "Résumé").items().stream()
                .map(Fact::name)
                .toList();

        assertEquals(
                List.of(
                        "Statut",
                        "Démarche",
                        "Demandeur",
                        "Organisation destinataire",
                        "Transmis le",
                        "Dernière mise à jour"),
                names);
    }

    @Test
    void eachFileHasItsDigestAsToolsPrintIt() {
        var files = section(view(true, List.of(file("acte.pdf", null, DIGEST))), "Pièces jointes");

        assertTrue(text(files).contains("Pièce 1: acte.pdf | PDF, "), text(files));
        assertTrue(
                text(files).endsWith("SHA-256 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
                text(files));
    }

    @Test
    void aFileThatIsNotThereSaysWhy() {
        var files = section(view(true, List.of(file("acte.pdf", FileTrouble.BROKEN, null))), "Pièces jointes");

        assertTrue(text(files).contains("arrivée abîmée : l’opérateur doit la renvoyer"), text(files));
    }

    @Test
    void whoMayNotSeeTheFilesIsInformed() {
        assertEquals(
                "Les pièces jointes ne sont montrées qu’à l’organisation destinataire.",
                text(section(view(false, List.of()), "Pièces jointes")));
        assertEquals("Ce télédossier n’a pas de pièce jointe.", text(section(view(true, List.of()), "Pièces jointes")));
    }

    @Test
    void theHistoryBeginsWithTheOldest() {
        var history = text(section(view(true, List.of(), TOLD, RECEIVED), "Historique"));

        assertEquals(
                "\n02/03/2026 à 13\u00a0h\u00a000: Ada Lovelace a changé le statut : Nouveau > Reçu"
                        + "\n02/03/2026 à 15\u00a0h\u00a000: Odile a envoyé un message | Message : Votre acte\nest prêt.",
                history);
    }

    @Test
    void internalCommentsStayInTheHubAndAreCounted() {
        var one = text(section(view(true, List.of(), NOTED, RECEIVED), "Historique"));
        assertTrue(one.startsWith("Un commentaire interne n’est pas imprimé"), one);
        assertTrue(one.contains("Ada Lovelace a ajouté un commentaire"), one);
        assertFalse(one.contains("délicat"), one);

        var two = text(section(view(true, List.of(), NOTED, NOTED), "Historique"));
        assertTrue(two.startsWith("2 commentaires internes ne sont pas imprimés"), two);
    }

    @Test
    void theNameOfADownloadedFileIsNoComment() {
        var taken = event(2, ActionType.ATTACH_DL, "Ada Lovelace", null, null, null, "acte.pdf");

        var history = text(section(view(true, List.of(), taken), "Historique"));

        assertTrue(history.endsWith("Ada Lovelace a téléchargé une pièce jointe | Pièce : acte.pdf"), history);
    }
}
