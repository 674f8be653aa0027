package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.cli.verify.VerifyJournalCommand;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InServer;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.OwnDemarche;
import fr.hubee.it.world.Partner;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.audit.Changes.Change;
import fr.hubee.journal.audit.JournalNames;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that acts are recorded, and that their entries stay. */
class AuditIT extends InServer {
    @Inject
    AuditService audit;

    @Inject
    JournalOwnerService sealing;

    @Inject
    JournalProofService proofs;

    List<AuditLine> of(String subject) throws Exception {
        var query = new AuditQuery(null, null, null, subject, null, null, 0, 100);
        return AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.page(query)).items();
    }

    @Test
    void anActTellsWhoFromWhereAndWhatChanged() throws Exception {
        var town = NewTown.fresh().registered();
        var renamed = town.organization().replace("Commune de Pontcarré", "Pontcarré");
        Partner.of("demo-admin")
                .atReferential()
                .put("/organizations/" + town.name(), renamed)
                .expect(200);

        var lines = of(town.name());

        assertEquals(
                List.of(AuditAction.ORGANIZATION_CHANGED, AuditAction.ORGANIZATION_CREATED),
                lines.stream().map(AuditLine::action).toList());
        assertEquals("demo-admin", lines.get(0).actor());
        assertEquals("127.0.0.1", lines.get(0).address());
        assertEquals(town.name(), lines.get(0).organization());
        assertEquals(
                new Change("Commune de Pontcarré", "Pontcarré"),
                lines.get(0).changes().fields().get("name"));
        assertEquals(1, lines.get(0).changes().fields().size());
    }

    /** Checks that a partner or an auditor can verify what an administrator gives them. */
    @Test
    void aLineIsProvenOnceItIsSealedAndTheWholeJournalIs() throws Exception {
        var town = NewTown.fresh().registered();
        var line = of(town.name()).get(0).id();
        var caller = new Caller("ada", null, Set.of(RoleNames.ADMIN), Set.of(), null);

        asBatch.call(sealing::seal);

        var proof = AsCaller.call(Set.of(RoleNames.ADMIN), () -> proofs.prove(caller, line));
        var file = Files.createTempFile("proof", ".json");
        Files.writeString(file, proof.toJson());
        assertEquals(3, VerifyJournalCommand.run(List.of("verify-journal", file.toString())));
        Files.delete(file);
        var seal = AsCaller.call(Set.of(RoleNames.ADMIN), () -> proofs.currentSeal(caller));
        assertTrue(seal.isIntact() && seal.entries() > proof.leaf(), seal::toString);
        asBatch.call(sealing::stamp);
        var stamp = AsCaller.call(Set.of(RoleNames.ADMIN), () -> proofs.currentSeal(caller))
                .stamp();
        assertTrue(stamp.isValid(), stamp::toString);
        assertTrue(proofs.keys().contains("\"crv\":\"Ed25519\""), proofs.keys());
    }

    @Test
    void whatIsRefusedLeavesNoTrace() throws Exception {
        var town = NewTown.fresh().registered();

        Partner.of("demo-admin")
                .atReferential()
                .post("/organizations", town.organization())
                .expect(400);

        assertEquals(1, of(town.name()).size());
    }

    @Test
    void theApplicationCannotChangeWhatIsRecorded() throws Exception {
        var town = NewTown.fresh().registered();
        for (var statement : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry where subject = '" + town.name() + "'",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry")) {
            try (var connection = database.getConnection();
                    var attempt = connection.createStatement()) {
                assertThrows(SQLException.class, () -> attempt.execute(statement), statement);
            }
        }
        assertEquals(1, of(town.name()).size());
    }

    @Test
    void onlyTheNationalAdministratorReadsIt() {
        var query = new AuditQuery(null, null, null, null, null, null, 0, 1);
        assertThrows(
                EJBAccessException.class,
                () -> AsCaller.call(
                        Set.of(RoleNames.MANAGE_USERS, RoleNames.OSL, RoleNames.SI), () -> audit.page(query)));
    }

    @Test
    void aSearchIsByWhoWhatAndWhen() throws Exception {
        var town = NewTown.fresh().registered();
        var created = of(town.name()).get(0);
        var query = new AuditQuery(
                AuditAction.ORGANIZATION_CREATED,
                "demo-admin",
                town.name(),
                null,
                created.happenedAt(),
                created.happenedAt().plusMillis(1),
                0,
                10);

        var page = AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.page(query));

        assertEquals(List.of(created), page.items());
        assertTrue(page.total() == 1);
    }

    @Test
    void aTeledossierIsFoundByItsNumberAlsoWhenItIsGone() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var deposit = demarche.deposit();
        demarche.move(deposit, 0, demarche.town, CaseStatus.SENT);
        var number = deposit.folder().path("externalId").asText();

        var told = of(number).stream().map(AuditLine::action).collect(Collectors.toSet());
        assertTrue(
                told.containsAll(Set.of(
                        AuditAction.FOLDER_CREATED,
                        AuditAction.FOLDER_STATUS_CHANGED,
                        AuditAction.ATTACHMENT_RECEIVED,
                        AuditAction.CASE_STATUS_CHANGED)),
                told::toString);

        sql().change("delete from folder where process_code = ?", demarche.code);
        var left = of(number).stream().map(AuditLine::action).collect(Collectors.toSet());
        assertTrue(left.contains(AuditAction.FOLDER_CREATED), left::toString);
    }

    @Test
    void whatIsMentionedIsNamed() throws Exception {
        var demarche = OwnDemarche.keeping("CLOSED", 30, 60, 365);
        var deposit = demarche.deposit();
        var number = deposit.folder().path("externalId").asText();
        var lines = of(number);

        var names = AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.names(null, lines));

        assertEquals(
                new JournalNames.Named(JournalNames.Kind.ATTACHMENT, number, null),
                names.objects().get(deposit.attachmentId()));
        assertTrue(names.organizations().containsKey(Organizations.DILA.toString()), names::toString);
        assertTrue(names.processes().containsKey(demarche.code), names::toString);
    }
}
