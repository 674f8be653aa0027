package fr.hubee.portal.desk.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.casework.CaseFile;
import fr.hubee.desk.watch.UnreadableFileService.UnreadableFile;
import fr.hubee.exchange.status.FileTrouble;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseFilesPanelTest {
    private static final CaseFilesPanel PANEL = new CaseFilesPanel();

    @Test
    void aFileWithAVirusIsNamedAndItsReaderIsAdvisedToAskForAnotherOne() {
        var infected = file(FileTrouble.INFECTED, "Win.Test.EICAR_HDB-1");

        var said = PANEL.condition(infected);

        assertTrue(said.contains("(Win.Test.EICAR_HDB-1)"), said);
        assertTrue(said.contains("demandez-la de nouveau à son expéditeur"), said);
        assertFalse(PANEL.isPreviewed(infected));
    }

    @Test
    void aFileThatTheAntivirusCannotReadIsAskedForInAnotherForm() {
        var locked = file(FileTrouble.LOCKED, "Heuristics.Encrypted.PDF");

        var said = PANEL.condition(locked);

        assertTrue(said.contains("sans mot de passe"), said);
        assertFalse(PANEL.isPreviewed(locked));
    }

    @Test
    void eachTroubleSaysSomethingElse() {
        var agents = Stream.of(FileTrouble.values()).map(each -> PANEL.condition(file(each, "X")));
        var operators = Stream.of(FileTrouble.values())
                .map(each -> CaseText.condition(new UnreadableFile(null, null, null, null, each, "X")));

        assertEquals(FileTrouble.values().length, agents.distinct().count());
        assertEquals(FileTrouble.values().length, operators.distinct().count());
    }

    @Test
    void whoReadsAFileThatNoAntivirusCouldLookIntoIsWarned() {
        var said = PANEL.condition(file(null, "Heuristics.Encrypted.PDF"));

        assertTrue(said.contains("l’antivirus n’a pas pu la lire"), said);
    }

    @Test
    void aFileThatIsThereSaysNothingButWhoBroughtIt() {
        assertEquals("", PANEL.condition(file(null, null)));
        assertTrue(PANEL.isPreviewed(file(null, null)));
    }

    @Test
    void theFirstPdfOrTextStandsNextToTheActionsElseTheFirstPicture() {
        var table = file("feuille.ods", "application/vnd.oasis.opendocument.spreadsheet", 1000, null, false);
        var picture = file("photo.png", "image/png", 1000, null, false);
        var text = file("demande.xml", "application/xml", 1000, null, false);
        var pdf = file("acte.pdf", "application/pdf", 1000, null, false);

        assertEquals(Optional.of(text), CaseFilesPanel.preview(List.of(table, picture, text, pdf)));
        assertEquals(Optional.of(pdf), CaseFilesPanel.preview(List.of(pdf, text)));
        assertEquals(Optional.of(picture), CaseFilesPanel.preview(List.of(table, picture)));
        assertEquals(Optional.empty(), CaseFilesPanel.preview(List.of(table)));
    }

    @Test
    void whatIsNotScannedOrLongOrFromTheServiceItselfIsOpenedByNobodyUnasked() {
        var locked = file("acte.pdf", "application/pdf", 1000, "Heuristics.Encrypted.PDF", false);
        var large = file("acte.pdf", "application/pdf", 20_000_001, null, false);
        var ours = file("acte.pdf", "application/pdf", 1000, null, true);

        assertEquals(
                Optional.empty(),
                CaseFilesPanel.preview(List.of(
                        file(FileTrouble.UNSCANNED, null),
                        file(FileTrouble.INFECTED, "Win.Test.EICAR_HDB-1"),
                        file(FileTrouble.PURGED, null),
                        locked,
                        large,
                        ours)));
    }

    private static CaseFile file(String name, String type, long size, String verdict, boolean ours) {
        return new CaseFile(new UUID(0, 1), null, name, "Acte", size, type, null, verdict, ours, null, null);
    }

    private static CaseFile file(FileTrouble trouble, String verdict) {
        return new CaseFile(
                new UUID(0, 1), null, "acte.pdf", "Acte", 1000, "application/pdf", trouble, verdict, false, null, null);
    }
}
