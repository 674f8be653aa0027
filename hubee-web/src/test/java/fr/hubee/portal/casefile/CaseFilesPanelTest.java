package fr.hubee.portal.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.casework.CaseFile;
import fr.hubee.folder.status.AttachmentStatus;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFilesPanelTest {
    private static final CaseFilesPanel PANEL = new CaseFilesPanel();

    @Test
    void aFileWithAVirusIsNamedAndItsReaderIsToldToAskForAnotherOne() {
        var infected = file(AttachmentStatus.CORRUPTED, "Win.Test.EICAR_HDB-1");

        var said = PANEL.condition(infected);

        assertTrue(said.contains("(Win.Test.EICAR_HDB-1)"), said);
        assertTrue(said.contains("demandez-la de nouveau à son expéditeur"), said);
        assertFalse(PANEL.isPreviewed(infected));
    }

    @Test
    void aFileThatTheAntivirusCannotReadIsAskedForInAnotherForm() {
        var locked = file(AttachmentStatus.REJECTED, "Heuristics.Encrypted.PDF");

        var said = PANEL.condition(locked);

        assertTrue(said.contains("(Heuristics.Encrypted.PDF)"), said);
        assertTrue(said.contains("sans mot de passe"), said);
        assertFalse(PANEL.isPreviewed(locked));
    }

    @Test
    void whoReadsAFileThatNoAntivirusCouldLookIntoIsWarned() {
        var said = PANEL.condition(file(AttachmentStatus.RECEIVED, "Heuristics.Encrypted.PDF"));

        assertTrue(said.contains("l’antivirus n’a pas pu la lire"), said);
    }

    @Test
    void aFileThatIsThereSaysNothingButWhoBroughtIt() {
        assertEquals("", PANEL.condition(file(AttachmentStatus.RECEIVED, null)));
        assertTrue(PANEL.isPreviewed(file(AttachmentStatus.RECEIVED, null)));
    }

    private static CaseFile file(AttachmentStatus status, String verdict) {
        return new CaseFile(
                new UUID(0, 1), null, "acte.pdf", "Acte", 1000, "application/pdf", status, verdict, false, null);
    }
}
