package fr.hubee.desk.casework;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseMoveTest {

    static CaseMove move(CaseStatus to, String comment, String message) {
        return new CaseMove(CaseStatus.IN_PROGRESS, to, comment, message);
    }

    @Test
    void aRefusalAndARequestForMoreSayWhyToTheApplicant() {
        for (var to : List.of(CaseStatus.REFUSED, CaseStatus.ADD_AWAITING)) {
            assertThrows(InvalidRequest.class, () -> move(to, null, null).requireExplained(true));
            assertThrows(
                    InvalidRequest.class,
                    () -> move(to, "Voir avec le maire", null).requireExplained(true));
            assertDoesNotThrow(() -> move(to, null, "Il manque le livret").requireExplained(true));
        }
    }

    @Test
    void whereNoMessageMayGoTheySayItToColleagues() {
        for (var to : List.of(CaseStatus.REFUSED, CaseStatus.ADD_AWAITING)) {
            assertThrows(InvalidRequest.class, () -> move(to, null, null).requireExplained(false));
            assertDoesNotThrow(() -> move(to, "Commune voisine", null).requireExplained(false));
        }
    }

    @Test
    void theNameOfEachApplicantStandsInItsMessage() {
        var ada = new Applicant("Ada", "Lovelace", null);
        var open = move(CaseStatus.REFUSED, "{demandeur} ?", "{demandeur}, écrivez à Provins.");

        assertEquals(
                move(CaseStatus.REFUSED, "{demandeur} ?", "Ada Lovelace, écrivez à Provins."),
                open.to(ada),
                "colleagues read what was typed");
        var full = move(CaseStatus.REFUSED, null, "{demandeur}" + "x".repeat(CaseMove.LONGEST_TEXT - 11));
        assertThrows(InvalidRequest.class, () -> full.to(ada));
    }

    @Test
    void otherStatusesNeedNoText() {
        for (var to : List.of(CaseStatus.SI_RECEIVED, CaseStatus.IN_PROGRESS, CaseStatus.DONE)) {
            assertDoesNotThrow(() -> move(to, null, null).requireExplained(true));
        }
    }

    @Test
    void aTextThatMayNotGoToTheApplicantIsKeptForColleagues() {
        var refused = move(CaseStatus.REFUSED, null, "{demandeur}, allez à la commune voisine");

        assertEquals(
                move(CaseStatus.REFUSED, "Madame, Monsieur, allez à la commune voisine", null),
                refused.addressed(false),
                "without a name");
        assertEquals(refused, refused.addressed(true));
    }

    @Test
    void aMessageThatMayNotGoIsNotLostBehindAComment() {
        var refused = move(CaseStatus.REFUSED, "Voir avec le maire", "Commune voisine");

        assertThrows(InvalidRequest.class, () -> refused.addressed(false));
        assertEquals(refused, refused.addressed(true));
    }
}
