package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.LATER;
import static fr.hubee.exchange.folder.Example.NOON;
import static fr.hubee.exchange.folder.Example.PROCESS;
import static fr.hubee.exchange.folder.Example.TOWN;
import static fr.hubee.exchange.folder.Example.VILLAGE;
import static fr.hubee.exchange.folder.Example.pdf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.folder.NewFolder.NewCase;
import fr.hubee.exchange.status.AttachmentStatus;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.scan.Verdict.Kind;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredFile;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    final Attachment file = Example.folder(TOWN).attachments().get(0);

    @Test
    void anAnnouncedFileCannotBeReadBeforeItsBytesCome() {
        assertEquals(AttachmentStatus.PENDING, file.status());
        assertEquals(Optional.empty(), file.stored());
        assertEquals(pdf(), file.announced());
    }

    @Test
    void aReceivedFileCanBeReadUnderItsOwnName() {
        var blob = Example.bytes();

        assertEquals(Optional.empty(), file.receive(Example.clean(blob), LATER));

        assertEquals(AttachmentStatus.RECEIVED, file.status());
        assertEquals(Optional.of(new StoredFile("demande.pdf", "application/pdf", blob)), file.stored());
    }

    @Test
    void bytesSentAgainReplaceTheFirstAndTellWhichAreToGo() {
        var first = Example.bytes();
        var second = Example.bytes();
        file.receive(Example.clean(first), NOON);

        assertEquals(Optional.of(first.key()), file.receive(Example.clean(second), LATER));
        assertEquals(Optional.of(second.key()), file.blob());
    }

    @Test
    void bytesMayBeSentAgainAsLongAsNobodyElseSeesThem() {
        file.receive(Example.clean(Example.bytes()), NOON);

        assertDoesNotThrow(() -> file.requireOpen(false));
        var refusal = assertThrows(InvalidRequest.class, () -> file.requireOpen(true));
        assertEquals("Attachment is already received", refusal.getMessage());
    }

    @Test
    void missingBytesMayStillComeAfterTheOthersWereSeen() {
        assertDoesNotThrow(() -> file.requireOpen(true));
    }

    @Test
    void whatTheAntivirusBlocksOrHasNotSeenCannotBeRead() {
        var statuses = Map.of(
                Kind.INFECTED, AttachmentStatus.CORRUPTED,
                Kind.REFUSED, AttachmentStatus.REJECTED,
                Kind.UNKNOWN, AttachmentStatus.PENDING);
        statuses.forEach((kind, status) -> {
            file.receive(Example.judged(kind, "Eicar"), NOON);

            assertEquals(status, file.status());
            assertEquals(Optional.empty(), file.stored());
            assertEquals(kind == Kind.UNKNOWN, file.waitsForScan());
        });
    }

    @Test
    void whatWaitsForTheAntivirusIsReplacedByItsSenderAlone() {
        file.receive(Example.judged(Kind.UNKNOWN, null), NOON);

        assertDoesNotThrow(() -> file.requireOpen(false));
        assertThrows(InvalidRequest.class, () -> file.requireOpen(true));
    }

    @Test
    void itIsScannedOnceTheAntivirusHasLookedIntoTheseBytes() {
        for (var kind : Kind.values()) {
            file.receive(Example.judged(kind, null), NOON);

            assertEquals(kind != Kind.UNKNOWN && kind != Kind.OFF, file.isScanned(), kind::name);
        }
    }

    @Test
    void aLateVerdictMakesItReadable() {
        file.receive(Example.judged(Kind.UNKNOWN, null), NOON);

        file.judge(new Verdict(Kind.CLEAN, null), LATER);

        assertEquals(AttachmentStatus.RECEIVED, file.status());
    }

    @Test
    void aFileBelongsToTheDemarcheOfItsFolderOrOfTheCaseOfItsEvent() {
        var event = Example.completeCase().record(Party.RECIPIENT, TOWN, Example.deposit(null, pdf()), NOON);
        var ofEvent = event.attachments().get(0);

        assertEquals(PROCESS, file.processCode());
        assertEquals(PROCESS, ofEvent.processCode());
        assertEquals(event, ofEvent.event());
        assertNull(file.event());
        assertEquals("demande.pdf", file.folder().attachments().get(0).fileName());
    }

    @Test
    void onlyAnAnnouncedFileIsMissing() {
        assertTrue(file.isMissing());
        file.receive(Example.judged(Kind.UNKNOWN, null), NOON);
        assertFalse(file.isMissing(), "it waits for the antivirus");
        file.judge(new Verdict(Kind.CLEAN, null), LATER);
        assertFalse(file.isMissing());
    }

    @Test
    void aFileThatComesOnceItsFolderIsCompleteIsLateForItsOpenCases() {
        var folder = Example.folder(TOWN, VILLAGE, TOWN);
        var late = folder.attachments().get(0);
        assertEquals(List.of(), late.lateFor(), "nobody has the folder yet");

        folder.complete(town -> AccessMode.API, NOON);
        Example.move(folder.cases().get(0), CaseStatus.SI_INTG_ERROR);
        Example.move(folder.cases().get(1), CaseStatus.REFUSED);
        folder.cases().get(2).setStatus(Party.TRANSMITTER, CaseStatus.CLOSED, LATER);

        assertEquals(folder.cases().subList(0, 2), late.lateFor());
    }

    @Test
    void aFileOfAnEventIsNeverLate() {
        var event = Example.completeCase().record(Party.RECIPIENT, TOWN, Example.deposit(null, pdf()), NOON);
        var ofEvent = event.attachments().get(0);
        ofEvent.receive(Example.clean(Example.bytes()), LATER);

        assertEquals(List.of(), ofEvent.lateFor());
        assertNull(ofEvent.lateAt());
    }

    @Test
    void itIsLateWhereItsBytesCameAfterTheFolderWasComplete() {
        var complete = Example.completeFolder(TOWN).attachments().get(0);
        assertNull(complete.lateAt());
        complete.receive(Example.clean(Example.bytes()), LATER);
        file.receive(Example.clean(Example.bytes()), LATER);

        assertEquals(LATER, complete.lateAt());
        assertNull(file.lateAt());
    }

    @Test
    void aFileIsForTheCasesThatItNamesOnly() {
        var cases = List.of(new NewCase("A", TOWN, null), new NewCase("B", VILLAGE, null));
        var folder = Example.folder(cases, List.of(pdf("B")));
        var ofVillage = folder.attachments().get(0);

        assertFalse(ofVillage.isFor(folder.cases().get(0)));
        assertTrue(ofVillage.isFor(folder.cases().get(1)));
    }

    @Test
    void aFileKeepsWhatWasAnnouncedAndTheDigestAndVerdictOfItsBytes() {
        var blob = Example.bytes();
        file.receive(new ScannedBlob(blob, new Verdict(Kind.INFECTED, "Eicar")), NOON);

        assertEquals(pdf(), new NewAttachment(file.fileName(), file.type(), file.size(), file.mimeType()));
        assertEquals(blob.sha256(), file.sha256());
        assertEquals("Eicar", file.verdict());
        assertEquals(blob, file.unscanned());
        assertFalse(file.isDamaged());
    }
}
