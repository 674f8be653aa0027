package fr.hubee.it.rights;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationService;
import fr.hubee.directory.process.ProcessColumn;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.journal.audit.RefusalService;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.journal.seal.JournalProofService;
import fr.hubee.kernel.shared.NotFound;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/** Rights on organisations, démarches and subscriptions for partners, and on the journal. */
final class ReferentialRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private static final String PEOPLE = "NATIONAL BUSINESS LOCAL AGENT EDITOR";

    private ReferentialRights() {}

    static void add(RightsTable rights) {
        var registry = rights.to(OrganizationService.class);
        registry.method("addIfAbsent", "BATCH").runs((it, caller, side) -> it.addIfAbsent(side.town(), details()));
        registry.method("create", "ADMIN NATIONAL DATAPASS")
                .returns((it, caller, side) -> it.create(caller, side.town(), details()));
        registry.method("change", ADMINISTRATORS)
                .returns((it, caller, side) -> it.change(caller, side.town(), details()));
        registry.method("read", "ADMIN NATIONAL DATAPASS").returns((it, caller, side) -> it.read(side.town()));
        registry.method("list", "ADMIN NATIONAL DATAPASS")
                .returns((it, caller, side) -> it.list(null, null, OrganizationColumn.NAME, 0, 1));
        registry.method("exists", "OSL SI ADMIN DATAPASS BATCH " + PEOPLE)
                .returns((it, caller, side) -> it.exists(side.town()));
        registry.method("require", "OSL SI ADMIN BATCH NATIONAL").runs((it, caller, side) -> it.require(side.town()));

        var process = rights.to(ProcessService.class);
        process.method("addIfAbsent", "BATCH").runs((it, caller, side) -> it.addIfAbsent(side.processCode(), null));
        process.method("create", ADMINISTRATORS)
                .returns((it, caller, side) -> it.create(caller, side.processCode(), null));
        process.method("change", ADMINISTRATORS)
                .returns((it, caller, side) -> it.change(
                        caller,
                        side.processCode(),
                        it.read(caller, side.processCode()).details()));
        process.method("read", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.processCode()));
        process.method("list", ADMINISTRATORS).returns((it, caller, side) -> it.list(ProcessColumn.CODE, null));
        process.method("find", "OSL SI ADMIN DATAPASS BATCH " + PEOPLE)
                .returns((it, caller, side) -> it.find(side.processCode()));
        process.method("codesOf", "*").returns((it, caller, side) -> it.codesOf(side.operator()));

        rights.to(FileScanService.class).method("problem", ADMINISTRATORS).returns((it, caller, side) -> it.problem());
        rights.to(FileScanService.class).method("checkLimits", "BATCH").returns((it, caller, side) -> it.checkLimits());

        var audit = rights.to(AuditService.class);
        audit.method("olderThan", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.olderThan(caller, null, new AuditQuery(null, null, null, null, null, null, 0, 1)));
        audit.method("names", ADMINISTRATORS).returns((it, caller, side) -> it.names(caller, List.of()));
        audit.method("export", ADMINISTRATORS)
                .runs((it, caller, side) ->
                        it.export(caller, new AuditQuery(null, null, null, null, null, null, 0, 1)));
        audit.method("page", ADMINISTRATORS)
                .returns((it, caller, side) -> it.page(new AuditQuery(null, null, null, null, null, null, 0, 1)));

        var journal = rights.to(JournalOwnerService.class);
        journal.method("keep", "BATCH").returns((it, caller, side) -> it.keep());
        journal.method("seal", "BATCH").returns((it, caller, side) -> it.seal());
        journal.method("tellWitness", "BATCH").returns((it, caller, side) -> it.tellWitness());
        journal.method("stamp", "BATCH").returns((it, caller, side) -> it.stamp());

        var proof = rights.to(JournalProofService.class);
        proof.method("currentSeal", ADMINISTRATORS).returns((it, caller, side) -> it.currentSeal(caller));
        proof.method("provable", ADMINISTRATORS)
                .returns((it, caller, side) -> it.provable(caller, List.of(new UUID(0, 0))));
        proof.method("prove", ADMINISTRATORS).returns((it, caller, side) -> {
            try {
                return it.prove(caller, new UUID(0, 0));
            } catch (NotFound gone) {
                return gone;
            }
        });
        proof.method("compare", ADMINISTRATORS).returns((it, caller, side) -> {
            try {
                return it.compare(caller, -1, -1);
            } catch (NotFound gone) {
                return gone;
            }
        });
        proof.method("keys", "*").returns((it, caller, side) -> it.keys());
        proof.method("export", ADMINISTRATORS)
                .runs((it, caller, side) -> it.export(caller, OutputStream.nullOutputStream()));

        rights.to(RefusalService.class)
                .method("record", "*")
                .runs((it, caller, side) -> it.record(caller, side.theCase().toString()));
    }

    private static OrganizationDetails details() {
        return new OrganizationDetails("Commune", null, null, "77135", "Seine", null, null, "Actif", null);
    }
}
