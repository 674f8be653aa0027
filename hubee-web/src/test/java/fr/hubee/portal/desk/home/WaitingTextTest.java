package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.watch.WaitingCase;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import fr.hubee.portal.desk.home.WaitingText.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks the texts on Friday, the 27th of November 2026. */
class WaitingTextTest {
    private static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    private static final Instant TODAY = Instant.parse("2026-11-27T13:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant LAST_MONTH = Instant.parse("2026-10-28T08:00:00Z");

    private static WaitingText text(CaseStatus status, Instant transmittedAt, Instant completedAt) {
        return text(status, transmittedAt, completedAt, Map.of(), null);
    }

    private static WaitingText text(
            CaseStatus status,
            Instant transmittedAt,
            Instant completedAt,
            Map<String, Integer> legalDays,
            LocalDate filesUntil) {
        return text(status, transmittedAt, completedAt, Answers.NONE, legalDays, filesUntil);
    }

    private static WaitingText text(
            CaseStatus status,
            Instant transmittedAt,
            Instant completedAt,
            Answers answers,
            Map<String, Integer> legalDays,
            LocalDate filesUntil) {
        var line = new WaitingCase(
                new UUID(0, 1),
                "AEC-1",
                "AEC",
                "Naissance",
                "Tournesol",
                "Camille",
                status,
                Milestones.NONE,
                transmittedAt,
                completedAt,
                answers,
                MONDAY);
        return WaitingText.of(
                line, new Deadlines(legalDays, each -> Optional.ofNullable(filesUntil)), TOWN, true, TODAY);
    }

    @Test
    void itsAgeIsShownInDaysOfWork() {
        assertEquals("arrivé aujourd’hui", text(CaseStatus.SENT, TODAY, null).age());
        assertEquals(
                "attend depuis 4 jours ouvrés",
                text(CaseStatus.SENT, MONDAY, null).age());
        assertEquals(
                "attend depuis 21 jours ouvrés",
                text(CaseStatus.SENT, LAST_MONTH, null).age()); // 11 November
    }

    @Test
    void afterAWeekOfWorkItIsLate() {
        assertFalse(text(CaseStatus.SENT, MONDAY, null).late());
        assertTrue(text(CaseStatus.SENT, LAST_MONTH, null).late());
    }

    @Test
    void eachStatusHasItsReasonAndWhatToDoNext() {
        assertEquals(
                "Personne ne l’a encore ouvert.",
                text(CaseStatus.SENT, MONDAY, null).reason());
        assertEquals(
                "Prenez-le en charge.",
                text(CaseStatus.SI_RECEIVED, MONDAY, null).next());
        assertEquals(
                "En cours : rien n’a changé depuis le 23 novembre 2026.",
                text(CaseStatus.IN_PROGRESS, LAST_MONTH, null).reason());
    }

    @Test
    void whatTheApplicantCompletedWaitsSinceThen() {
        var text = text(CaseStatus.IN_PROGRESS, LAST_MONTH, MONDAY);

        assertEquals("attend depuis 4 jours ouvrés", text.age());
        assertEquals("Complété par le demandeur le 23 novembre 2026.", text.reason());
        assertTrue(text.next().startsWith("Regardez ce qui a été ajouté"), text.next());
    }

    @Test
    void anAnswerWaitsSinceItWasSentAndSaysWhatItIs() {
        var message = answered(new Answers(MONDAY, LAST_MONTH, MONDAY));
        var both = answered(new Answers(TODAY, MONDAY, MONDAY));

        assertEquals("attend depuis 4 jours ouvrés", message.age());
        assertEquals("Le demandeur a répondu le 23 novembre 2026 : nouveau message.", message.reason());
        assertEquals("Ouvrez-le pour lire la réponse.", message.next());
        assertEquals("Le demandeur a répondu le 23 novembre 2026 : nouveau message et nouvelle pièce.", both.reason());
        assertEquals(
                "réponse arrivée aujourd’hui",
                answered(new Answers(null, TODAY, TODAY)).age());
    }

    private static WaitingText answered(Answers answers) {
        return text(CaseStatus.ADD_AWAITING, LAST_MONTH, null, answers, Map.of(), null);
    }

    @Test
    void aPersonWhoMayOnlyReadIsNotAskedToHandleIt() {
        var line = text(CaseStatus.IN_PROGRESS, MONDAY, null).line();
        var none = new Deadlines(Map.of(), each -> Optional.empty());

        assertEquals(
                "Vous pouvez le lire, mais pas le traiter.",
                WaitingText.of(line, none, TOWN, false, TODAY).next());
    }

    @Test
    void whoHasNoNameIsCalledByTheNumber() {
        var line = new WaitingCase(
                new UUID(0, 1),
                "AEC-1",
                "AEC",
                "Naissance",
                "",
                "",
                CaseStatus.SENT,
                Milestones.NONE,
                MONDAY,
                null,
                Answers.NONE,
                MONDAY);

        assertEquals(
                "AEC-1",
                WaitingText.of(line, new Deadlines(Map.of(), each -> Optional.empty()), TOWN, true, TODAY)
                        .name());
    }

    @Test
    void whereTheLawGivesDaysItsLastDayIsShown() {
        assertEquals(
                "",
                text(CaseStatus.SENT, MONDAY, null, Map.of("AUTRE", 4), null).deadline());
        var last = text(CaseStatus.SENT, MONDAY, null, Map.of("AEC", 4), null);
        assertEquals("À traiter au plus tard le 27 novembre 2026.", last.deadline());
        assertFalse(last.late() || last.over());

        var over = text(CaseStatus.SENT, MONDAY, null, Map.of("AEC", 3), null);
        assertEquals("Le délai légal est passé depuis le 26 novembre 2026.", over.deadline());
        assertTrue(over.late() && over.over());
    }

    @Test
    void whatIsFinishedOrWaitsForTheApplicantIsNeverOverdueEvenWithAnAnswer() {
        for (var status : List.of(CaseStatus.DONE, CaseStatus.REFUSED, CaseStatus.CLOSED, CaseStatus.ADD_AWAITING)) {
            var text = text(status, LAST_MONTH, null, new Answers(TODAY, null, TODAY), Map.of("AEC", 3), null);
            assertEquals("", text.deadline());
            assertFalse(text.late() || text.over());
        }
    }

    @Test
    void whatIsShownOfItsFilesIsTrueAfterTheirLastDayToo() {
        var today = LocalDate.of(2026, 11, 27);

        assertEquals(
                "Pièces disponibles jusqu’au 27 novembre 2026.",
                text(CaseStatus.SENT, MONDAY, null, Map.of(), today).deadline());
        assertEquals(
                "Ses pièces ont pu être effacées après le 26 novembre 2026.",
                text(CaseStatus.SENT, MONDAY, null, Map.of(), today.minusDays(1))
                        .deadline());
    }
}
