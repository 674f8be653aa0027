package fr.hubee.it.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.desk.statistics.CountingService;
import fr.hubee.exchange.receipt.DeletionCertificate;
import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.Sql;
import fr.hubee.it.clock.ParisDays;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.lifetime.retention.PurgeCertificateService;
import fr.hubee.lifetime.retention.PurgeService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Checks what the deletions of a night leave: a certificate for the démarche, and the receipts of its parties. */
class DeletionCertificateIT extends InServer {
    @Inject
    PurgeService purges;

    @Inject
    PurgeCertificateService certificates;

    @Inject
    DeletionCertificateService deletions;

    @Inject
    ReceiptService receiptService;

    @Inject
    ReceiptCheckService link;

    @Inject
    JournalOwnerService sealing;

    @Inject
    CountingService counting;

    /** Checks also that its parties, and nobody else, can still get their receipts. */
    @Test
    void whatANightDeletesIsCertifiedWithTheJournalBeforeAndAfterIt() throws Exception {
        var sql = sql();
        var demarche = OwnDemarche.keeping("CLOSED", 0, 0, 0);
        var deposit = demarche.deposit();
        var file = deposit.file();
        var theCase = deposit.theCase();
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        demarche.move(deposit, 0, CaseStatus.CLOSED);
        Stored.aCase(theCase).set("closed_at = ?", ParisDays.ago(3));
        asBatch.call(sealing::seal);
        var key = (String) sql.one("select id from data_key where owner_id = ?", folder);
        assertEquals(1, asBatch.call(() -> purges.purgeFiles(List.of(file))).done());
        assertEquals(1, asBatch.call(() -> purges.archive(List.of(theCase))).done());
        sql.change("update folder set archived_at = ? where id = ?", ParisDays.ago(3), folder);
        asBatch.call(counting::countDays);
        assertEquals(
                1, asBatch.call(() -> purges.deleteFolders(List.of(folder))).done());
        asBatch.call(certificates::certify);
        asBatch.call(sealing::seal);

        var signed = AsCaller.call(RetentionIT.ADMIN, () -> deletions.list(RetentionIT.ADMIN)).stream()
                .filter(each -> each.certificate().process().equals(demarche.code))
                .findFirst()
                .orElseThrow();
        var jws = signed.jws().orElseThrow();
        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);
        assertEquals(signed.certificate(), verified.certificate());
        for (var kind : DeletionCertificate.Kind.values()) {
            assertEquals(1, verified.certificate().items(kind), kind::name);
        }
        assertEquals(Deposit.REQUEST.length, verified.certificate().bytes());
        assertEquals(1, verified.certificate().keys());
        assertEquals(digest(key), verified.certificate().keysList());
        var id = signed.certificate().id();
        assertEquals(
                key,
                demarche.operator().get("/deletionCertificates/" + id + "/keys").text());
        Partner.of("demo-dgs").get("/deletionCertificates/" + id + "/keys").expect(404);
        assertTrue(verified.before().orElseThrow().size() < verified.after().size());

        var town = demarche.of(demarche.town);
        var village = demarche.of(demarche.village); // may handle the démarche, but this was never hers
        var own = share(administrator(demarche.town), demarche).orElseThrow();
        assertEquals(demarche.town.organizationKey(), own.organization());
        assertEquals(List.of(1L, 1L, 1L), List.of(own.files(), own.cases(), own.folders()));
        assertEquals(Deposit.REQUEST.length, own.bytes());
        assertEquals(Optional.empty(), share(administrator(demarche.village), demarche));
        assertEquals(null, signed.certificate().share());

        var receipts = demarche.operator().get(deposit.casePath() + "/receipts").each("type");
        assertEquals(List.of("DEPOSIT", "CLOSING", "DELETION", "DELETION"), receipts);
        assertEquals(
                List.of("DELETION"),
                demarche.operator().get(deposit.path() + "/receipts").each("type"));
        assertEquals(
                4,
                AsCaller.call(town, () -> receiptService.ofCase(town, theCase))
                        .all()
                        .size());
        for (var change : List.of("certificate = gen_random_uuid()", "sha256 = 'other'")) {
            assertThrows(
                    SQLException.class,
                    () -> new Sql(owner).change("update purged_item set " + change + " where subject = ?", file));
        }
        assertThrows(
                SQLException.class,
                () -> new Sql(owner).change("update destroyed_key set key_id = 'other' where key_id = ?", key));
        alter("sha256 = reverse(sha256)", file);
        assertEquals(
                List.of("DEPOSIT", "CLOSING", "DELETION"),
                demarche.operator().get(deposit.casePath() + "/receipts").each("type"));
        alter("sha256 = reverse(sha256)", file);
        assertEquals(
                receipts,
                demarche.operator().get(deposit.casePath() + "/receipts").each("type"));
        assertThrows(NotFound.class, () -> AsCaller.call(village, () -> receiptService.ofCase(village, theCase)));
    }

    /** Changes a purged row as the owner can, against the triggers. */
    private void alter(String set, UUID subject) throws Exception {
        var sql = new Sql(owner);
        sql.change("alter table purged_item disable trigger user");
        try {
            sql.change("update purged_item set " + set + " where subject = ?", subject);
        } finally {
            sql.change("alter table purged_item enable trigger user");
        }
    }

    static Caller administrator(NewTown town) {
        return new Caller(
                "administrator", town.organizationKey(), Set.of(RoleNames.READ_SUBSCRIPTIONS), Set.of(), "127.0.0.1");
    }

    /** Returns the caller's share, as proven with the signature. */
    Optional<DeletionCertificate.Share> share(Caller caller, OwnDemarche demarche) throws Exception {
        var all = AsCaller.call(caller, () -> deletions.list(caller));
        assertEquals(
                List.of(demarche.code),
                all.stream().map(each -> each.certificate().process()).toList());
        var jws = all.get(0).jws().orElseThrow();
        assertEquals(
                jws,
                AsCaller.call(
                                caller,
                                () -> deletions.read(
                                        caller, all.get(0).certificate().id()))
                        .jws()
                        .orElseThrow());
        var found = link.checkLink("127.0.0.1", all.get(0).link().orElseThrow());
        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);
        assertEquals(verified.certificate(), found.deletion().orElseThrow().certificate());
        return Optional.ofNullable(verified.certificate().share());
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
