package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.LATER;
import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.OPERATOR;
import static fr.hubee.exchange.folder.Example.TOWN;
import static fr.hubee.exchange.folder.Example.deposit;
import static fr.hubee.exchange.folder.Example.pdf;
import static fr.hubee.exchange.folder.Example.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.files.scan.Verdict;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseEventTest {
    final Case theCase = Example.completeCase();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ATTACH_DEPOSIT")
    void anEventWithoutADepositIsSentAtOnce(ActionType action) {
        var event = new CaseEvent(theCase, TOWN, Example.event(action, null, null), NOON);

        assertEquals(EventStatus.SENT, event.status());
        assertEquals(NOON, event.createdAt());
        assertNull(event.updatedAt());
    }

    @Test
    void aDepositIsInProgressUntilItIsSent() {
        var event = aDeposit(pdf());
        assertEquals(EventStatus.IN_PROGRESS, event.status());

        Example.receiveAll(event.attachments().stream());
        event.send(LATER);

        assertEquals(EventStatus.SENT, event.status());
        assertEquals(LATER, event.updatedAt());
    }

    @Test
    void aDepositIsNotSentBeforeAllItsFilesHaveCome() {
        var event = aDeposit(pdf(), pdf());
        event.attachments().get(0).receive(Example.clean(Example.bytes()), NOON);

        var refusal = assertThrows(InvalidRequest.class, () -> event.send(LATER));

        assertEquals("Event attachments are not all received", refusal.getMessage());
        assertTrue(event.isInProgress());
    }

    @Test
    void aDepositIsSentWithAFileThatTheAntivirusBlocks() {
        var event = aDeposit(pdf());
        event.attachments().get(0).receive(Example.judged(Verdict.Kind.INFECTED, "Eicar"), NOON);

        event.send(LATER);

        assertEquals(EventStatus.SENT, event.status());
    }

    @Test
    void theOtherPartyAcknowledgesWhatWasSent() {
        var event = new CaseEvent(theCase, TOWN, update(null), NOON);

        event.acknowledge(LATER);

        assertEquals(EventStatus.RECEIVED, event.status());
        assertEquals(LATER, event.updatedAt());
    }

    @Test
    void whatWasNotSentCannotBeAcknowledged() {
        var refusal = assertThrows(InvalidRequest.class, () -> aDeposit(pdf()).acknowledge(LATER));

        assertEquals("Event is not sent", refusal.getMessage());
    }

    @Test
    void onlyItsAuthorSeesADepositThatIsNotSent() {
        var event = aDeposit(pdf());

        assertTrue(event.isVisibleTo(TOWN));
        assertFalse(event.isVisibleTo(OPERATOR));
    }

    @Test
    void bothPartiesSeeWhatWasSent() {
        var event = new CaseEvent(theCase, TOWN, update(null), NOON);

        assertTrue(event.isVisibleTo(TOWN));
        assertTrue(event.isVisibleTo(OPERATOR));
    }

    @Test
    void theFilesStayInTheOrderOfTheRequest() {
        var event = aDeposit(named("b.pdf"), named("a.pdf"), named("c.pdf"));

        assertEquals(
                List.of("b.pdf", "a.pdf", "c.pdf"),
                event.attachments().stream().map(Attachment::fileName).toList());
    }

    private CaseEvent aDeposit(NewAttachment... files) {
        return new CaseEvent(theCase, TOWN, deposit(null, files), NOON);
    }

    private static NewAttachment named(String fileName) {
        return new NewAttachment(fileName, "ActeEtatCivil-PDF", 5, "application/pdf");
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING_MESSAGE", "ATTACH_DEPOSIT"})
    void theMailsOfAServiceTellOfMessagesAndFilesThoughTheirAuthorAsksForNoNotification(ActionType action) {
        assertTrue(new CaseEvent(theCase, OPERATOR, silent(action, null), NOON).isMailed());
    }

    @Test
    void theMailsOfAServiceTellOfACaseThatIsNotifiedAgainAndOfWhatElseAsksForIt() {
        assertTrue(new CaseEvent(theCase, OPERATOR, silent(ActionType.STATUS_UPDATE, CaseStatus.HUBEE_NOTIFIED), NOON)
                .isMailed());
        assertTrue(new CaseEvent(theCase, OPERATOR, update(null), NOON).isMailed());
    }

    @Test
    void aClosingIsAChangeOfItsOwn() {
        assertTrue(new CaseEvent(theCase, OPERATOR, update(null), NOON).mayNotifyAgain());
        assertTrue(new CaseEvent(theCase, OPERATOR, update(CaseStatus.HUBEE_NOTIFIED), NOON).mayNotifyAgain());
        assertFalse(new CaseEvent(theCase, OPERATOR, update(CaseStatus.CLOSED), NOON).mayNotifyAgain());
    }

    private static NewCaseEvent silent(ActionType action, CaseStatus status) {
        return new NewCaseEvent(action, null, null, null, false, null, status, null, List.of(), null);
    }

    @Test
    void aDepositThatIsSentWhileItsFilesWaitForTheAntivirusIsSentAfterwards() {
        var event = aDeposit(pdf());
        assertFalse(event.waitsForScan());
        var refusal = assertThrows(InvalidRequest.class, () -> event.sendAfterScan(NOON));
        assertEquals("Event attachments are not all received", refusal.getMessage());
        assertFalse(event.isSentAfterScan());

        event.attachments().get(0).receive(Example.judged(Verdict.Kind.UNKNOWN, null), NOON);
        assertTrue(event.waitsForScan());
        event.sendAfterScan(NOON);
        assertTrue(event.isSentAfterScan());
        assertTrue(event.isInProgress());

        event.send(LATER);
        assertFalse(event.isSentAfterScan());
        assertEquals(EventStatus.SENT, event.status());
    }

    @Test
    void anEventKeepsWhatItsAuthorHasWritten() {
        var software = new PartnerInfo("Éditeur", "Logiciel", "1.0");
        var wanted = new NewCaseEvent(
                ActionType.STATUS_UPDATE,
                "Ada",
                "Bonjour",
                "À relire",
                true,
                "SENT",
                CaseStatus.DONE,
                "{}",
                List.of(),
                software);

        var event = new CaseEvent(theCase, TOWN, wanted, NOON);

        assertEquals(
                wanted,
                new NewCaseEvent(
                        event.actionType(),
                        event.author(),
                        event.message(),
                        event.comment(),
                        event.notification(),
                        event.caseCurrentStatus(),
                        event.caseNewStatus(),
                        event.partnerAttributes(),
                        event.attachments().stream().map(Attachment::announced).toList(),
                        event.partnerInfo()));
        assertEquals(theCase, event.theCase());
        assertEquals(TOWN, event.transmitter());
        assertNotEquals(event.id(), aDeposit(pdf()).id());
    }

    @Test
    void aStatusWithoutANotificationIsNotMailed() {
        var event = new CaseEvent(theCase, OPERATOR, silent(ActionType.STATUS_UPDATE, null), NOON);

        assertFalse(event.notification());
        assertFalse(event.isMailed());
    }
}
