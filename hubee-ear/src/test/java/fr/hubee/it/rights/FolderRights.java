package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.PresenceService;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentService;
import fr.hubee.exchange.folder.CaseAttachment;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.exchange.folder.FolderSubmissionService;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.folder.NewFolder;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.PortalPurgeService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.notification.QueueQuery;
import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobSweepService;
import fr.hubee.files.storage.Upload;
import fr.hubee.kernel.shared.UuidV7;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Rights on folders, cases, their files and notifications. */
final class FolderRights {
    private static final String PARTNERS = "OSL SI ADMIN NATIONAL";
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private FolderRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "CaseWorkService.move",
                        "AGENT",
                        "",
                        (world, side, caller) ->
                                service(CaseWorkService.class)
                                        .move(caller, List.of(side.theCase()), untouched())
                                        .lines()
                                        .stream()
                                        .noneMatch(line -> line.externalId() == null)),
                Right.of("CaseWorkService.displayed", "AGENT", "", (world, side, caller) -> {
                    service(CaseWorkService.class).displayed(caller, side.theCase());
                    return true;
                }),
                Right.of("CaseWorkService.begin", "AGENT", "", (world, side, caller) -> {
                    service(CaseWorkService.class).begin(caller, side.theCase());
                    return true;
                }),
                Right.of("AssignmentService.handlers", "NATIONAL AGENT", (world, side, caller) -> {
                    service(AssignmentService.class).handlers(caller, List.of(side.theCase()));
                    return true;
                }),
                Right.of("AssignmentService.colleagues", "AGENT", "", (world, side, caller) -> {
                    service(AssignmentService.class).colleagues(caller, side.theCase());
                    return true;
                }),
                Right.of("AssignmentService.take", "AGENT", "", (world, side, caller) -> {
                    service(AssignmentService.class).take(caller, side.theCase());
                    return true;
                }),
                Right.of("AssignmentService.takeIfFree", "AGENT", "", (world, side, caller) -> {
                    service(AssignmentService.class).takeIfFree(caller, side.theCase());
                    return true;
                }),
                Right.of("AssignmentService.handOn", "AGENT", "", (world, side, caller) -> {
                    service(AssignmentService.class).take(caller, side.theCase());
                    var herself = service(AssignmentService.class).handlers(caller, List.of(side.theCase()));
                    service(AssignmentService.class)
                            .handOn(
                                    caller,
                                    side.theCase(),
                                    herself.get(side.theCase()).accountId());
                    return true;
                }),
                Right.of("AssignmentService.giveBack", "AGENT", "", (world, side, caller) -> {
                    service(AssignmentService.class).giveBack(caller, side.theCase());
                    return true;
                }),
                Right.of("PresenceService.visit", "AGENT", "", (world, side, caller) -> {
                    service(PresenceService.class).visit(caller, side.theCase());
                    return true;
                }),
                Right.of("CaseWorkService.comment", "AGENT", "", (world, side, caller) -> {
                    service(CaseWorkService.class).comment(caller, side.theCase(), "Vu");
                    return true;
                }),
                Right.of("CaseWorkService.message", "AGENT", "", (world, side, caller) -> {
                    service(CaseWorkService.class).message(caller, side.theCase(), "Bonjour");
                    return true;
                }),
                Right.of(
                        "CaseReadingService.read",
                        "NATIONAL ADMIN BUSINESS AGENT",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseReadingService.class).read(caller, side.theCase(), HistoryPart.NEWEST)),
                Right.of(
                        "CaseReadingService.open",
                        "NATIONAL ADMIN BUSINESS AGENT",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseReadingService.class).open(caller, side.theCase(), HistoryPart.NEWEST)),
                Right.of(
                        "CaseReadingService.print",
                        "NATIONAL ADMIN BUSINESS AGENT",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseReadingService.class).print(caller, side.theCase(), HistoryPart.NEWEST)),
                Right.of(
                        "CaseDownloadService.open",
                        "AGENT",
                        "",
                        (world, side, caller) ->
                                service(CaseDownloadService.class).open(caller, side.file())),
                Right.of("CaseDownloadService.taken", "AGENT", "", (world, side, caller) -> {
                    service(CaseDownloadService.class).taken(caller, side.file());
                    return true;
                }),
                Right.of(
                        "CaseDownloadService.openAll",
                        "AGENT",
                        "",
                        (world, side, caller) ->
                                service(CaseDownloadService.class).openAll(caller, List.of(side.theCase()))),
                Right.of(
                        "CaseDownloadService.look",
                        "AGENT",
                        "",
                        (world, side, caller) ->
                                service(CaseDownloadService.class).look(caller, List.of(side.theCase()))),
                Right.of("CaseDownloadService.openAgain", "AGENT", "", (world, side, caller) -> {
                    service(CaseDownloadService.class).openAgain(caller, List.of(nothing(side)));
                    return true;
                }),
                Right.of("CaseDownloadService.takenAll", "AGENT", "", (world, side, caller) -> {
                    service(CaseDownloadService.class).takenAll(caller, nothing(side));
                    return true;
                }),
                Right.of("CaseDepositService.deposit", "AGENT", "", (world, side, caller) -> {
                    service(CaseDepositService.class).deposit(caller, side.theCase(), List.of());
                    return true;
                }),
                Right.of(
                        "PortalReceptionService.waiting",
                        "BATCH",
                        (world, side, caller) ->
                                service(PortalReceptionService.class).waiting(new UUID(0, 0), 1)),
                Right.of("PortalReceptionService.receive", "BATCH", (world, side, caller) -> {
                    service(PortalReceptionService.class).receive(side.theCase());
                    return true;
                }),
                Right.of(
                        "FolderSubmissionService.create",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(FolderSubmissionService.class).create(caller, folderWithoutCases(side))),
                Right.of(
                        "FolderSubmissionService.read",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(FolderSubmissionService.class).read(caller, side.folder())),
                Right.of(
                        "FolderSubmissionService.setStatus",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> {
                            service(FolderSubmissionService.class)
                                    .setStatus(caller, side.folder(), FolderStatus.HUBEE_RECEIVED, null);
                            return true;
                        }),
                Right.of(
                        "FolderSubmissionService.delete",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> {
                            service(FolderSubmissionService.class).delete(caller, side.folder());
                            return true;
                        }),
                Right.of(
                        "CaseService.read",
                        PARTNERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(CaseService.class).read(caller, side.theCase(), 1)),
                Right.of(
                        "CaseService.eventsAfter",
                        PARTNERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseService.class).eventsAfter(caller, side.theCase(), null, 1)),
                Right.of(
                        "CaseService.files",
                        PARTNERS,
                        ADMINISTRATORS,
                        (world, side, caller) -> service(CaseService.class).files(caller, side.theCase())),
                Right.of("CaseService.setStatus", PARTNERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(CaseService.class).setStatus(caller, side.theCase(), CaseStatus.HUBEE_RECEIVED);
                    return true;
                }),
                Right.of(
                        "CaseService.recordEvent",
                        PARTNERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseService.class).recordEvent(caller, side.theCase(), depositWithoutFiles())),
                Right.of(
                        "CaseService.readEvent",
                        PARTNERS,
                        ADMINISTRATORS,
                        (world, side, caller) ->
                                service(CaseService.class).readEvent(caller, side.theCase(), side.event())),
                Right.of("CaseService.setEventStatus", "SI", "", (world, side, caller) -> {
                    service(CaseService.class).setEventStatus(caller, side.theCase(), side.event(), EventStatus.SENT);
                    return true;
                }),
                Right.of("CaseService.deleteEvent", PARTNERS, ADMINISTRATORS, (world, side, caller) -> {
                    service(CaseService.class).deleteEvent(caller, side.theCase(), side.event());
                    return true;
                }),
                Right.of(
                        "CaseService.migrate",
                        "SI ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(CaseService.class)
                                .migrate(caller, side.town(), world.other(side).town())),
                Right.of("AttachmentService.receive", "OSL ADMIN NATIONAL", ADMINISTRATORS, (world, side, caller) -> {
                    var path = new AttachmentPath.OfFolder(side.folder(), side.attachment());
                    service(AttachmentService.class)
                            .receive(caller, path, new Upload(InputStream.nullInputStream()), null);
                    return true;
                }),
                Right.of("FileScanService.judgeServed", "BATCH", (world, side, caller) -> {
                    service(FileScanService.class)
                            .judgeServed(
                                    UUID.randomUUID(), BlobKey.fresh("fs"), new Verdict(Verdict.Kind.INFECTED, "any"));
                    return true;
                }),
                Right.of("FileScanService.scan", "BATCH", (world, side, caller) -> {
                    service(FileScanService.class).scan(UuidV7.BEFORE_ALL);
                    return true;
                }),
                Right.of(
                        "AttachmentService.open",
                        "OSL SI",
                        "",
                        (world, side, caller) ->
                                service(AttachmentService.class).open(caller, side.file())),
                Right.of("ReceiptCheckService.look", "*", (world, side, caller) -> {
                    service(ReceiptCheckService.class).look(World.HERE, "any");
                    return true;
                }),
                Right.of("ReceiptCheckService.check", "*", (world, side, caller) -> {
                    service(ReceiptCheckService.class).check(World.HERE, "any");
                    return true;
                }),
                Right.of("ReceiptCheckService.isNumber", "*", (world, side, caller) -> {
                    service(ReceiptCheckService.class).isNumber(World.HERE, "any", "any");
                    return true;
                }),
                Right.of(
                        "ReceiptService.names",
                        "OSL SI ADMIN NATIONAL BUSINESS AGENT",
                        (world, side, caller) -> service(ReceiptService.class).names(caller, List.of())),
                Right.of(
                        "ReceiptService.ofCase",
                        "OSL SI ADMIN NATIONAL BUSINESS AGENT",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ReceiptService.class).ofCase(caller, side.theCase())),
                Right.of(
                        "ReceiptService.ofFolder",
                        "OSL ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(ReceiptService.class).ofFolder(caller, side.folder())),
                Right.of(
                        "PortalPurgeService.purgeable",
                        PARTNERS,
                        PARTNERS,
                        (world, side, caller) ->
                                service(PortalPurgeService.class).purgeable(caller)),
                Right.of("PortalPurgeService.purged", PARTNERS, ADMINISTRATORS, (world, side, caller) -> {
                    var copy = new CaseAttachment.Id(side.theCase(), side.attachment());
                    service(PortalPurgeService.class).purged(caller, List.of(copy));
                    return true;
                }),
                Right.of(
                        "BlobSweepService.sweep",
                        "BATCH",
                        (world, side, caller) -> service(BlobSweepService.class).sweep()),
                Right.of(
                        "NotificationFeedService.next",
                        "SI ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> service(NotificationFeedService.class)
                                .next(caller, new QueueQuery(10_000, Set.of(side.processCode()), Set.of(), false))
                                .stream()
                                .anyMatch(line -> line.id().equals(side.notification()))),
                Right.of(
                        "NotificationFeedService.delete",
                        "SI ADMIN NATIONAL",
                        ADMINISTRATORS,
                        (world, side, caller) -> {
                            service(NotificationFeedService.class).delete(caller, side.notification());
                            return true;
                        }));
    }

    /** Returns a ZIP of a case that arrived in software: refused for that reason, but only after the rights are checked. */
    private static CaseBundle nothing(Side side) {
        return new CaseBundle(side.theCase(), "DILA-EtatC-1", List.of());
    }

    private static CaseMove untouched() {
        return CaseMove.of(CaseStatus.SENT, CaseStatus.SI_RECEIVED, null);
    }

    /** Returns a folder that is refused for its content, but only after the rights are checked. */
    private static NewFolder folderWithoutCases(Side side) {
        return new NewFolder(
                "TEST-RIGHTS-1",
                side.processCode(),
                new Applicant("Camille", "Exemple", null),
                List.of(),
                List.of(),
                null);
    }

    private static NewCaseEvent depositWithoutFiles() {
        return new NewCaseEvent(ActionType.ATTACH_DEPOSIT, null, null, null, true, null, null, null, List.of(), null);
    }
}
