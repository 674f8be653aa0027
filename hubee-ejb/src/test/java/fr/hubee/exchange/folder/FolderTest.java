package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.LATER;
import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.TOWN;
import static fr.hubee.exchange.folder.Example.VILLAGE;
import static fr.hubee.exchange.folder.Example.pdf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.NewFolder.NewCase;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.scan.Verdict;
import fr.hubee.kernel.security.PartnerInfo;
import fr.hubee.kernel.shared.InvalidRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderTest {
    static final Instant LAST_WEEK = NOON.minusSeconds(7 * 86_400);

    final Folder folder = Example.completeFolder(TOWN, VILLAGE);

    @Test
    void aNewFolderIsReceivedWithItsFilesPending() {
        var announced = Example.folder(TOWN, VILLAGE);

        assertEquals(FolderStatus.HUBEE_RECEIVED, announced.status());
        assertFalse(announced.isComplete());
        assertEquals(AttachmentStatus.PENDING, announced.attachments().get(0).status());
        assertEquals(NOON, announced.createdAt());
        assertNull(announced.updatedAt());
    }

    @Test
    void aFileGoesToTheCasesThatItNamesInTheirOrder() {
        var cases = List.of(new NewCase("A", TOWN, null), new NewCase("B", VILLAGE, null));
        var files = List.of(pdf("B"), pdf("B", "A"));

        var announced = Example.folder(cases, files);

        assertEquals(List.of("B"), recipients(announced.attachments().get(0)));
        assertEquals(List.of("B", "A"), recipients(announced.attachments().get(1)));
    }

    private static List<String> recipients(Attachment file) {
        return file.recipients().stream().map(Case::externalId).toList();
    }

    @Test
    void aFileForACaseOfAnotherFolderIsRefused() {
        var cases = List.of(new NewCase("A", TOWN, null));
        var files = List.of(pdf("B"));

        var refusal = assertThrows(InvalidRequest.class, () -> Example.folder(cases, files));
        assertEquals("Attachment recipient is not a case of the folder", refusal.getMessage());
    }

    @Test
    void completingNotifiesTheFolderAndAllItsCases() {
        var announced = Example.folder(TOWN, VILLAGE);

        announced.complete(town -> AccessMode.API, LATER);

        assertTrue(announced.isComplete());
        assertEquals(FolderStatus.HUBEE_NOTIFIED, announced.status());
        assertEquals(LATER, announced.updatedAt());
        for (var each : announced.cases()) {
            assertEquals(CaseStatus.HUBEE_NOTIFIED, each.status());
            assertEquals(AccessMode.API, each.accessMode());
            assertEquals(LATER, each.transmittedAt());
            assertEquals(LATER, each.updatedAt());
        }
    }

    @Test
    void completingDoesNotWaitForTheFiles() {
        var announced = Example.folder(TOWN);

        announced.complete(town -> AccessMode.API, LATER);

        assertEquals(AttachmentStatus.PENDING, announced.attachments().get(0).status());
    }

    @Test
    void aFolderIsCompletedOnce() {
        assertThrows(IllegalStateException.class, () -> folder.complete(town -> AccessMode.API, LATER));
    }

    @Test
    void aFolderFollowsTheLeastAdvancedOfItsCases() {
        move(0, CaseStatus.DONE);
        assertEquals(FolderStatus.HUBEE_NOTIFIED, folder.status());

        move(1, CaseStatus.IN_PROGRESS);
        assertEquals(FolderStatus.IN_PROGRESS, folder.status());

        move(1, CaseStatus.DONE);
        assertEquals(FolderStatus.DONE, folder.status());
    }

    @Test
    void aFolderMayAlsoFollowBackwards() {
        move(0, CaseStatus.DONE);
        move(1, CaseStatus.DONE);
        move(1, CaseStatus.SENT);

        assertEquals(FolderStatus.SENT, folder.status());
    }

    @Test
    void closingTheCasesDoesNotCloseTheFolder() {
        folder.cases().forEach(each -> each.setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, LATER));

        assertEquals(FolderStatus.DONE, folder.status());
    }

    @Test
    void whatTheTransmitterSetsStandsWhateverTheCasesDo() {
        folder.setStatus(FolderStatus.CLOSED, null, NOON);
        move(0, CaseStatus.DONE);

        assertEquals(FolderStatus.CLOSED, folder.status());
        assertEquals(LATER, folder.updatedAt());
    }

    @Test
    void theTransmittersStatusChangesNoCase() {
        folder.setStatus(FolderStatus.CLOSED, null, LATER);

        assertEquals(CaseStatus.HUBEE_NOTIFIED, folder.cases().get(0).status());
    }

    @Test
    void aFolderThatIsNotifiedAgainFollowsItsCasesAgain() {
        folder.setStatus(FolderStatus.CLOSED, null, NOON);
        folder.setStatus(FolderStatus.HUBEE_NOTIFIED, null, NOON);
        assertEquals(FolderStatus.HUBEE_NOTIFIED, folder.status());

        move(0, CaseStatus.DONE);
        move(1, CaseStatus.SENT);
        assertEquals(FolderStatus.SENT, folder.status());
    }

    @Test
    void closingIsDatedNowUnlessADateIsGiven() {
        folder.setStatus(FolderStatus.CLOSED, null, LATER);
        assertEquals(LATER, folder.closedAt());

        folder.setStatus(FolderStatus.CLOSED, LAST_WEEK, LATER);
        assertEquals(LAST_WEEK, folder.closedAt());
    }

    @Test
    void closingAgainKeepsTheFirstDate() {
        folder.setStatus(FolderStatus.CLOSED, null, NOON);
        folder.setStatus(FolderStatus.CLOSED, null, LATER);

        assertEquals(NOON, folder.closedAt());
    }

    @Test
    void notifyingAgainTakesTheCloseDateAway() {
        folder.setStatus(FolderStatus.CLOSED, null, NOON);
        folder.setStatus(FolderStatus.HUBEE_NOTIFIED, null, LATER);

        assertNull(folder.closedAt());
    }

    @Test
    void aFolderThatIsNotCompleteTakesNoStatus() {
        var announced = Example.folder(TOWN);

        var refusal = assertThrows(InvalidRequest.class, () -> announced.setStatus(FolderStatus.CLOSED, null, LATER));
        assertEquals("Folder is not completed", refusal.getMessage());
    }

    @Test
    void aFolderThatWasCompletedIsNeverMerelyReceivedAgain() {
        var refusal =
                assertThrows(InvalidRequest.class, () -> folder.setStatus(FolderStatus.HUBEE_RECEIVED, null, LATER));
        assertEquals("Folder status HUBEE_RECEIVED cannot be set", refusal.getMessage());
        assertEquals(FolderStatus.HUBEE_NOTIFIED, folder.status());
    }

    private void move(int position, CaseStatus status) {
        folder.cases().get(position).setStatus(Party.RECIPIENT, status, LATER);
    }

    @Test
    void aFolderCompletedBeforeItsFilesAreScannedIsSubmittedAndNotComplete() {
        var announced = Example.folder(TOWN);
        assertFalse(announced.isSubmitted());
        assertFalse(announced.isCompletedAfterScan());

        announced.completeAfterScan(NOON);
        assertTrue(announced.isCompletedAfterScan());
        assertTrue(announced.isSubmitted());
        assertFalse(announced.isComplete());

        announced.complete(town -> AccessMode.API, LATER);
        assertFalse(announced.isCompletedAfterScan());
        assertTrue(announced.isSubmitted());
    }

    @Test
    void aFolderWaitsForTheAntivirusWhileOneOfItsFilesDoes() {
        var file = folder.attachments().get(0);
        assertFalse(folder.waitsForScan());

        file.receive(Example.judged(Verdict.Kind.UNKNOWN, null), NOON);
        assertTrue(folder.waitsForScan());

        file.judge(new Verdict(Verdict.Kind.CLEAN, null), LATER);
        assertFalse(folder.waitsForScan());
    }

    @Test
    void anArchivedFolderTakesNoStatus() {
        Example.archive(folder);

        var refusal = assertThrows(InvalidRequest.class, () -> folder.setStatus(FolderStatus.CLOSED, null, LATER));
        assertEquals("Folder is archived", refusal.getMessage());
    }

    @Test
    void aFolderKeepsItsNumberAndTheSoftwareThatSentIt() {
        var software = new PartnerInfo("Éditeur", "Logiciel", "1.0");
        var applicant = new Applicant("Camille", "Tournesol", null);
        var wanted = new NewFolder("DILA-AEC-17", Example.PROCESS, applicant, List.of(), List.of(), software);

        var announced = new Folder(Example.OPERATOR, wanted, NOON);

        assertEquals("DILA-AEC-17", announced.externalId());
        assertEquals(software, announced.partnerInfo());
        assertEquals(applicant, announced.applicant());
        assertNotEquals(announced.id(), folder.id());
    }
}
