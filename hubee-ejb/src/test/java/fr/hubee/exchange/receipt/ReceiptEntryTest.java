package fr.hubee.exchange.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.OrganizationKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A receipt states the same facts as its entry. */
class ReceiptEntryTest {
    static SealedAct act(AuditAction action) {
        return new SealedAct(action, SealedAct.CASE)
                .with("externalId", "DEM-1-01")
                .with("processCode", "EtatCivil")
                .with("sender", SealedAct.TOWN)
                .with("recipients", SealedAct.OPERATOR);
    }

    static Optional<ReceiptKind> kind(SealedAct act) {
        return new ReceiptEntry(act.content(), null).receipt().map(Receipt::kind);
    }

    static OrganizationKey key(String text) {
        return OrganizationKey.parse(text).orElseThrow();
    }

    @Test
    void aDepositSaysWhoHasSentWhichFilesToWhom() {
        var receipt = SealedAct.deposit().receipt();

        assertEquals(
                new Receipt(
                        ReceiptKind.DEPOSIT,
                        SealedAct.AT,
                        SealedAct.CASE,
                        "EtatCivil",
                        "DEM-1-01",
                        key(SealedAct.OPERATOR),
                        List.of(key(SealedAct.TOWN)),
                        null,
                        null,
                        List.of(new Receipt.File(SealedAct.FILE, SealedAct.DIGEST)),
                        null,
                        null,
                        null,
                        SealedAct.ENTRY,
                        null),
                receipt);
    }

    @Test
    void aDepositOfFilesIsOneOnceItIsSent() {
        assertEquals(
                Optional.of(ReceiptKind.DEPOSIT),
                kind(act(AuditAction.EVENT_STATUS_CHANGED).changed("eventStatus", "IN_PROGRESS", "SENT")));
        assertEquals(
                Optional.empty(),
                kind(act(AuditAction.EVENT_STATUS_CHANGED).changed("eventStatus", "SENT", "RECEIVED")));
    }

    @Test
    void aStatusThatClosesIsAClosing() {
        for (var action : List.of(
                AuditAction.CASE_STATUS_CHANGED, AuditAction.EVENT_RECORDED, AuditAction.FOLDER_STATUS_CHANGED)) {
            assertEquals(Optional.of(ReceiptKind.STATUS), kind(act(action).changed("status", "SENT", "IN_PROGRESS")));
            assertEquals(Optional.of(ReceiptKind.CLOSING), kind(act(action).changed("status", "DONE", "CLOSED")));
            assertEquals(Optional.empty(), kind(act(action)));
        }
        assertEquals(
                Optional.empty(),
                kind(act(AuditAction.FOLDER_STATUS_CHANGED).changed("status", "HUBEE_RECEIVED", "HUBEE_NOTIFIED")));
    }

    @Test
    void aReadingIsAWithdrawalFromTheCaseAsWhoseFileItWasRead() {
        var reading = new SealedAct(AuditAction.ATTACHMENT_READ, SealedAct.FILE)
                .with("case", SealedAct.CASE)
                .with("sender", SealedAct.OPERATOR)
                .with("recipients", SealedAct.TOWN)
                .receipt();

        assertEquals(ReceiptKind.WITHDRAWAL, reading.kind());
        assertEquals(SealedAct.CASE, reading.about());
        assertEquals(Optional.of(ReceiptKind.WITHDRAWAL), kind(act(AuditAction.CASE_READ)));
    }

    @Test
    void whatIsTakenBackIsADeletion() {
        assertEquals(Optional.of(ReceiptKind.DELETION), kind(act(AuditAction.FOLDER_DELETED)));
        assertEquals(Optional.of(ReceiptKind.DELETION), kind(act(AuditAction.EVENT_DELETED)));
    }

    /** The same for a reading by others: the operator, the administration. */
    @Test
    void anEntryThatNamesNoSenderGivesNone() {
        var reading = new SealedAct(AuditAction.CASE_READ, SealedAct.CASE).with("externalId", "DEM-1-01");

        assertEquals(Optional.empty(), kind(reading));
    }

    @Test
    void aPurgeSaysUnderWhichRuleAndInWhichCertificate() {
        var certificate = new UUID(1, 2);
        var purge = new SealedAct(AuditAction.FILES_PURGED, "EtatCivil")
                .with("certificate", certificate)
                .with("rule", "IN_PROGRESS+4")
                .with("sha256", "ab12");

        var receipt = new ReceiptEntry(purge.content(), null).deletion(SealedAct.CASE, "DEM-1-01", List.of());

        assertEquals(ReceiptKind.DELETION, receipt.kind());
        assertTrue(receipt.isPurge());
        assertFalse(SealedAct.deposit().receipt().isPurge());
        assertEquals("EtatCivil", receipt.process());
        assertEquals("IN_PROGRESS+4", receipt.rule());
        assertEquals(certificate, receipt.certificate());
        assertEquals("ab12", receipt.list());
    }

    /** An entry may contain a person's name and address. */
    @Test
    void nobodyIsNamed() {
        var claims = new String(
                Base64.getUrlDecoder().decode(SealedAct.deposit().jws().split("\\.", -1)[1]), StandardCharsets.UTF_8);

        assertFalse(claims.contains("dila"), claims);
        assertFalse(claims.contains("192.0.2.1"), claims);
    }

    @Test
    void anActOfACaseNamesTheFolderAndItsEntry() {
        var entry = new ReceiptEntry(
                act(AuditAction.CASE_TRANSMITTED).with("folder", SealedAct.FILE).content(), null);

        assertEquals(SealedAct.FILE, entry.folder());
        assertEquals(SealedAct.ENTRY, entry.entry().id());
    }

    @Test
    void eachKindHasItsLabel() {
        assertEquals(
                ReceiptKind.values().length,
                Stream.of(ReceiptKind.values())
                        .map(ReceiptKind::label)
                        .distinct()
                        .count());
    }

    @Test
    void aFileOfTheJournalHasAColonBeforeItsDigest() {
        assertEquals(
                new Receipt.File(SealedAct.FILE, SealedAct.DIGEST),
                Receipt.File.parse(SealedAct.FILE + ":" + SealedAct.DIGEST));
        var refused = assertThrows(IllegalArgumentException.class, () -> Receipt.File.parse("no file"));
        assertEquals("not a file of the journal", refused.getMessage());
    }

    @Test
    void aMissingTextOfAnEntryIsNullAndAnEmptyOneIsEmpty() {
        var entry = new ReceiptEntry(new SealedAct(AuditAction.CASE_READ, "").content(), null).entry();

        assertEquals("", entry.subject());
        assertNull(entry.subjectVersion());
        assertEquals(SealedAct.ENTRY + " of " + SealedAct.AT + ", CASE_READ by dila", entry.toString());
    }
}
