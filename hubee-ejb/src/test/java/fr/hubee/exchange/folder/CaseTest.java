package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.LATER;
import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.OPERATOR;
import static fr.hubee.exchange.folder.Example.PROCESS;
import static fr.hubee.exchange.folder.Example.TOWN;
import static fr.hubee.exchange.folder.Example.deposit;
import static fr.hubee.exchange.folder.Example.pdf;
import static fr.hubee.exchange.folder.Example.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.EventsOfDay;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseTest {
    final Case theCase = Example.completeCase();

    @Test
    void aNewCaseIsReceivedAndBelongsToTheProcessOfItsFolder() {
        var announced = Example.incompleteCase();

        assertEquals(CaseStatus.HUBEE_RECEIVED, announced.status());
        assertEquals(PROCESS, announced.processCode());
        assertEquals(NOON, announced.createdAt());
        assertNull(announced.updatedAt());
        assertNull(announced.transmittedAt());
    }

    @Test
    void aCaseTakesTheStatusThatAPartyGivesIt() {
        theCase.setStatus(Party.RECIPIENT, CaseStatus.SENT, LATER);

        assertEquals(CaseStatus.SENT, theCase.status());
        assertEquals(LATER, theCase.updatedAt());
    }

    @Test
    void theFolderFollowsItsCase() {
        theCase.setStatus(Party.RECIPIENT, CaseStatus.IN_PROGRESS, LATER);

        assertEquals(FolderStatus.IN_PROGRESS, theCase.folder().status());
        assertEquals(LATER, theCase.folder().updatedAt());
    }

    @Test
    void aStatusThatIsRefusedChangesNothing() {
        assertThrows(NotAllowed.class, () -> theCase.setStatus(Party.RECIPIENT, CaseStatus.CLOSED, LATER));

        assertEquals(CaseStatus.HUBEE_NOTIFIED, theCase.status());
        assertEquals(NOON, theCase.updatedAt());
    }

    @Test
    void anEntryIsNeverDatedBeforeTheOneThatItFollowsThoughTheClocksOfServersDiffer() {
        var ahead = theCase.record(Party.RECIPIENT, TOWN, update(CaseStatus.IN_PROGRESS), LATER);
        var next = theCase.record(Party.RECIPIENT, TOWN, update(CaseStatus.DONE), NOON);

        assertTrue(next.createdAt().isAfter(ahead.createdAt()));
        assertEquals(next.createdAt(), theCase.updatedAt());
    }

    @Test
    void nothingHappensToACaseBeforeItsFolderIsComplete() {
        var announced = Example.incompleteCase();

        var refusal = assertThrows(
                InvalidRequest.class, () -> announced.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, LATER));
        assertEquals("Folder is not completed", refusal.getMessage());
        assertThrows(InvalidRequest.class, () -> announced.record(Party.TRANSMITTER, OPERATOR, update(null), LATER));
        assertEquals(CaseStatus.HUBEE_RECEIVED, announced.status());
    }

    @Test
    void closingIsDated() {
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, LATER);

        assertEquals(LATER, theCase.closedAt());
    }

    @Test
    void reopeningTakesTheCloseDateAway() {
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, NOON);
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.HUBEE_NOTIFIED, LATER);

        assertEquals(CaseStatus.HUBEE_NOTIFIED, theCase.status());
        assertNull(theCase.closedAt());
    }

    @Test
    void anEventCarriesTheCaseToItsNewStatusAtOnce() {
        var event = theCase.record(Party.RECIPIENT, TOWN, update(CaseStatus.DONE), LATER);

        assertEquals(EventStatus.SENT, event.status());
        assertEquals(LATER, event.createdAt());
        assertEquals(CaseStatus.DONE, theCase.status());
    }

    @Test
    void anEventWithoutANewStatusLeavesTheStatus() {
        theCase.record(Party.RECIPIENT, TOWN, update(null), LATER);

        assertEquals(CaseStatus.HUBEE_NOTIFIED, theCase.status());
        assertEquals(LATER, theCase.updatedAt());
    }

    @Test
    void aDepositCarriesTheCaseOnlyOnceItIsSent() {
        var event = theCase.record(Party.RECIPIENT, TOWN, deposit(CaseStatus.DONE, pdf()), NOON);
        assertEquals(CaseStatus.HUBEE_NOTIFIED, theCase.status());

        Example.receiveAll(event.attachments().stream());
        theCase.sent(Party.RECIPIENT, event, LATER);

        assertEquals(CaseStatus.DONE, theCase.status());
        assertEquals(LATER, theCase.updatedAt());
    }

    @Test
    void aDepositMayNotAnnounceAStatusThatItsAuthorMayNotSet() {
        assertThrows(
                NotAllowed.class,
                () -> theCase.record(Party.RECIPIENT, TOWN, deposit(CaseStatus.CLOSED, pdf()), LATER));
    }

    @Test
    void aDepositCannotCarryACaseThatWasClosedMeanwhile() {
        var event = theCase.record(Party.RECIPIENT, TOWN, deposit(CaseStatus.DONE, pdf()), NOON);
        Example.receiveAll(event.attachments().stream());
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, NOON);

        assertThrows(NotAllowed.class, () -> theCase.sent(Party.RECIPIENT, event, LATER));
        assertEquals(CaseStatus.CLOSED, theCase.status());
    }

    @Test
    void whatTheServiceDoesConcernsTheTransmitter() {
        assertEquals(OPERATOR, theCase.counterpartOf(TOWN));
    }

    @Test
    void whatTheTransmitterOrTheAdministratorDoesConcernsTheService() {
        var administrator = new OrganizationKey(OrganizationType.ADMIN, "99000000200012", "00000");

        assertEquals(TOWN, theCase.counterpartOf(OPERATOR));
        assertEquals(TOWN, theCase.counterpartOf(administrator));
    }

    @Test
    void itStaysWhereItArrivedWhenItIsNotifiedAgain() {
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, NOON);
        theCase.setStatus(Party.TRANSMITTER, CaseStatus.HUBEE_NOTIFIED, LATER);

        assertEquals(AccessMode.API, theCase.accessMode());
    }

    @Test
    void whatItsOperatorCompletesIsCompletedUntilItsServiceHasSeenIt() {
        Example.move(theCase, CaseStatus.ADD_AWAITING);
        var message = Example.event(ActionType.SENDING_MESSAGE, "Le livret", CaseStatus.HUBEE_COMPLETED);
        theCase.record(Party.TRANSMITTER, OPERATOR, message, LATER);
        assertEquals(LATER, theCase.completedAt());

        Example.move(theCase, CaseStatus.SENT);
        assertEquals(LATER, theCase.completedAt(), "fetched is not seen");
        Example.move(theCase, CaseStatus.SI_RECEIVED);
        assertNull(theCase.completedAt());
    }

    @Test
    void whatIsAddedMakesACaseOfThePortalNewAgainUntilItIsFetchedOnceMore() {
        var inPortal = Example.arrivedCase(AccessMode.PORTAIL);
        Example.move(inPortal, CaseStatus.IN_PROGRESS);
        inPortal.record(
                Party.TRANSMITTER, OPERATOR, Example.event(ActionType.SENDING_MESSAGE, "Le livret", null), LATER);
        assertEquals(CaseStatus.IN_PROGRESS, inPortal.status(), "software reads what the contract says");
        assertTrue(inPortal.isBack());

        Example.move(inPortal, CaseStatus.DONE);
        assertTrue(inPortal.isBack(), "whoever ended it has not seen what was added");

        Example.move(inPortal, CaseStatus.SENT);
        assertFalse(inPortal.isBack());
        Example.move(inPortal, CaseStatus.IN_PROGRESS);
        assertFalse(inPortal.isBack());
    }

    @Test
    void whatIsClosedOrInSoftwareOrWaitsIsNotMadeNew() {
        var inPortal = Example.arrivedCase(AccessMode.PORTAIL);
        var message = Example.event(ActionType.SENDING_MESSAGE, "Le livret", null);
        inPortal.record(Party.TRANSMITTER, OPERATOR, message, LATER);
        assertFalse(inPortal.isBack(), "it is new anyway");
        Example.move(inPortal, CaseStatus.IN_PROGRESS);
        inPortal.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, LATER);
        inPortal.record(Party.TRANSMITTER, OPERATOR, message, LATER);
        assertFalse(inPortal.isBack());

        var inSoftware = Example.arrivedCase(AccessMode.API);
        Example.move(inSoftware, CaseStatus.IN_PROGRESS);
        inSoftware.record(Party.TRANSMITTER, OPERATOR, message, LATER);
        assertFalse(inSoftware.isBack());
    }

    @Test
    void whatIsOnlySentAgainIsNotCompleted() {
        Example.move(theCase, CaseStatus.DONE);

        theCase.setStatus(Party.TRANSMITTER, CaseStatus.HUBEE_NOTIFIED, LATER);
        theCase.record(Party.TRANSMITTER, OPERATOR, update(CaseStatus.HUBEE_NOTIFIED), LATER);

        assertNull(theCase.completedAt());
    }

    @Test
    void aCaseWithoutAModeAwaitsOneUntilItIsFetched() {
        var undecided = Example.arrivedCase(null);
        assertTrue(undecided.awaitsAccessMode());
        assertFalse(theCase.awaitsAccessMode());

        Example.move(undecided, CaseStatus.SENT);

        assertFalse(undecided.awaitsAccessMode());
    }

    @Test
    void anArchivedCaseTakesNoEvent() {
        var deposit = theCase.record(Party.RECIPIENT, TOWN, deposit(null, pdf()), NOON);
        Example.receiveAll(deposit.attachments().stream());
        Example.archive(theCase);

        var refusal =
                assertThrows(InvalidRequest.class, () -> theCase.record(Party.RECIPIENT, TOWN, update(null), LATER));
        assertEquals("Case is archived", refusal.getMessage());
        refusal = assertThrows(InvalidRequest.class, () -> theCase.sent(Party.RECIPIENT, deposit, LATER));
        assertEquals("Case is archived", refusal.getMessage());
    }

    @Test
    void aDepositWhoseFilesHaveNotComeIsNotSent() {
        var deposit = theCase.record(Party.RECIPIENT, TOWN, deposit(null, pdf()), NOON);

        assertThrows(InvalidRequest.class, () -> theCase.sent(Party.RECIPIENT, deposit, LATER));
        assertEquals(EventStatus.IN_PROGRESS, deposit.status());

        Example.receiveAll(deposit.attachments().stream());
        theCase.sent(Party.RECIPIENT, deposit, LATER);
        assertEquals(EventStatus.SENT, deposit.status());
    }

    @Test
    void aCaseCountsItsEventsOfADayAndKeepsTheAttributesOfItsOperator() {
        var cases = List.of(new NewFolder.NewCase("A", TOWN, "{\"x\":1}"));
        var announced = Example.folder(cases, List.of()).cases().get(0);
        assertEquals(EventsOfDay.NONE, announced.eventsOfDay());
        assertEquals("{\"x\":1}", announced.partnerAttributes());

        var events = EventsOfDay.NONE.plus(Party.RECIPIENT, LocalDate.parse("2026-11-24"));
        announced.counted(events);

        assertEquals(events, announced.eventsOfDay());
    }

    @Test
    void aMessageOrFilesOfTheOperatorAreAnAnswerUntilAnAgentHasSeenIt() {
        var inPortal = Example.arrivedCase(AccessMode.PORTAIL);
        inPortal.record(Party.TRANSMITTER, OPERATOR, update(null), NOON);
        assertEquals(Answers.NONE, inPortal.answers());

        inPortal.record(Party.TRANSMITTER, OPERATOR, message(), NOON);
        assertEquals(new Answers(NOON, null, NOON), inPortal.answers());

        var files = inPortal.record(Party.TRANSMITTER, OPERATOR, deposit(null, pdf()), NOON);
        assertNull(inPortal.answers().files(), "not sent");
        Example.receiveAll(files.attachments().stream());
        inPortal.sent(Party.TRANSMITTER, files, LATER);
        assertEquals(new Answers(NOON, LATER, NOON), inPortal.answers());

        inPortal.answersSeen(LATER);
        assertEquals(new Answers(NOON, LATER, null), inPortal.answers());
    }

    @Test
    void aLateFileIsAnAnswerToPeopleWhoHaveOpenedTheCase() {
        for (var mode : AccessMode.values()) {
            var late = Example.arrivedCase(mode).folder().attachments().get(0);
            late.receive(Example.clean(Example.bytes()), LATER);
            var its = late.folder().cases().get(0);

            its.received(late);
            assertEquals(Answers.NONE, its.answers(), "nobody has opened it");

            Example.move(its, CaseStatus.SI_RECEIVED);
            its.received(late);
            assertEquals(
                    mode == AccessMode.API ? Answers.NONE : new Answers(null, LATER, LATER), its.answers(), mode::name);
        }
    }

    @Test
    void theServicesOwnMessageIsNoAnswerNorIsOneForItsSoftware() {
        var inPortal = Example.arrivedCase(AccessMode.PORTAIL);
        inPortal.record(Party.RECIPIENT, TOWN, message(), NOON);
        var inSoftware = Example.arrivedCase(AccessMode.API);
        inSoftware.record(Party.TRANSMITTER, OPERATOR, message(), NOON);

        assertEquals(Answers.NONE, inPortal.answers());
        assertEquals(Answers.NONE, inSoftware.answers());
    }

    private static NewCaseEvent message() {
        return Example.event(ActionType.SENDING_MESSAGE, "Voici.", null);
    }
}
