package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.directory.organization.OrganizationColumn;
import fr.hubee.directory.organization.OrganizationDetails;
import fr.hubee.directory.organization.OrganizationQuery;
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

    static List<Right> rows() {
        return List.of(
                Right.of("OrganizationService.addIfAbsent", "BATCH", (world, side, caller) -> {
                    service(OrganizationService.class).addIfAbsent(side.town(), details());
                    return true;
                }),
                Right.of(
                        "OrganizationService.create",
                        "ADMIN NATIONAL DATAPASS",
                        (world, side, caller) ->
                                service(OrganizationService.class).create(caller, side.town(), details())),
                Right.of(
                        "OrganizationService.change",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(OrganizationService.class).change(caller, side.town(), details())),
                Right.of(
                        "OrganizationService.read",
                        "ADMIN NATIONAL DATAPASS",
                        (world, side, caller) ->
                                service(OrganizationService.class).read(side.town())),
                Right.of(
                        "OrganizationService.list",
                        "ADMIN NATIONAL DATAPASS",
                        (world, side, caller) -> service(OrganizationService.class)
                                .list(new OrganizationQuery(null, null, OrganizationColumn.NAME, 0, 1))),
                Right.of(
                        "OrganizationService.exists",
                        "OSL SI ADMIN DATAPASS BATCH " + PEOPLE,
                        (world, side, caller) ->
                                service(OrganizationService.class).exists(side.town())),
                Right.of("OrganizationService.require", "OSL SI ADMIN BATCH NATIONAL", (world, side, caller) -> {
                    service(OrganizationService.class).require(side.town());
                    return true;
                }),
                Right.of("ProcessService.addIfAbsent", "BATCH", (world, side, caller) -> {
                    service(ProcessService.class).addIfAbsent(side.processCode(), null);
                    return true;
                }),
                Right.of(
                        "ProcessService.create",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(ProcessService.class).create(caller, side.processCode(), null)),
                Right.of(
                        "ProcessService.change",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ProcessService.class)
                                .change(
                                        caller,
                                        side.processCode(),
                                        service(ProcessService.class)
                                                .read(caller, side.processCode())
                                                .details())),
                Right.of(
                        "ProcessService.read",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ProcessService.class).read(caller, side.processCode())),
                Right.of(
                        "ProcessService.list",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ProcessService.class).list(ProcessColumn.CODE, null)),
                Right.of(
                        "ProcessService.find",
                        "OSL SI ADMIN DATAPASS BATCH " + PEOPLE,
                        (world, side, caller) -> service(ProcessService.class).find(side.processCode())),
                Right.of(
                        "ProcessService.codesOf",
                        "*",
                        (world, side, caller) -> service(ProcessService.class).codesOf(side.operator())),
                Right.of(
                        "FileScanService.checkLimits",
                        "BATCH",
                        (world, side, caller) -> service(FileScanService.class).checkLimits()),
                Right.of(
                        "AuditService.olderThan",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AuditService.class)
                                .olderThan(caller, null, new AuditQuery(null, null, null, null, null, null, 0, 1))),
                Right.of(
                        "AuditService.names",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AuditService.class).names(caller, List.of())),
                Right.of(
                        "JournalOwnerService.keep",
                        "BATCH",
                        (world, side, caller) ->
                                service(JournalOwnerService.class).keep()),
                Right.of(
                        "JournalOwnerService.seal",
                        "BATCH",
                        (world, side, caller) ->
                                service(JournalOwnerService.class).seal()),
                Right.of(
                        "JournalOwnerService.tellWitness",
                        "BATCH",
                        (world, side, caller) ->
                                service(JournalOwnerService.class).tellWitness()),
                Right.of(
                        "JournalOwnerService.stamp",
                        "BATCH",
                        (world, side, caller) ->
                                service(JournalOwnerService.class).stamp()),
                Right.of(
                        "JournalProofService.look",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(JournalProofService.class).look(caller)),
                Right.of("JournalProofService.prove", ADMINISTRATORS, (world, side, caller) -> {
                    try {
                        return service(JournalProofService.class).prove(caller, new UUID(0, 0));
                    } catch (NotFound none) {
                        return none;
                    }
                }),
                Right.of("JournalProofService.compare", ADMINISTRATORS, (world, side, caller) -> {
                    try {
                        return service(JournalProofService.class).compare(caller, -1, -1);
                    } catch (NotFound none) {
                        return none;
                    }
                }),
                Right.of(
                        "JournalProofService.keys",
                        "*",
                        (world, side, caller) ->
                                service(JournalProofService.class).keys()),
                Right.of("JournalProofService.export", ADMINISTRATORS, (world, side, caller) -> {
                    service(JournalProofService.class).export(caller, OutputStream.nullOutputStream());
                    return true;
                }),
                Right.of("RefusalService.record", "*", (world, side, caller) -> {
                    service(RefusalService.class).record(caller, side.theCase().toString());
                    return true;
                }),
                Right.of("AuditService.export", ADMINISTRATORS, (world, side, caller) -> {
                    service(AuditService.class)
                            .export(caller, new AuditQuery(null, null, null, null, null, null, 0, 1));
                    return true;
                }),
                Right.of(
                        "AuditService.page",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(AuditService.class)
                                .page(new AuditQuery(null, null, null, null, null, null, 0, 1))));
    }

    private static OrganizationDetails details() {
        return new OrganizationDetails("Commune", null, null, "77135", "Seine", null, null, "Actif", null);
    }
}
