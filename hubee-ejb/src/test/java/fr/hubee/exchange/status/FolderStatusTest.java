package fr.hubee.exchange.status;

import static fr.hubee.exchange.status.CaseStatus.CLOSED;
import static fr.hubee.exchange.status.CaseStatus.DONE;
import static fr.hubee.exchange.status.CaseStatus.IN_PROGRESS;
import static fr.hubee.exchange.status.CaseStatus.REFUSED;
import static fr.hubee.exchange.status.CaseStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderStatusTest {

    @ParameterizedTest
    @CsvSource({
        "HUBEE_RECEIVED, HUBEE_NOTIFIED",
        "HUBEE_COMPLETED, HUBEE_NOTIFIED",
        "HUBEE_NOTIFIED, HUBEE_NOTIFIED",
        "SENT, SENT",
        "SI_RECEIVED, SI_RECEIVED",
        "SI_INTG_ERROR, SENT",
        "IN_PROGRESS, IN_PROGRESS",
        "ADD_AWAITING, ADD_AWAITING",
        "REFUSED, REFUSED",
        "DONE, DONE",
        "CLOSED, DONE"
    })
    void aFolderStandsWhereItsOnlyCaseDoes(CaseStatus theCase, FolderStatus folder) {
        assertEquals(folder, FolderStatus.following(List.of(theCase)));
    }

    @Test
    void theLeastAdvancedOfSeveralCounts() {
        assertEquals(FolderStatus.SENT, FolderStatus.following(List.of(DONE, SENT, IN_PROGRESS)));
        assertEquals(FolderStatus.IN_PROGRESS, FolderStatus.following(List.of(CLOSED, IN_PROGRESS)));
    }

    @Test
    void aFolderIsRefusedOnlyWhenAllItsCasesAre() {
        assertEquals(FolderStatus.REFUSED, FolderStatus.following(List.of(REFUSED, REFUSED)));
        assertEquals(FolderStatus.DONE, FolderStatus.following(List.of(REFUSED, DONE)));
        assertEquals(FolderStatus.IN_PROGRESS, FolderStatus.following(List.of(REFUSED, IN_PROGRESS)));
    }
}
